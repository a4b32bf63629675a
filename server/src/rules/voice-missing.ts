import { defineRule, field, fix, insert } from "../engine/rule.ts";
import type { Child, Note } from "../note/note.ts";
import { endOfLine, firstLine, isVisit, lineEnding } from "../note/outline.ts";
import { isHeard, voices } from "../note/voice.ts";

/** A child who was seen, and is not heard (P14, P39): one finding a child. */
export const voiceMissing = defineRule({
  id: "voice-missing",
  severity: "warning",
  standards: ["P14", "P39", "V24", "G07"],
  summary: "A child was seen, and the note holds no words, view or observation of theirs, nor a reason",
  explain: "Every child has a voice. It may be words, a drawing, a sign, or what a baby does with its eyes and hands. When the note holds none of it for a child, the child who reads it later will look for themselves in vain; and we should ask what the silence tells us.",
  leaves: ["observation is voice, and is enough for babies and children who do not speak", "a reason why there are no words", "notes that are no visit, and unborn children"],
  poor: "Children: Kai (9), Mya (6)\nType of visit: Statutory visit\n\nI saw Kai alone. He said “I got a star”. Mya was also seen alone.\n",
  better: "Children: Kai (9), Mya (6)\nType of visit: Statutory visit\n\nI saw Kai alone. He said “I got a star”. Mya was also seen alone. She showed me her reading book and smiled.\n",
  *check(note) {
    if (!isVisit(note)) return;
    for (const child of note.children) {
      if (child.unborn || isHeard(note, child)) continue;
      yield {
        span: firstLine(note),
        subject: child.name,
        message: `Nothing here lets us hear ${child.name}: no words, no view, nothing that was seen of them, and no reason why. What did ${child.name} say or do?`,
        fixes: [fix(`“${child.name} said: “ ””`, completeWords(note, child))],
      };
    }
  },
  *asks(note) {
    if (!isVisit(note)) return;
    for (const { child, words, told, observed, reasons } of voices(note)) {
      if (child.unborn) continue;
      const seen = observed.map(({ sentence }) => sentence);
      // What is seen at the visit goes before what is told of why it was made.
      const met = [words, seen.filter(({ section }) => section.role !== "why"), seen, told, reasons].find((places) => places.length) ?? [];
      yield { about: child.name, title: `${child.name}: own words, a view, or what was seen`, met };
    }
  },
});

function completeWords(note: Note, child: Child) {
  const own = note.sections.filter((section) => section.child === child);
  const home = own.find(({ role }) => role === "view") ?? own[0] ?? note.sections.find(({ role }) => role === "view") ?? note.sections.at(-1)!;
  const last = home.blocks.at(-1)?.span.end ?? home.heading?.span.end ?? home.span.start;
  return insert(endOfLine(note, last), `${lineEnding(note).repeat(2)}${child.name} said: “${field("the child's own words")}”`);
}
