import { CompletionItemKind, CompletionTriggerKind, InsertTextFormat, MarkupKind, type CancellationToken, type CompletionItem, type CompletionParams } from "vscode-languageserver";
import { proposalsAt, type Proposal } from "../completion/complete.ts";
import { standardsFor } from "../engine/standards-for.ts";
import type { Settings } from "../engine/settings.ts";
import { rules } from "../rules/registry.ts";
import { clausesOf } from "../standards/clauses.ts";
import type { Profile } from "../standards/standards.ts";
import { rangeOf } from "./diagnostic.ts";
import { literal, oneLine } from "./markdownText.ts";
import type { Abilities, Checks } from "./ports.ts";
import { toSnippet } from "./snippet.ts";

/** Signs that ask for completion by themselves: the beginning of a heading, and the end of a detail's name. In prose they bring nothing; everything else is asked for by hand. */
export const triggerCharacters: readonly string[] = ["#", ":"];

/** No item is a snippet or a text by its kind: editors have settings that hide these, meant for their own. */
const kinds: Readonly<Record<Proposal["kind"], CompletionItemKind>> = {
  heading: CompletionItemKind.Module,
  detail: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  person: CompletionItemKind.Variable,
  words: CompletionItemKind.Reference,
  statement: CompletionItemKind.Reference,
  rule: CompletionItemKind.Constant,
};

/** Which proposals a sign brings that was just typed. */
const triggered: Readonly<Record<string, readonly Proposal["kind"][]>> = { "#": ["heading"], ":": ["value"] };

const summaries = new Map(rules.map(({ id, summary }) => [id, summary]));
const ruleIds = [...summaries.keys()].sort();

/** Offers what may be written at the cursor: headings, details, people, words in marks, standard statements, rules. */
export class Completions {
  constructor(
    private readonly checks: Checks,
    private readonly settingsOf: (uri: string) => Promise<Settings>,
    private readonly abilities: Abilities,
    private readonly suggestCommand: string | undefined,
  ) {}

  async answer({ textDocument: { uri }, position, context }: CompletionParams, token: CancellationToken): Promise<CompletionItem[]> {
    const checked = await this.checks.of(uri, token);
    if (!checked) return [];
    const { note } = checked.report;
    const settings = await this.settingsOf(uri);
    const line = note.lines.lineSpan(position.line);
    const found = proposalsAt(note, settings, ruleIds, Math.min(line.start + position.character, line.end));
    const wanted = context?.triggerKind === CompletionTriggerKind.TriggerCharacter ? triggered[context.triggerCharacter ?? ""] : undefined;
    const { profile } = standardsFor(note.details, settings);
    return found.filter(({ kind }) => !wanted || wanted.includes(kind)).map((proposal, at) => this.#item(proposal, at, note.lines, profile));
  }

  #item(proposal: Proposal, at: number, lines: Parameters<typeof rangeOf>[0], profile: Profile): CompletionItem {
    const { kind, label, beside, span, text, filter } = proposal;
    const snippet = this.abilities.completionSnippets ? toSnippet(text, 1) : undefined;
    const documentation = this.#documentation(proposal, profile);
    return {
      label: this.abilities.completionLabelDetails || kind !== "statement" || !beside ? label : `${label}: ${beside}`,
      ...(this.abilities.completionLabelDetails && beside ? { labelDetails: { description: beside } } : beside && kind !== "statement" ? { detail: beside } : {}),
      kind: kinds[kind],
      ...(documentation ? { documentation } : {}),
      sortText: String(at).padStart(4, "0"),
      filterText: filter,
      insertTextFormat: snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: { range: rangeOf(lines, span), newText: snippet?.value ?? text },
      ...(this.suggestCommand && kind === "detail" && text.endsWith(": ") ? { command: { title: "Choose", command: this.suggestCommand } } : {}),
    };
  }

  /** What it is, its text, and the words of the standard that it rests on: of the note's own profile, where that has one. */
  #documentation({ kind, about, clauses = [], text }: Proposal, profile: Profile): CompletionItem["documentation"] {
    const own = clausesOf(profile);
    const cited = clauses.map((id) => own.get(id)).find((one) => one !== undefined);
    const described = kind === "rule" ? (summaries.get(text) ?? "") : (about ?? "");
    const parts = [described, kind === "statement" ? text : "", cited ? `“${oneLine(cited.quote)}”` : "", cited ? `${cited.document}, ${cited.date} [${cited.id}]` : ""];
    if (!parts.some(Boolean)) return undefined;
    const { completionMarkdown } = this.abilities;
    const [what, words, quote, from] = parts.map((part) => (completionMarkdown ? literal(part) : part)) as [string, string, string, string];
    const value = completionMarkdown ? [kind === "heading" ? what.replace(/^\\?- /gm, "- ") : what, words && `*${words}*`, quote && `> ${quote}  \n> ${from}`] : [what, words, quote, from];
    return { kind: completionMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText, value: value.filter(Boolean).join("\n\n") };
  }
}
