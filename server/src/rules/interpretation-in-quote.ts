import { spoken } from "../note/spoken.ts";
import { defineRule, fix, insert, replace, type Draft } from "../engine/rule.ts";
import { hitsOf } from "../lexicon/lexicon.ts";
import type { Child, Note, Quotation } from "../note/note.ts";
import { literal } from "../note/patterns.ts";
import { sentencesIn } from "../note/positions.ts";
import { relations } from "../note/words.ts";
import { pattern } from "../text/pattern.ts";
import { contains, cover, overlaps, trim, type Span } from "../text/span.ts";

/** A worker's comment, or a professional's words, inside the marks of a child's quotation (P35, V08). */
export const interpretationInQuote = defineRule({
  id: "interpretation-in-quote",
  severity: "information",
  standards: ["P35", "V08"],
  summary: "A comment, or a professional's words, inside the marks of a child's quotation",
  explain: "What stands between the marks should be what the child said, and nothing else. A comment in brackets, or a word that only we use, makes the child say what they did not. Put what you thought behind the quotation, in a sentence of its own, best in the reflections.",
  leaves: ["a name in square brackets that makes clear who is meant: “she [Mum] comes on Fridays”", "what children in care say themselves: contact, placement, social worker, my review", "everything about the child's own style, spelling and swearing"],
  poor: "Child: Kai (9)\n\nKai said “Dad shouts (he is clearly scared of him)”.\n",
  better: "Child: Kai (9)\n\nKai said “Dad shouts”.\n",
  scope: "section",
  *check(note) {
    for (const quotation of note.quotations) {
      if (quotation.speaker !== "child") continue;
      const comments = quotation.asides.filter((aside) => isComment(note, quotation, aside));
      for (const aside of comments) yield bracket(note, quotation, aside);
      const stretches = spoken(note, quotation);
      const words = adultWords(note, quotation).filter((span) => stretches.some((stretch) => contains(stretch, span)));
      const third = thirdPerson(note, quotation, stretches);
      const all = third && !words.length ? [third] : third ? [cover(third, ...words.filter((span) => clauseOf(note, third, span)))] : [];
      for (const span of [...all, ...words.filter((span) => !all.some((other) => overlaps(other, span)))])
        yield {
          span,
          message: third
            ? "Inside a child's quotation, this speaks of the child as somebody else would. If the child did not say it, write it outside the marks, as yours."
            : `“${note.text.slice(span.start, span.end)}” is a word that a child${quotation.child?.age ? ` of ${quotation.child.age.years}` : ""} would seldom use. If it is not what was said, write the child's own words here, and yours outside the marks.`,
        };
    }
  },
});

function bracket(note: Note, quotation: Quotation, aside: Span): Draft {
  const comment = note.text.slice(aside.start, aside.end);
  const span = trim(note.text, aside);
  const space = comment.startsWith(" ") || comment.startsWith("\u00A0") ? "" : " ";
  return {
    span,
    message: "This comment stands inside the marks, as if the child had said it. Move it behind the quotation, or to the reflections.",
    fixes: quotation.form === "marks" && quotation.closed ? [fix("Move the comment out behind the quotation", [replace(aside, ""), insert(quotation.end, space + comment)])] : [],
  };
}

const stage = /^(?:laugh|giggl|cry|cries|crying|smil|sigh|whisper|shout|nod|pause|silence|shrug|mumbl|sob|tearful|point|inaudible|unclear|(?:makes?|making|shakes?|shaking|looks?|looking|holds?|holding|puts?|putting|covers?|covering|stands?|standing|mimes?|pulls?|pulling|claps?|clapping|waves?|waving|starts?|stops?|does|demonstrates?|acts?|gestures?|turns?|turning|sings?|singing|jumps?|claps|picks?|stamps?|taps?|leans?|walks?|runs?|opens?|closes?|draws?|drawing|yawns?|coughs?|blows?|rolls?|grins?|frowns?|long pause|quietly|loudly)\b(?! (?:signs?|anxious|scared|sad|upset|frightened|worried|uncomfortable))|\.\.\.|…|sic\b|swear|redacted)/i;

