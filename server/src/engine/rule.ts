import type { Edit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import type { Detail, Note } from "../note/note.ts";
import type { Profile } from "../standards/standards.ts";
import type { Fix, Severity } from "./finding.ts";
import type { Settings, Volume } from "./settings.ts";

/** What a rule says of one place in a note; the engine makes a Finding of it. */
export interface Draft {
  readonly span: Span;
  readonly message: string;
  readonly subject?: string;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
  readonly fixes?: readonly Fix[];
  /** The word that a team may declare its own. */
  readonly word?: string;
  /** The clauses it rests on, where they are fewer than the rule's. */
  readonly standards?: readonly string[] | undefined;
  /** The least volume at which it is shown, where it differs from "standard". */
  readonly from?: Volume;
}

/** Something that a rule asks of this note, and the places of the note that answer it. */
export interface Asked {
  /** What tells it from the others that the rule asks: a child's name, a heading. The findings about it have it as their subject. */
  readonly about?: string;
  /** One short line in plain words: what is asked, never how well it is done. Left out, that of its group in `points/groups.ts`. */
  readonly title?: string;
  /** Only what the Note has understood; empty where nothing is there, or nothing that is understood. */
  readonly met: readonly Span[];
  /** The clauses it rests on, where they are fewer than the rule's. */
  readonly standards?: readonly string[];
}

/** What a rule may know besides the note. */
export interface RuleContext {
  readonly settings: Settings;
  readonly profile: Profile;
  /** False where nobody chose a profile, and the usual one is used. */
  readonly chosen: boolean;
  /** The detail of the note that names a profile which nobody knows. */
  readonly unknown?: Detail;
  /** From which age, in years, a child must be seen alone: the settings' own, or the profile's. */
  readonly seenAloneAge: number;
  /** The ids of the rules that there are, where they are known. */
  readonly ruleIds?: readonly string[];
}

/** One thing that a note is held to. Plain data and one function; what it needs to understand, the Note has understood. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** Ids of the clauses in the catalogue; the first is the one that is quoted. */
  readonly standards: readonly string[];
  /** One line, for lists and settings. */
  readonly summary: string;
  /** What it is about and why, in Markdown. The first paragraph stands in hovers. */
  readonly explain: string;
  /** What it leaves alone, a line each. */
  readonly leaves: readonly string[];
  /** A note, or a piece of one, that the rule speaks of. */
  readonly poor: string;
  /** The same, well recorded: the rule is silent. */
  readonly better: string;
  /** True for what is one authority's own way (risks in bold): silent where somebody chose standards that do not ask for it. */
  readonly local?: true;
  /** True for a matter of style: the standard volume shows only a few of its hints. */
  readonly style?: true;
  /** "section" where what it says of a section rests on that section, and on what the note says as a whole, alone: it is given each section as a note of its own. */
  readonly scope?: "section";
  check(note: Note, context: RuleContext): Iterable<Draft>;
  /** Of a rule that can be met with evidence: what it asks of this note. What does not arise in the note (no risk, no other language) is not asked. */
  asks?(note: Note, context: RuleContext): Iterable<Asked>;
}

/** Says what a rule is; the identity, with its type held. */
export const defineRule = (rule: Rule): Rule => rule;

/** A fix of one or more edits. Not safe unless it is said to be. */
export const fix = (title: string, edits: Edit | readonly Edit[], safe = false): Fix => ({ title, safe, edits: "newText" in edits ? [edits] : edits });

export const insert = (at: number, newText: string): Edit => ({ start: at, end: at, newText });
export const replace = (span: Span, newText: string): Edit => ({ start: span.start, end: span.end, newText });

export { field, holdsField } from "../text/fields.ts";
