import { defineRule, fix, insert } from "../engine/rule.ts";
import type { Note, Sentence } from "../note/note.ts";
import { sentenceBeside } from "../note/positions.ts";
import { reportedSpeech as speechTold } from "../note/reported-speech.ts";

/** A child's speech told and not quoted (V06, P35). */
export const reportedSpeech = defineRule({
  id: "reported-speech",
  severity: "information",
  standards: ["V06", "P35"],
  summary: "What a child said is told in the writer's words, without the child's own",
  explain: "Children ask us to write down what they say, and to use quotation marks. Told in our words it becomes a little more ours and a little less theirs. If you remember the words, write them; if you do not, say that this is your summary.",
  leaves: ["what adults say", "a quotation of the child in the same sentence or the next", "a child who did not want to say", "wishes without a verb of speech, and what a child asked for"],
  poor: "Child: Tyler (9)\n\nTyler said he is happy at home.\n",
  better: "Child: Tyler (9)\n\nTyler said “it's good here, I like my room”.\n",
  scope: "section",
  *check(note) {
    for (const { start, end, child, sentence } of speechTold(note)) {
      if (isQuoted(note, sentence) || /\((?:this is )?my (?:own )?(?:summary|words)\b/i.test(note.prose.slice(sentence.start, sentence.end + 14))) continue;
      const stop = /[.!?]\s*$/.exec(note.text.slice(sentence.start, sentence.end));
      yield {
        span: { start, end },
        subject: child.name,
        message: `This tells what ${child.name} said in other words. If you remember the child's own, write them in quotation marks; if not, say that it is your summary.`,
        fixes: [fix("Mark it as your summary", insert(stop ? sentence.start + stop.index : sentence.end, " (my summary)"))],
      };
    }
  },
});

/** A child's own words stand in the sentence or in the next one. */
function isQuoted(note: Note, sentence: Sentence): boolean {
  const next = sentenceBeside(note, sentence, 1);
  const near = [sentence, ...(next && next.section === sentence.section ? [next] : [])];
  return near.some(({ quotations }) => quotations.some(({ speaker }) => speaker === "child"));
}
