import { defineRule } from "../engine/rule.ts";
import { hitsOf, type Hit } from "../lexicon/lexicon.ts";
import type { Note, Sentence } from "../note/note.ts";
import { matchesIn } from "../text/matches.ts";
import { overlaps } from "../text/span.ts";

/** The worker promises a child what is not theirs to give, or that nobody will be told (V11, V37). */
export const promise = defineRule({
  id: "promise",
  severity: "information",
  standards: ["V11", "V37"],
  summary: "The worker promises a child an outcome, or secrecy",
  explain: "A promise that is not kept is one more grown-up who did not do what they said. Where somebody else decides, say what you will do: ask, find out, come back and tell. And whatever a child tells about not being safe, we have to tell the people who can help; say so kindly, before.",
  leaves: ["what you will do yourself: ring, ask, come on Friday", "“I could not promise”", "promises by others"],
  poor: "Child: Kai (9)\n\nI told Kai he will definitely be home by Christmas.\n",
  better: "Child: Kai (9)\n\nI told Kai I would ask the judge about Christmas and come back to tell him.\n",
  scope: "section",
  *check(note) {
    for (const sentence of note.sentences) {
      const found = promised(note, sentence);
      if (!found) continue;
      yield { span: { start: sentence.start, end: sentence.end }, message: said[found] };
    }
  },
});

const said = {
  secrecy: "This tells a child that nobody will know. If the child may not be safe, somebody has to be told; it is kinder to say so at once.",
  outcome: "This promises a child something that may not be yours to give. Say what you yourself will do, and by when; if it was promised, say how you will put it right with the child.",
  word: "This is a promise to a child. Put it among the next steps, with a date, so that it is kept; where somebody else decides, say what you yourself will do.",
};

const telling = /\b(?:told|tell|said to|promised?|promising|reassured?|assured?|informed|guaranteed?|swore|explained to|let \p{L}+ know|gave|give|said|say|pinky)\b/giu;

/** What a sentence promises a child: an outcome, secrecy, or "a promise" by that word. */
function promised(note: Note, sentence: Sentence): "outcome" | "secrecy" | "word" | undefined {
  const hits = hitsOf(note.hits(sentence), "promise");
  const taken = (hit: Hit<"promise">, all: readonly Hit<"promise">[]): boolean => all.some(({ entry, start, end }) => entry.kind === "honest" && (start < hit.start || (start < hit.end && hit.start < end)));
  const words = hits.filter((hit) => sentence.quotations.some((quotation) => quotation.speaker === "worker" && overlaps(quotation, hit) && !/\?\W*$/.test(note.prose.slice(quotation.start, quotation.end))));
  const outside = hits.filter((hit) => !sentence.quotations.some((quotation) => overlaps(quotation, hit)));
  const made = new Set([
    ...words.filter((hit) => !taken(hit, words)),
    ...outside.filter((hit) => !taken(hit, outside) && (secretLetter(note, hit) || tellsChild(note, sentence, hit.entry.kind === "word" ? hit.end : hit.start) !== undefined)),
  ].map(({ entry }) => entry.kind));
  // "I promised Kai that Lee won't come back": what is promised weighs more than the word.
  if (made.has("secrecy")) return "secrecy";
  if (made.has("outcome")) return "outcome";
  return foretold(note, sentence, outside.filter(({ entry }) => entry.kind === "honest")) ?? (made.has("word") ? "word" : undefined);
}

/** "What you told me will stay between us", in a letter. */
const secretLetter = (note: Note, hit: Hit<"promise">): boolean => note.kind === "letter to the child" && hit.entry.kind === "secrecy" && /\b(?:us|me|i)\b/i.test(note.prose.slice(hit.start - 30, hit.end));

