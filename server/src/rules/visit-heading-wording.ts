import { defineRule, fix, replace } from "../engine/rule.ts";
import { answers, isVisit, usesSignsOfSafety } from "../note/outline.ts";

/** A heading that means the same as the standard's and is worded otherwise (P01). */
export const visitHeadingWording = defineRule({
  id: "visit-heading-wording",
  severity: "information",
  standards: ["P01"],
  summary: "A visit heading is worded nearly, and not quite, as the standard has it",
  explain: "The standard words its headings to the child. A heading that means the same counts as present; the standard's own wording helps everybody, the child included, to find their way in every note.",
  leaves: ["headings that differ only in case, number, question mark, colon, or a contraction", "notes that are no visit"],
  poor: "Child: Kai Morton (9)\nType of visit: Statutory visit\n\n## Why are we visiting?\n\nTo see how Kai is.\n",
  better: "Child: Kai Morton (9)\nType of visit: Statutory visit\n\n## Why am I visiting?\n\nTo see how Kai is.\n",
  *check(note, { profile, chosen }) {
    if (!isVisit(note) || (!chosen && usesSignsOfSafety(note))) return;
    const met = new Set(note.sections.filter(({ wording }) => wording === "standard").map(({ asks }) => asks));
    for (const section of note.sections) {
      const heading = profile.headings.find((one) => answers(section, one));
      if (section.wording !== "near" || !heading || !section.heading || met.has(heading)) continue;
      met.add(heading);
      const { span } = section.heading;
      const written = note.text.slice(span.start, span.end);
      const number = /^\s*(?:\(?\d{1,2}[.):]?|[a-h][.)])\s+/i.exec(written)?.[0].length ?? 0;
      const colon = /[:\s]*$/.exec(written)!.index;
      yield {
        span,
        message: `The standard's wording for this heading is “${heading.title}”.`,
        subject: heading.title,
        fixes: [fix(`Change the heading to “${heading.title}”`, replace({ start: span.start + number, end: span.start + Math.max(number, colon) }, heading.title), true)],
      };
    }
  },
});
