import { defineRule } from "../engine/rule.ts";
import { drawingsRead } from "../note/drawings.ts";

/** The worker's meaning given to a child's drawing, picture or model (V09). */
export const drawingInterpreted = defineRule({
  id: "drawing-interpreted",
  severity: "warning",
  standards: ["V09"],
  summary: "A meaning is given to a child's drawing or model, and not by the child",
  explain: "We cannot know what a drawing means; the child can tell us, or not. Write what there is to see, ask the child about it, and write down the answer. If you wonder what it may mean, the reflections are the place.",
  leaves: ["what there is to see: “the drawing shows three people and a dog”", "the child's own explanation, in the sentence or the two behind it", "the reflections"],
  poor: "Child: Kai (9)\n\nKai drew a house with no windows, which represents how trapped he feels.\n",
  better: "Child: Kai (9)\n\nKai drew a house with no windows. I asked about it and he said “I forgot them”.\n",
  scope: "section",
  *check(note) {
    for (const { start, end } of drawingsRead(note))
      yield { span: { start, end }, message: "This gives a meaning to what the child made. Only the child can tell what it means: say what there is to see, ask about it, and write down the answer." };
  },
});
