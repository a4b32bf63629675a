import { defineRule, type Draft } from "../engine/rule.ts";
import { isTeamWord } from "../engine/settings.ts";
import { fitting, rewordings, shown } from "../engine/wording.ts";
import { labelsOf, type Label } from "../note/labels.ts";
import type { Note } from "../note/note.ts";
import { groupBy } from "../text/group.ts";

/** A label, or blame, where the note could tell what was seen or heard (R01, V41, G20). */
export const judgementalLanguage = defineRule({
  id: "judgemental-language",
  severity: "information",
  standards: ["R01", "V41", "G20"],
  summary: "A label or blame, where the note could tell what was seen or heard",
  explain: "A label tells the reader what we thought of somebody, and not what happened. The child may read it at 18, about themselves or about their parents. Say what you saw or heard, when, and what was offered: that is fairer, and it is better evidence. Where a word names a harm, never look for a milder one: say plainly what was done, and by whom.",
  leaves: ["things and events: chaotic scenes at the gate, dirty washing, an aggressive cancer", "words that somebody else is named as saying, and what people say of themselves", "what is denied: “he was not aggressive”", "everybody's quoted words, headings and details"],
  poor: "Mum failed to engage and is manipulative.\n",
  better: "Mum was out when I called on 3 and 10 June. She told me on the phone that she had been at work.\n",
  scope: "section",
  *check(note, { settings }) {
    const labels = labelsOf(note).filter(({ hit }) => !isTeamWord(settings, note.prose.slice(hit.start, hit.end), hit.entry.term));
    for (const [first, ...later] of groupBy(labels, ({ hit }) => `${hit.entry.term}/${stem(note.prose.slice(hit.start, hit.end))}`).values()) yield draft(note, first!, later);
  },
});

/** What makes two labels of one entry the same word: "kicked off" and "kicking off", but not "spoilt" and "golden child". */
const stem = (written: string): string => written.toLowerCase().split(/[\s-]+/).reduce((found, word) => (word.length > found.length ? word : found), "").slice(0, 4);

function draft(note: Note, { sentence, hit: first }: Label, later: readonly Label[]): Draft {
  const { entry } = first;
  const written = shown(note, first);
  const plain = fitting(note, sentence, entry.plain ?? []);
  const instead = plain.length ? ` “${plain.join("” or “")}” may do, or ${entry.say}.` : ` Instead, ${entry.say}.`;
  return {
    span: first,
    subject: entry.term,
    word: written,
    ...(entry.soft ? { severity: "hint" as const, from: "everything" as const } : {}),
    message: `“${written}” may read as a judgement of somebody.${instead}`,
    related: later.map(({ hit }) => ({ span: hit, message: `“${shown(note, hit)}” again` })),
    fixes: rewordings(note, first, plain),
  };
}
