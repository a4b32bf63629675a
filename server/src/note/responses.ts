import { hitsOf, type Hit } from "../lexicon/lexicon.ts";
import { isDenied } from "./denial.ts";
import type { Note, Sentence } from "./note.ts";
import { once } from "./once.ts";
import { inQuotation } from "./outline.ts";

/** Where a note says that somebody was told of something, or what was done to keep a child safe. */
export interface Response {
  readonly sentence: Sentence;
  readonly hit: Hit<"response">;
}

/** Everything in a note that may answer a risk: not what is denied, quoted, or done by the children themselves. */
export const responsesOf = once((note: Note): readonly Response[] =>
  note.sentences.flatMap((sentence) =>
    hitsOf(note.hits(sentence), "response")
      .filter((hit) => !inQuotation(note, hit) && !isDenied(note, sentence, hit) && !(hit.entry.kind === "telling" && isTheChilds(note, sentence, hit)))
      .map((hit) => ({ sentence, hit })),
  ),
);

/** "Kai told Mum": a child's own telling is where the risk is known from, and no answer to it. */
function isTheChilds(note: Note, { mentions, about, start }: Sentence, hit: Hit): boolean {
  const teller = mentions.findLast((mention) => mention.end <= hit.start && mention.role === "subject" && !/\b(?:that|which|what|how|because)\b/.test(note.prose.slice(start, mention.start)));
  // "Rang school." is the worker's, as such notes are typed; "Told his teacher." goes on about the child.
  if (!teller) return note.children.some(({ person }) => person === about) && /^(?:tell|told|said|asked|talked)\b/i.test(note.prose.slice(hit.start, hit.end)) && !/\b(?:i|we)\b/i.test(note.prose.slice(start, hit.start));
  return teller.children.length > 0;
}
