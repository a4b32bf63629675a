import type { CancellationToken, CodeLens, CodeLensParams } from "vscode-languageserver";
import { dueAfterNote } from "../due.ts";
import type { Settings } from "../engine/settings.ts";
import { detailOf } from "../note/when.ts";
import { inOneLine, quoteOf, why } from "../standards/next-visit.ts";
import { rangeOf } from "./diagnostic.ts";
import type { Checks } from "./ports.ts";

/** The command that an editor offers to show why. */
const explainCommand = "caseRecording.explainNextVisit";

/** Says in the editor when the next visit is due at the latest: a line above the child's status, and an answer to a command. */
export class NextVisits {
  constructor(
    private readonly checks: Checks,
    private readonly settingsOf: (uri: string) => Promise<Settings>,
    /** True where the client can show an explanation. */
    private readonly explains: boolean,
  ) {}

  /** The line above the status. None where the note does not tell enough, or the settings leave it out. */
  async lenses({ textDocument: { uri } }: CodeLensParams, token: CancellationToken): Promise<CodeLens[]> {
    const settings = await this.settingsOf(uri);
    if (!settings.showNextVisit) return [];
    const checked = await this.checks.of(uri, token);
    if (!checked) return [];
    const { note } = checked.report;
    const next = dueAfterNote(note, settings);
    const status = detailOf(note, "status") ?? note.details[0];
    if (!next?.due || !status) return [];
    const text = [`${inOneLine(next)}.`, ...why(next), quoteOf(next)].join(" ");
    return [{ range: rangeOf(note.lines, status.span), command: { title: inOneLine(next), command: this.explains ? explainCommand : "", arguments: [text] } }];
  }

  /** The answer to "When is the next visit due?" for an open note; null where it is not open. */
  async explain(uri: string, token: CancellationToken): Promise<string | null> {
    const checked = await this.checks.of(uri, token);
    if (!checked) return null;
    const next = dueAfterNote(checked.report.note, await this.settingsOf(uri));
    if (!next) return "This note does not say enough to count when the next visit is due: its details need the child's status and the date of the visit, and the standards that are chosen a number for that status.";
    return [`${inOneLine(next)}.`, ...why(next), quoteOf(next)].join(" ");
  }
}