/** Words that begin a bracket which says who, where or when: "(the dog)", "(at Nan's)", "(last week)", "(his cousin)". */
const clarifies = /^(?:the|a|an|his|her|their|my|our|your|this|that|those|these|some|in|at|on|from|by|near|with|for|to|about|last|next|every|not|aged?|year|number|room|one|two|three|four|five|i\.?e\.?|called|named|also|now|then|mum's|dad's|nan's)\b/i;
/** Verbs that make a sentence of a bracket. */
const finite = /\b(?:is|are|was|were|be|been|has|have|had|does|do|did|will|would|can|could|may|might|must|should|seem(?:s|ed)?|appear(?:s|ed)?|look(?:s|ed)|feel(?:s|ing)?|felt|need(?:s|ed)?|want(?:s|ed)?|show(?:s|ed|n|ing)?|noted|observed|carry|play(?:s|ed|ing)?|\p{L}{3,}(?:ing|ises|ised))\b/iu;

/** Kinds of interpretive words that also stand in plain brackets. */
const neutral: ReadonlySet<string> = new Set(["aim", "plain"]);

/** True where the dictionaries know a word of comment, or of the trade, in a bracket. */
const judges = (note: Note, aside: Span): boolean =>
  sentencesIn(note, aside)
    .flatMap((sentence) => note.hits(sentence))
    .some((hit) => contains(aside, hit) && (hit.dictionary === "professional" || hitsOf([hit], "interpretation").some(({ entry }) => !neutral.has(entry.kind))));

/** A bracket that comments, and does not only say who or what is meant, or how it was said. */
function isComment(note: Note, quotation: Quotation, aside: Span): boolean {
  const { start, end } = trim(note.text, aside);
  const square = note.text[start] === "[";
  const inside = note.prose.slice(start + 1, end - 1).trim();
  const words = inside.split(/\s+/);
  if (!/\p{L}/u.test(inside) || stage.test(inside)) return false;
  const judged = judges(note, aside);
  const names = words.every((word) => /^\p{Lu}/u.test(word) || relations.has(word.toLowerCase().replace(/'s$/, "")) || /^(?:and|the|his|her|their|my|our|'s|foster|social|key|step|support|class|best)$/i.test(word));
  if (names && words.length <= 4 && !judged) return false;
  if (/\b(?:i|i'm|im|my|me|we|us)\b/i.test(inside) && quotation.form !== "cell") return false;
  if (judged || inside.startsWith("?")) return true;
  if (words.length < 2) return false;
  if (square && words.length <= 3 && !/\b(?:is|was|has|displays?|shows?|unclear)\b/i.test(inside)) return false;
  if (words.length <= 5 && clarifies.test(inside) && !finite.test(inside)) return false;
  // What a child writes has brackets of the child's own.
  const wrote = /\b(?:wrote|written|writes|typed|types|texted|texts?|message[ds]?|messaged|letter|card|list|page|diary|poster|put)\b(?:(?!\bsaid\b)[^.“"])*$/i.test(note.prose.slice(Math.max(0, quotation.start - 80), quotation.start));
  return !wrote || pattern(`\\b(?:he|she|they|${(quotation.child?.name ?? "child").replace(/[^\p{L}]/gu, ".")})\\b`, "iu").test(inside);
}

/** Hedges, and words beyond the child's age. */
function adultWords(note: Note, quotation: Quotation): Span[] {
  const age = quotation.child?.age?.years ?? 12;
  return sentencesIn(note, quotation)
    .flatMap((sentence) => note.hits(sentence))
    .filter((hit) => contains(quotation.words, hit))
    .filter((hit) => (hit.dictionary === "professional" ? hitsOf([hit], "professional")[0]!.entry.from > age : hit.dictionary === "interpretation" && hitsOf([hit], "interpretation")[0]!.entry.kind === "hedge"))
    .map(({ start, end }) => ({ start, end }))
    .filter((span, index, all) => !all.some((other, at) => at !== index && contains(other, span) && (other.end - other.start > span.end - span.start || at < index)));
}

const clauseOf = (note: Note, a: Span, b: Span): boolean => !/[.,;!?]/.test(note.prose.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)));

/** How one of a child's names would stand in such a clause, put together once for each child. */
function ofThemselves(child: Child, form: readonly string[]): RegExp {
  let patterns = ways.get(child);
  if (!patterns) ways.set(child, (patterns = new Map()));
  let known = patterns.get(form);
  if (!known) {
    const name = form.map(literal).join("[ -]");
    patterns.set(form, (known = pattern(`(?:^|[.,;!?]\\s*|\\b(?:and|but|because|cos|so|that)\\s+)(${name} (?:is(?! my name)|has|was|feels|felt|does|doesn't|did|struggles|struggled|finds|presents|self[ -]?harms|appears|seems|wants|wanted|needs|says|said|states|thinks|believes|would like|enjoys|likes|lacks|uses|shows|reports|reported|stated|describes|expressed|worries|misses|continues|displays|engages|refuses|loves|hates|cannot|can't)\\b[^.,;!?]*)`, "iu")));
  }
  return known;
}
const ways = new WeakMap<Child, Map<readonly string[], RegExp>>();

/** The child's own name before a verb of the third person, at the start of a clause: "Callum feels that the plan is not meeting his needs". Small children name themselves so. */
function thirdPerson(note: Note, quotation: Quotation, stretches: readonly Span[]): Span | undefined {
  const { child } = quotation;
  if (!child || (child.age && child.age.years < 5)) return undefined;
  for (const stretch of stretches) {
    const text = note.prose.slice(stretch.start, stretch.end);
    const inSmall = text.toLowerCase();
    for (const form of child.person.forms) {
      if (!inSmall.includes(form[0]!)) continue;
      const match = ofThemselves(child, form).exec(text);
      if (match) {
        const start = stretch.start + match.index + match[0].length - match[1]!.length;
        const joined = /\s(?:but|so|and)\s/.exec(match[1]!.slice(12));
        return trim(note.prose, { start, end: start + (joined ? 12 + joined.index : match[1]!.length) });
      }
    }
  }
  return undefined;
}
