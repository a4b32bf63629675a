import { draftKind, frameOf } from "../drafting/kinds.ts";
import { normaliseHeading } from "../note/headings.ts";
import { answers, lineEnding } from "../note/outline.ts";
import { headingWithPrompts } from "../standards/prompts.ts";
import type { Place, Proposal } from "./proposal.ts";

/** On a line that is empty or holds the beginning of a heading: the headings that such a note still lacks, in the standard's order, with their questions as comments. */
export function headingsHere({ note, profile, offset, line, before, behind }: Place): Proposal[] {
  const typed = /^( {0,3}#{0,6}[ \t]*)([^#]*)$/.exec(before);
  if (!typed || behind.trim()) return [];
  const [, lead, words] = typed as unknown as [string, string, string];
  if (words && !lead.includes("#")) return [];
  const level = note.sections.find(({ heading, wording }) => heading && wording !== "none" && heading.depth <= 6)?.depth ?? note.sections.find(({ heading }) => heading && heading.depth > 1 && heading.depth <= 6)?.depth ?? 2;
  const own = new Set(note.sections.filter(({ heading }) => heading && (heading.span.end < line.start || heading.span.start > line.end)).map(({ title }) => normaliseHeading(title)));
  const end = lineEnding(note);
  // What nobody has called a call or a meeting may become a visit.
  const kind = note.kind === "case note" && !note.details.some(({ key }) => key === "type") ? "visit" : note.kind;
  return frameOf(draftKind(kind), profile).flatMap((section): Proposal[] => {
    if (section.title === undefined || own.has(normaliseHeading(section.title))) return [];
    const asked = profile.headings.find(({ title }) => title === section.title);
    if (asked && note.sections.some((one) => answers(one, asked) && one.heading && (one.heading.span.end < line.start || one.heading.span.start > line.end))) return [];
    const title = section.title;
    if (!title.toLowerCase().startsWith(words.toLowerCase()) || words.length === title.length) return [];
    const text = headingWithPrompts(`${"#".repeat(level)} ${title}`, section.prompts, end) + (section.prompts.length ? end : "");
    return [{ kind: "heading", label: title, beside: "heading", ...(section.prompts.length ? { about: section.prompts.map((prompt) => `- ${prompt}`).join("\n") } : {}), clauses: section.clauses, span: { start: line.start, end: offset }, text, filter: lead + words + title.slice(words.length) }];
  });
}
