import { defineRule, type Draft } from "../engine/rule.ts";
import type { Note, SeenAlone } from "../note/note.ts";
import { isVisit } from "../note/outline.ts";
import { expectedAlone } from "../note/seen-alone-age.ts";
import { cover } from "../text/span.ts";

/** "Seen alone" with family there, or a box that says something else than the prose (P29, P30). */
export const seenAloneContradiction = defineRule({
  id: "seen-alone-contradiction",
  severity: "warning",
  standards: ["P29", "P30"],
  summary: "“Seen alone”, and yet family was there, or the tick box says otherwise",
  explain: "To see a child alone means without brothers and sisters, parents or other family. If somebody of the family was in the room, the child was not seen alone in the standard's sense; say so, and why. If a tick box says one thing and the text another, a reader does not know which to believe.",
  leaves: ["family who came before or afterwards, or were in another room", "a foster carer, a teacher or an interpreter"],
  poor: "Child: Kai (9)\nType of visit: Statutory visit\n\nI saw Kai alone in the kitchen and Mum stayed in the room.\n",
  better: "Child: Kai (9)\nType of visit: Statutory visit\n\nI saw Kai alone in the kitchen while Mum was in the garden.\n",
  *check(note, { seenAloneAge }) {
    if (!isVisit(note)) return;
    const old = (statement: SeenAlone) => statement.children.some((child) => expectedAlone(child, seenAloneAge) !== "no");
    for (const statement of note.seenAlone) {
      if (!old(statement)) continue;
      if (statement.says === "contradiction")
        yield {
          span: statement,
          subject: names(statement),
          message: statement.source === "prose" ? "The note says “alone”, and also that somebody of the family was there. Seen alone means without brothers and sisters, parents or other family. Say which it was." : `Neither “yes” nor “no” is chosen here${statement.children.length === 1 ? ` for ${names(statement)}` : ""}. Tick the one that is so.`,
        };
    }
    yield* boxAgainstProse(note);
  },
});

function* boxAgainstProse(note: Note): Iterable<Draft> {
  for (const box of note.seenAlone) {
    if (box.source === "prose" || (box.says !== "alone" && box.says !== "not alone")) continue;
    const other = note.seenAlone.find((prose) => prose.source === "prose" && !prose.earlier && prose.children.some((child) => box.children.includes(child)) && (box.says === "alone" ? prose.says === "not alone" || prose.says === "objection" : prose.says === "alone"));
    if (!other) continue;
    const near = Math.abs(other.start - box.end) < 400 && box.source === "box";
    yield {
      span: near ? cover(box, other) : box,
      subject: names(other),
      message: `This says that ${names(other)} was ${box.says === "alone" ? "" : "not "}seen alone; the text says otherwise. Please look which is so.`,
      related: [{ span: other, message: "the text" }],
    };
  }
}

const names = (statement: SeenAlone): string => statement.children.map(({ name }) => name).join(" and ");
