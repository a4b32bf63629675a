import { defineRule } from "../engine/rule.ts";
import { profiles } from "../standards/standards.ts";
import { nearest } from "../text/nearest.ts";

/** What could not be read of a note is said, and the rest is checked. */
export const noteUnreadable = defineRule({
  id: "note-unreadable",
  severity: "warning",
  standards: ["G21"],
  summary: "Something in the note could not be read: its details, or the whole of a text that is too long or no text at all",
  explain: "A part of this note could not be read, so it could not be checked; or a comment to Case Recording in it was not understood, so nothing was done with it. Nothing in the note has been changed; what could be read has been checked as usual.",
  leaves: ["everything that can be read"],
  poor: "---\nchild: [Kai\n---\n\nKai was at home.\n",
  better: "---\nchild: Kai\n---\n\nKai was at home.\n",
  *check(note, { unknown, profile, ruleIds }) {
    if (unknown) yield { span: unknown.valueSpan, message: `The details of this note ask for the standards “${unknown.value}”, and there is no profile of that name; “${profile.title}” is used. The names are ${profiles.map(({ id }) => id).join(", ")}.` };
    for (const { span, message, mild } of note.problems) yield { span, message, ...(mild ? { severity: "information" as const } : {}) };
    for (const directive of note.directives) {
      if (directive.kind !== "disable" || !ruleIds) continue;
      for (const { start, end, written } of directive.rules) {
        if (ruleIds.includes(written)) continue;
        const near = nearest(written, ruleIds);
        yield { span: { start, end }, severity: "information", message: `There is no rule called “${written}”, so this comment silences nothing of that name.${near ? ` Was “${near}” meant?` : " The name of its rule stands with every finding."}` };
      }
    }
  },
});
