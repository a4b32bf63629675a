import { hitsOf } from "../lexicon/lexicon.ts";
import type { ObservationEntry } from "../lexicon/dictionary.ts";
import { bySection } from "./by-section.ts";
import type { Child, Mention, Note, Quotation, Sentence } from "./note.ts";
import { once } from "./once.ts";
import { inQuotation } from "./outline.ts";
import { reportedSpeech } from "./reported-speech.ts";
import { moved } from "../text/moved.ts";
import type { Span } from "../text/span.ts";

/** What is seen of a child in one sentence. */
export interface Observation {
  readonly sentence: Sentence;
  readonly aspects: ReadonlySet<ObservationEntry["aspect"]>;
}

/** How a note lets a child be heard. */
export interface Voice {
  readonly child: Child;
  /** Words of the child's own. */
  readonly words: readonly Quotation[];
  /** What the child said, told by the worker. */
  readonly told: readonly Sentence[];
  readonly observed: readonly Observation[];
  /** Sentences that say why there are no words. */
  readonly reasons: readonly Sentence[];
}

/** A sentence that shows what a child does or is, or says why there are no words (and has no aspects). */
export interface Sight extends Span {
  readonly aspects: ReadonlySet<ObservationEntry["aspect"]> | undefined;
  /** Where the paragraph ends that it stands in. */
  readonly blockEnd: number;
}

const body = /^\s*(?:\p{L}+ )?(?:hair|skin|eyes?|face|nose|cheeks?|hands?|arms?|legs?|teeth|clothes|nails|nappy|mouth|voice|tummy|feet|knees?|shoulders?|head|lips?|fingers?|breathing|mood)\b/u;

/** How each child of the note is heard: in words, in what is told of them, in what was seen (P42, S03). */
export const voices = once((note): readonly Voice[] => {
  const reported = reportedSpeech(note);
  return note.children.map((child) => {
    const observed: Observation[] = [];
    const reasons: Sentence[] = [];
    for (const sentence of note.sentences) {
      if (sentence.section.role === "next" || sentence.section.role === "reflections") continue;
      const aspects = seenOf(note, sentence, child);
      if (aspects.delete("none")) reasons.push(sentence);
      if (aspects.size) observed.push({ sentence, aspects });
    }
    return { child, words: note.quotations.filter((quotation) => quotation.child === child), told: reported.filter((one) => one.child === child).map(({ sentence }) => sentence), observed, reasons };
  });
});

/** The same, section by section. */
export const voicesIn = bySection(voices);

/** Where a note shows what a child does, and where it says why there are no words, in the coordinates of the whole. */
export function sightsOf(note: Note, child: Child): readonly Sight[] {
  return voicesIn(note).flatMap(({ found, at }) =>
    found.flatMap((voice) => {
      if (voice.child !== child) return [];
      const sight = ({ start, end, block }: Sentence, aspects?: Sight["aspects"]): Sight => ({ ...moved({ start, end }, at), aspects, blockEnd: block.span.end + at });
      return [...voice.observed.map(({ sentence, aspects }) => sight(sentence, aspects)), ...voice.reasons.map((sentence) => sight(sentence))];
    }),
  );
}

/** True where some section lets a child be heard, or says why it cannot. */
export const isHeard = (note: Note, child: Child): boolean => voicesIn(note).some(({ found }) => found.some((voice) => voice.child === child && [voice.words, voice.told, voice.observed, voice.reasons].some((places) => places.length > 0)));

/** The aspects of a child that a sentence shows: what the child, as its subject, is seen to do or be. */
function seenOf(note: Note, sentence: Sentence, child: Child): Set<ObservationEntry["aspect"]> {
  const aspects = new Set<ObservationEntry["aspect"]>();
  const hits = hitsOf(note.hits(sentence), "observation").filter((hit) => !inQuotation(note, hit));
  if (!hits.length) return aspects;
  const subjects = sentence.mentions.filter((mention) => mention.role === "subject" || owns(note, mention));
  // What is said of all of them together is nobody's own.
  const own = subjects.filter(({ children }) => children.length === 1 && children[0] === child);
  if (!subjects.length && sentence.about === child.person) for (const hit of hits) if (hit.start - sentence.start < 12) aspects.add(hit.entry.aspect);
  for (const mention of own) {
    // "Mr Obi told me he is behind": what others tell is not seen.
    if (tells(note, sentence, mention)) continue;
    const next = subjects.find(({ start, person }) => start > mention.start && person !== mention.person && !/^,? (?:and|&) $/.test(note.prose.slice(mention.end, start)));
    const turn = /, (?!and |then |but )\p{L}+ (?:have|has|had|is|was|were|are|will|say|says)\b/u.exec(note.prose.slice(mention.end, sentence.end));
    const limit = Math.min(next?.start ?? sentence.end, turn ? mention.end + turn.index : sentence.end);
    for (const hit of hits) if (hit.start >= mention.end && hit.start < limit) aspects.add(hit.entry.aspect);
  }
  return aspects;
}

/** "Her hair was in bunches": the child's body is the child. */
const owns = (note: Note, mention: Mention): boolean => mention.role === "other" && body.test(note.prose.slice(mention.end, mention.end + 30));

/** Somebody else tells what follows. */
function tells(note: Note, sentence: Sentence, mention: Mention): boolean {
  const before = note.prose.slice(sentence.start, mention.start);
  return /\b(?:said|says|told (?:me|us)|tells|reports?|reported|thinks|explained|feels|mentioned|informed)\b[^.;]*$/i.test(before) && sentence.mentions.some(({ end, children, role, person }) => end <= mention.start && role === "subject" && !children.length && person?.kind !== "worker");
}
