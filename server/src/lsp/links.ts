import type { CancellationToken, DocumentLink, DocumentLinkParams } from "vscode-languageserver";
import { standardsFor } from "../engine/standards-for.ts";
import type { Settings } from "../engine/settings.ts";
import { clausesOf } from "../standards/clauses.ts";
import { commentsOf } from "./comments.ts";
import { rangeOf } from "./diagnostic.ts";
import type { Abilities, Checks, RuleBook } from "./ports.ts";

/** A comment that is ours: `<!-- case-recording-disable-next-line acronym -->`. */
const ours = /^<!--\s*case-recording-[a-z-]+/;
const name = /[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*/g;

/** Links the names of rules and clauses in our own comments to their pages. Nothing that the writer wrote becomes a link: no address, no number, no name. */
export class Links {
  constructor(
    private readonly checks: Checks,
    private readonly settingsOf: (uri: string) => Promise<Settings>,
    private readonly book: RuleBook,
    private readonly abilities: Abilities,
  ) {}

  async answer({ textDocument: { uri } }: DocumentLinkParams, token: CancellationToken): Promise<DocumentLink[]> {
    const checked = await this.checks.of(uri, token);
    if (!checked) return [];
    const { note } = checked.report;
    const comments = commentsOf(note);
    if (!comments.length) return [];
    const clauses = clausesOf(standardsFor(note.details, await this.settingsOf(uri)).profile);
    return comments.flatMap(({ start, end }) => {
      const text = note.text.slice(start, end);
      const directive = ours.exec(text);
      if (!directive) return [];
      return [...text.slice(directive[0].length).matchAll(name)].flatMap((match): DocumentLink[] => {
        const [written] = match;
        const at = start + directive[0].length + match.index;
        const clause = clauses.get(written);
        const link = this.book.rule(written) ? { target: this.book.page(written), tooltip: "About this rule" } : clause ? { target: this.book.standards, tooltip: `${clause.document} (${clause.date}), ${clause.section}` } : undefined;
        if (!link) return [];
        return [{ range: rangeOf(note.lines, { start: at, end: at + written.length }), target: link.target, ...(this.abilities.linkTooltips ? { tooltip: link.tooltip } : {}) }];
      });
    });
  }
}
