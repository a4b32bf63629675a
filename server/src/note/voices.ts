import { matchesIn } from "../text/matches.ts";
import type { Span } from "../text/span.ts";
import type { WordsDirective } from "./directives.ts";
import { told, type Told } from "./known.ts";
import type { Block, Child, Person, Quotation, Section, Speaker } from "./note.ts";
import type { Marked } from "./quotation-marks.ts";
import type { SpokenSentence } from "./speakers.ts";

/** Who spoke in the sections before one. */
export interface SpokenBefore {
  /** The child whose words came last. */
  readonly child?: Child;
  /** Whoever spoke last and is known, where that was a child. */
  readonly last?: Person;
  /** Somebody has spoken. */
  readonly any: boolean;
}

/** What the speakers of a section are found by. */
export interface Voices {
  readonly text: string;
  readonly prose: string;
  readonly blocks: readonly Block[];
  readonly sectionOf: (block: Block) => Section;
  readonly sentences: readonly SpokenSentence[];
  readonly children: readonly Child[];
  readonly people: readonly Person[];
  readonly marked: readonly Marked[];
  /** The labelled lines that are a transcript. */
  readonly turns: ReadonlySet<Block>;
  /** The comments that say whose words stand before them, in order. */
  readonly named: readonly WordsDirective[];
  readonly before: SpokenBefore;
}

const adultKinds = new Set(["family", "relative", "carer", "professional"]);

/** The child whom a block must be about: its section's, or the note's only one. */
export function onlyChild(voices: Voices, block: Block): Told | undefined {
  const section = voices.sectionOf(block);
  if (section.child) return told(section.child.person, "heading", section.heading?.span);
  return voices.children.length === 1 ? told(voices.children[0]!.person, section.role === "view" ? "view" : "only child", section.role === "view" ? section.heading?.span : undefined) : undefined;
}

/** A quotation of a person. Whoever is neither a child of the note nor known to be grown up stays unknown. */
export function give(marked: Span & Pick<Marked, "words" | "closed">, { person, known }: Partial<Told>, voices: Voices): Quotation {
  const child = voices.children.find((one) => one.person === person);
  const speaker: Speaker = !person ? "unknown" : child || person.kind === "child" || person.minor ? "child" : person.kind === "worker" ? "worker" : adultKinds.has(person.kind) || person.kind === "other" ? "adult" : "unknown";
  return {
    start: marked.start,
    end: marked.end,
    words: marked.words,
    closed: marked.closed,
    speaker,
    ...(person ? { name: person.name } : {}),
    ...(child ? { child } : {}),
    asides: readAsides(voices.prose, marked.words),
    form: "marks",
    ...(known ? { known } : {}),
  };
}

/** Brackets inside the marks, with the space before them: put there by whoever wrote, not by whoever spoke. */
function readAsides(text: string, words: Span): Span[] {
  const asides: Span[] = [];
  for (const match of matchesIn(text.slice(words.start, words.end), /[ \u00A0]?(?:\([^()]*\)|\[[^[\]]*\])/g)) asides.push({ start: words.start + match.index, end: words.start + match.index + match[0].length });
  return asides;
}