/** Where, before a place, the worker tells a child something; the end of whom they tell. Undefined where somebody else speaks, or to a grown-up. */
function tellsChild(note: Note, sentence: Sentence, before: number): number | undefined {
  const letter = note.kind === "letter to the child";
  const verb = matchesIn(note.prose.slice(sentence.start, before), telling)[0];
  if (!verb) return letter && /\b(?:I|we) (?:promise|will|won't|would|give|have|am|can)|\b(?:I|we)'ll\b|\byou (?:will|won't|are going to)\b|\byou'll\b|\bbetween (?:us|you)\b/i.test(note.prose.slice(sentence.start, before + 24)) ? sentence.start : undefined;
  const at = sentence.start + verb.index;
  const end = at + verb[0].length;
  // "I tried hard not to tell him it would be all right": what was not said promises nothing.
  if (/\b(?:not to|did not|didn['’]?t) $/i.test(note.prose.slice(Math.max(sentence.start, at - 12), at))) return undefined;
  const teller = sentence.mentions.findLast(({ end: to, role }) => to <= at && role === "subject");
  if (teller ? teller.person?.kind !== "worker" : !/^\W*(?:[\d.:]+ ?)?(?:then |also |when .{0,30},? )?$/i.test(note.prose.slice(sentence.start, at))) return undefined;
  const told = sentence.mentions.find(({ start, how, person }) => start >= end && start <= end + 14 && !(how === "pronoun" && person?.kind === "worker"));
  if (told && (told.children.length || told.person?.minor || !told.person)) return told.end;
  if (told?.person && told.person.kind !== "worker" && told.start <= end + 6) return undefined;
  return letter || note.children.some(({ person }) => person === sentence.about) || sentence.mentions.some(({ children, end: to }) => to <= before && children.length) ? end : undefined;
}

const future = /^,? ?(?:that )?(?:(?:if|when|once|after|from|by|this|one) [^,]{2,60}?,? (?=\p{L}+ (?:\p{L}+ )?(?:will|would|won't|wouldn't|'ll|is going)))?((?:[\p{L}'’-]+ ){0,5}?)(will|would|won't|wouldn't|will not|would not|(?:is|are|was|were) (?:not )?going to|(?:is|are|was|were)n't going to)\s(.{3,})/iu;
/** What somebody will do themselves, or what is in the diary. */
const deed = /^(?:also |then |still |all |both )?(?:ring|call|phone|text|email|write|visit|come (?:and|to (?:see|visit|talk|the|school)|round|with|on|back (?:on|to (?:see|tell)))|see (?:him|her|them|you)|meet|speak|talk|ask|tell|look|check|help|send|bring|pick|drop|start|read|explain|listen|try|take (?:him|her|them|you) to (?:the|a|his|her)|need to|have to (?:tell|ask|speak|talk|share|go to|do)|want to|like to|be (?:at|on|in (?:the (?:meeting|room)|on)|there|coming|visiting|ringing|writing|asked|told|asking|telling|talking|taking|a (?:meeting|review|conference|new))|have a (?:meeting|review|new social worker|chat|say|think))\b/i;

/** "I told Kai the Home Office will say yes": the worker tells a child what others will do, or what will be. */
function foretold(note: Note, sentence: Sentence, honest: readonly Hit<"promise">[]): "outcome" | undefined {
  if (sentence.section.role === "next" && sentence.block.kind !== "paragraph") return undefined;
  const end = tellsChild(note, sentence, sentence.end);
  if (end === undefined || end === sentence.start || honest.some((hit) => hit.start >= end || /promis|guarant/i.test(note.prose.slice(hit.start, hit.end)))) return undefined;
  if (sentence.quotations.some(({ start }) => start >= end && start <= end + 8)) return undefined;
  const found = future.exec(note.prose.slice(end, sentence.end).replace(/(\p{L})['’]ll\b/gu, "$1 will").replace(/\b(he|she|they|it|you)['’]d\b/giu, "$1 would"));
  if (!found) return undefined;
  const [, subject = "", modal = "", act = ""] = found;
  if (/(?:^|\s)(?:i|we)\s*$/i.test(subject) || /\b(?:what|how|why|whether|if|who|where|might|could|may)\b/i.test(subject)) return undefined;
  const denied = /n't|not/.test(modal) || /\b(?:nobody|no one|no-one|nothing|never|no)\b/i.test(subject) || /^(?:never|not|no (?:more|longer))\b/i.test(act);
  return denied || !deed.test(act) ? "outcome" : undefined;
}
