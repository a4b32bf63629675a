import type { CancellationToken } from "vscode-languageserver";
import type { NoteReport } from "../check.ts";

/** An open document as it stood at one moment. */
export interface OpenNote {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /** Counts openings: a document closed and opened again begins anew, whatever its version says. */
  readonly opening: number;
}

/** The documents that a client has open and that are to be checked. */
export interface Documents {
  get(uri: string): OpenNote | undefined;
  all(): readonly OpenNote[];
}

/** What a check found in an open document. */
export interface Checked {
  /** The same for the same opening, version and settings, and for nothing else. */
  readonly id: string;
  readonly note: OpenNote;
  readonly report: NoteReport;
}

/** Checks open documents, each version with its settings once. */
export interface Checks {
  /** The check of the newest text. Undefined where the document is not open, or was closed meanwhile. Throws a response error where the request was cancelled. */
  of(uri: string, token?: CancellationToken): Promise<Checked | undefined>;
  /** The same for a question about a place in the text: throws a response error where the text has changed since it was asked. */
  at(uri: string, token: CancellationToken): Promise<Checked | undefined>;
  /** The id that a check would have now; undefined where the document is not open. */
  idOf(uri: string): Promise<string | undefined>;
}

/** What a rule says of itself to a reader. */
export interface RuleText {
  readonly explain: string;
  readonly poor: string;
  readonly better: string;
}

/** The rules' own words, and where each rule's page stands. */
export interface RuleBook {
  rule(id: string): RuleText | undefined;
  page(id: string): string;
  /** Where the page stands on which every standard is quoted. */
  readonly standards: string;
}

/** What the client says that it can do, as far as we ask. */
export interface Abilities {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  /** A diagnostic's `data` comes back with a request for code actions. */
  readonly diagnosticData: boolean;
  readonly documentChanges: boolean;
  readonly snippetEdits: boolean;
  readonly markdownHover: boolean;
  readonly completionSnippets: boolean;
  readonly completionMarkdown: boolean;
  readonly completionLabelDetails: boolean;
  readonly answersConfiguration: boolean;
  readonly registersConfiguration: boolean;
  /** Tells of changes to files that we name, in whatever folder. */
  readonly watchesFiles: boolean;
  /** Tells when other folders are opened. */
  readonly tellsFolders: boolean;
  readonly refreshesLenses: boolean;
  readonly symbolTree: boolean;
  readonly linkTooltips: boolean;
  /** How many folds the client takes at most; left out where it does not say. */
  readonly foldingLimit?: number;
}
