import { hitsOf, type Hit } from "../lexicon/lexicon.ts";
import type { Span } from "../text/span.ts";
import { groundsOf } from "./grounds.ts";
import type { Note } from "./note.ts";
import { outsideQuotations } from "./outline.ts";

/** A decision that the note tells, and what it leaves out. */
export interface Decision {
  readonly span: Span;
  readonly hit: Hit<"decision">;
  readonly lacks: "who" | "why" | "both";
}

const reason = /\b(?:because|so that|so (?:he|she|they|we|i|it|the|mum|dad)|as (?:he|she|they|it|there|this|the|mum|dad|we|his|her|their|\p{Lu}\p{L}+)\b|since|due to|in order|to (?:help|give|make|let|allow|keep|see|avoid|protect|reduce|stop|prevent|build|support|ensure|find|check|get|be)|given|owing to|on the grounds|the reason|for his|for her|for their|until)\b/iu;
/** Before the content: "agreed between Mum and school that", "panel decided". */
const decider = /\b(?:between|with)\s+(?!(?:then|now|phone|email|telephone|all|everyone|everybody|professionals|the end|the time)\b)(?:the |his |her |their |my |all of )?\p{L}+|\b(?:panel|judge|court|conference|manager|i|we|me)\b/iu;
/** Anywhere: "agreed that he moves, by the panel". */
const byWhom = /\bby\s+(?!(?:then|now|phone|email|telephone|all|everyone|everybody|professionals|the end|the time|\d|mon|tue|wed|thu|fri|sat|sun)\b)(?:the |his |her |their |my )?\p{L}+/iu;

/** Decisions that nobody is named for, or that have no reason. The sentence behind may give the reason. */
export function decisionsOf(note: Note): Decision[] {
  const decisions: Decision[] = [];
  note.sentences.forEach((sentence, index) => {
    const hit = hitsOf(note.hits(sentence), "decision")[0];
    if (!hit || groundsOf(note, sentence, hit) !== "asserted") return;
    const text = outsideQuotations(note, sentence);
    const next = note.sentences[index + 1];
    const behind = next?.block === sentence.block ? note.prose.slice(next.start, next.end) : "";
    const why = reason.test(text.slice(hit.end - sentence.start)) || /^\W*(?:the reason|because|(?:this|that|it) (?:is|was) (?:because|so that|so|to|due to|as)\b)/i.test(behind) || reason.test(text.slice(0, hit.start - sentence.start));
    // "It was agreed that I will visit": who acts is not who decided.
    const content = /\b(?:that|to)\b/i.exec(text.slice(hit.end - sentence.start - 6));
    const who = decider.test(content ? text.slice(0, hit.end - sentence.start - 6 + content.index) : text) || byWhom.test(text);
    if (who && why) return;
    decisions.push({ span: { start: sentence.start, end: sentence.end }, hit, lacks: who ? "why" : why ? "who" : "both" });
  });
  return decisions;
}
