import { defineRule, fix, holdsField, insert } from "../engine/rule.ts";
import { answers, firstLine, isVisit, lineEnding, usesSignsOfSafety } from "../note/outline.ts";
import type { Block, Note, Section } from "../note/note.ts";
import { sentencesIn } from "../note/positions.ts";
import { headingWithPrompts } from "../standards/prompts.ts";
import type { ProfileHeading } from "../standards/standards.ts";
import type { Span } from "../text/span.ts";

/** The five headings of a visit record (P01): one finding for the note, with one fix. */
export const visitHeadingMissing = defineRule({
  id: "visit-heading-missing",
  severity: "warning",
  standards: ["P01"],
  summary: "A visit note lacks one of the standard's headings",
  explain:
    "A record of a visit stands under the same headings every time. They are worded to the child, so that the child who opens the file finds why somebody came, what was done, what they said themselves, what was to happen next, and what the worker thought.\n\nThe headings count at any level, as bold or plain lines, with or without numbers and question marks. A near wording counts too.",
  leaves: ["notes that are no visit: calls, meetings, letters, case notes, no access", "headings at any level, in any case, numbered, bold or plain", "the same headings repeated for each child", "Signs of Safety headings, where nobody chose a profile with headings of its own"],
  poor: "Child: Kai Morton (9)\nType of visit: Statutory visit\n\n## Why am I visiting?\n\nTo see how Kai is after the meeting.\n\n## What we did and what we talked about\n\nWe played Uno. I saw Kai on his own in the garden.\n",
  better:
    "Child: Kai Morton (9)\nType of visit: Statutory visit\n\n## Why am I visiting?\n\nTo see how Kai is after the meeting.\n\n## What we did and what we talked about\n\nWe played Uno. I saw Kai on his own in the garden.\n\n## What is your view about what is happening for you?\n\nKai said “it is better now”.\n\n## What you think should happen next?\n\nI will ring school by Friday 6 June 2025.\n\n## Practitioner reflections on the visit\n\nMy view is that the plan is working.\n",
  *check(note, { profile, chosen }) {
    if (!isVisit(note) || !profile.headings.length) return;
    if (!chosen && usesSignsOfSafety(note)) return;
    const missing = profile.headings.filter((heading) => !sectionFor(note, heading));
    if (!missing.length) return;
    const titles = missing.map(({ title }) => `“${title}”`);
    const list = titles.length > 1 ? `${titles.slice(0, -1).join(", ")} and ${titles.at(-1)}` : titles[0];
    yield {
      span: firstLine(note),
      subject: missing.map(({ title }) => title).join("; "),
      message: `This visit note does not have ${missing.length === 1 ? "the heading" : "the headings"} ${list} yet. A record of a visit stands under all ${profile.headings.length === 5 ? "five" : profile.headings.length} headings of the standard.`,
      fixes: [fix(missing.length === 1 ? `Add the heading ${list}` : `Add the ${missing.length} missing headings`, addHeadings(note, profile.headings, missing))],
    };
  },
  *asks(note, { profile, chosen }) {
    if (!isVisit(note) || (!chosen && usesSignsOfSafety(note))) return;
    for (const heading of profile.headings) yield { about: heading.title, title: heading.title, met: note.sections.flatMap((section) => (section.heading && answers(section, heading) ? standing(note, section, section.heading) : [])), standards: ["P01", ...heading.clauses.slice(0, 1)] };
  },
});

/** A heading that stands; where there is nothing under it but fields to complete, these. */
function standing(note: Note, { whole }: Section, heading: Block): readonly Span[] {
  const under = sentencesIn(note, { start: heading.span.end, end: Math.max(heading.span.end, whole.end) }).filter(({ block }) => block.kind !== "heading");
  return under.length && under.every(({ start, end }) => holdsField(note.text.slice(start, end))) ? under : [heading.span];
}

const sectionFor = (note: Note, heading: ProfileHeading) => note.sections.find((section) => answers(section, heading));

/** Where the last sign stands that is no white space; -1 where there is none. */
function lastSign(text: string): number {
  let at = text.length - 1;
  while (at >= 0 && !/\S/.test(text[at]!)) at -= 1;
  return at;
}

/** The missing headings, each in its place before the next one that is there, with the standard's questions as comments. */
function addHeadings(note: Note, all: readonly ProfileHeading[], missing: readonly ProfileHeading[]) {
  const end = lineEnding(note);
  const present = note.sections.find(({ heading, wording }) => heading && wording !== "none");
  const lineStart = (at: number) => note.text.lastIndexOf("\n", at - 1) + 1;
  const style = present && present.depth > 6 ? (title: string) => `**${title}**` : (title: string) => `${"#".repeat(present?.depth ?? 2)} ${title}`;
  const atEnd: string[] = [];
  const edits = [];
  for (const heading of missing) {
    const text = headingWithPrompts(style(heading.title), heading.prompts, end);
    const next = all.slice(all.indexOf(heading) + 1).map((later) => sectionFor(note, later)).find((section) => section?.heading);
    if (next) edits.push(insert(lineStart(next.heading!.span.start), `${text}${end}`));
    else atEnd.push(text);
  }
  if (atEnd.length) {
    const tail = /\r?\n\s*$/.exec(note.text.slice(lastSign(note.text) + 1))?.[0] ?? "";
    const gap = tail.split("\n").length > 2 ? "" : tail ? end : end + end;
    edits.push(insert(note.text.length, gap + atEnd.join(end)));
  }
  return edits;
}
