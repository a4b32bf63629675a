import type { CommunicationEntry } from "../lexicon/dictionary.ts";
import { wordList } from "../lexicon/lexicon.ts";
import { pattern } from "../text/pattern.ts";
import type { Span } from "../text/span.ts";
import type { Child, Detail, Note, Person } from "./note.ts";

export type Means = NonNullable<CommunicationEntry["about"]>;

/** Somebody who needs support to communicate, and where the note says so. */
export interface CommunicationNeed {
  readonly span: Span;
  readonly about: Means;
  readonly child?: Child;
  /** The child's or grown-up's. */
  readonly person: Person;
}

/** What there was to support somebody, or a reason for there being none; without a kind it is for all. */
export interface Support {
  readonly about?: Means;
  readonly span: Span;
}

const languages = pattern(`\\b(?:${[...wordList("languages")].filter((word) => !/[([]/.test(word)).join("|")}|mandarin|cantonese|romani)\\b`, "i");
const nothing = /^\W*(?:$|none\b|no\b|n\/a|nil\b|not (?:known|needed|required|applicable)|unknown|verbal\b|english\b|fluent|good\b|age[- ]appropriate|speaks\b|tbc|-+$)/i;
const hearing = /\b(?:deaf\w*|hearing|bsl|british sign|hard of hearing|cochlear)\b/i;
const speech = /\b(?:non-? ?(?:verbal|speaking)|pre-?verbal|mut(?:e|ism)|makaton|pecs|aac|talker|does not (?:speak|talk)|no (?:words|speech)|few words)\b/i;

/** What the details of a note say of communicating: "First language: Polish", "Communication: Makaton", "Present: … (interpreter)". */
export function communicationDetails(note: Note): { readonly needs: readonly CommunicationNeed[]; readonly support: readonly Support[] } {
  const needs: CommunicationNeed[] = [];
  const support: Support[] = [];
  for (const detail of note.details) {
    const about = needIn(detail);
    if (about) for (const child of note.children) if (!child.unborn && ((child.age?.years ?? 5) >= 2 || about === "hearing")) needs.push({ span: detail.span, about, child, person: child.person });
    if (/\binterpreter|translator\b/i.test(detail.written)) {
      // "Interpreter: yes, Mrs Aziz" was there; "Interpreter: not needed, her English is fluent" is a reason; "no" alone is neither.
      if (!/^\W*(?:$|no(?:ne)?\W*$|n\/a|tbc)/i.test(detail.value) && !/\b(?:needed|required)\b/i.test(detail.written)) support.push({ span: detail.span });
    } else if (/\b(?:interpreter|translator|language line|signer|communication support)\b/i.test(detail.value) && !/\b(?:needed|required|needs)\b/i.test(detail.value)) support.push({ span: detail.span });
  }
  // Several children who share one detail need one word about it.
  return { needs: needs.length > 1 ? needs.slice(0, 1) : needs, support };
}

/** What kind of support a detail asks for. */
function needIn({ written, value }: Detail): Means | undefined {
  if (/\binterpreter (?:needed|required)\b/i.test(written)) return /^\W*yes\b/i.test(value) || languages.test(value) ? "language" : undefined;
  if (nothing.test(value)) return undefined;
  if (/\blanguages?\b|\btongue\b/i.test(written)) return /\benglish\b/i.test(value) && !/\b(?:no|little|limited) english\b/i.test(value) ? undefined : hearing.test(value) ? "hearing" : languages.test(value) ? "language" : undefined;
  if (/\bcommunicat/i.test(written)) return hearing.test(value) ? "hearing" : languages.test(value) && !/\benglish\b/i.test(value) ? "language" : "speech";
  if (/\bdisabilit|\bneeds\b/i.test(written)) return hearing.test(value) ? "hearing" : speech.test(value) ? "speech" : undefined;
  return undefined;
}
