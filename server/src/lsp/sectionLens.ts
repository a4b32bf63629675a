import type { CancellationToken, CodeLens, CodeLensParams } from "vscode-languageserver";
import type { Settings } from "../engine/settings.ts";
import { standardsFor } from "../engine/standards-for.ts";
import { isVisit } from "../note/outline.ts";
import { unwrittenSections } from "../note/unwritten.ts";
import { clausesOf } from "../standards/clauses.ts";
import type { Profile, ProfileHeading } from "../standards/profile.ts";
import { rangeOf } from "./diagnostic.ts";
import { oneLine } from "./markdownText.ts";
import type { Checks } from "./ports.ts";

/** The command that an editor offers to show all that a standard asks under a heading. */
const explainCommand = "caseRecording.explainSection";

/** About so long may the line above a heading be, in UTF-16 units. */
const longest = 100;

/** Says above a heading of the standard what is asked there, as long as nothing of the writer's own stands under it, nor the questions themselves as comments. */
export class SectionLenses {
  constructor(
    private readonly checks: Checks,
    private readonly settingsOf: (uri: string) => Promise<Settings>,
    /** True where the client can show the whole of it. */
    private readonly explains: boolean,
  ) {}

  async lenses({ textDocument: { uri } }: CodeLensParams, token: CancellationToken): Promise<CodeLens[]> {
    const settings = await this.settingsOf(uri);
    if (!settings.showPrompts) return [];
    const checked = await this.checks.of(uri, token);
    if (!checked || !isVisit(checked.report.note)) return [];
    const { note } = checked.report;
    const { profile } = standardsFor(note.details, settings);
    return [...unwrittenSections(note, profile.headings)].flatMap(({ section: { whole }, heading, asks }) =>
      asks.prompts.length && !isAskedThere(note.text.slice(whole.start, whole.end), asks) ? [{ range: rangeOf(note.lines, heading.span), command: { title: inOneLine(asks), command: this.explains ? explainCommand : "", arguments: [inFull(asks, profile)] } }] : [],
    );
  }
}

/** The standard's questions stand under the heading already, as comments. */
const isAskedThere = (text: string, { prompts }: ProfileHeading): boolean => text.includes("<!--") && prompts.some((prompt) => text.includes(oneLine(prompt)));

/** The standard's own questions as far as they fit on a line: whole ones, else the first cut behind a word. */
function inOneLine({ prompts }: ProfileHeading): string {
  const whole: string[] = [];
  for (const prompt of prompts) {
    if ([...whole, prompt].join(" ").length > longest) break;
    whole.push(prompt);
  }
  if (whole.length === prompts.length) return whole.join(" ");
  return whole.length ? `${whole.join(" ")} …` : `${prompts[0]!.slice(0, longest).replace(/[\s,]*\s\S*$/, "")} …`;
}

/** The heading, all its questions with the ids of their clauses, what else those clauses say, and whose words they are. */
function inFull({ title, prompts, clauses }: ProfileHeading, profile: Profile): string {
  const known = clausesOf(profile);
  const said = clauses.flatMap((id) => known.get(id) ?? []).map((clause) => ({ ...clause, quote: oneLine(clause.quote) }));
  const asked = prompts.map((prompt) => ({ prompt, clause: said.find(({ quote }) => quote === oneLine(prompt)) }));
  const besides = said.filter(({ quote, id }) => quote !== title && !asked.some(({ clause }) => clause?.id === id));
  return [
    title,
    ...asked.map(({ prompt, clause }) => `• ${oneLine(prompt)}${clause ? ` [${clause.id}]` : ""}`),
    ...besides.map(({ quote, id }) => `“${quote}” [${id}]`),
    ...[...new Set(said.map(({ document, date }) => `${document} (${date})`))],
  ].join("\n");
}
