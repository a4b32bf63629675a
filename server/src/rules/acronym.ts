import { defineRule, fix, insert, type Draft } from "../engine/rule.ts";
import { isTeamWord } from "../engine/settings.ts";
import { putInPlace } from "../engine/wording.ts";
import type { Fix } from "../engine/finding.ts";
import type { AcronymSense } from "../lexicon/dictionary.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { clashIn, findAcronyms, wordBehind, type AcronymClash, type AcronymUse } from "../note/acronyms.ts";
import type { Note } from "../note/note.ts";
import { groupBy } from "../text/group.ts";
import { tokenise } from "../text/tokens.ts";

/** An acronym that the note does not write in full at its first use (G15, G16, R01). */
export const acronym = defineRule({
  id: "acronym",
  severity: "information",
  standards: ["G15", "G16", "R01"],
  summary: "An acronym is not written in full at its first use",
  explain: "A child or parent who reads this may not know what the letters stand for, and some letters stand for several things. Write the words in full at the first use, with the letters in brackets behind them; after that the letters will do.",
  leaves: ["everyday ones: TV, GP, NHS, PE, OK", "names and initials of people, schools, brands; sentences all in capitals", "`ABC (Full Words)` and `Full Words (ABC)`, in any case", "everybody's quoted words, headings and details", "your team's own words, by the setting"],
  poor: "He is waiting for CAMHS and CAMHS say it may be spring.\n",
  better: "He is waiting for the Child and Adolescent Mental Health Services (CAMHS) and CAMHS say it may be spring.\n",
  *check(note, { settings }) {
    const uses = findAcronyms(note).filter(({ written, key }) => !isTeamWord(settings, written, key));
    for (const all of groupBy(uses, ({ key }) => key).values()) {
      const explained = all.findIndex(({ meaning }) => meaning !== undefined);
      const bare = explained < 0 ? all : all.slice(0, explained);
      const clash = clashIn(note, all);
      if (bare.length && clash?.use !== bare[0]) yield draft(note, bare, explained >= 0);
      if (clash) yield clashing(clash);
    }
  },
});

const clashing = ({ use, meaning, explained, other }: AcronymClash): Draft => ({
  span: use,
  subject: use.entry?.term ?? use.written,
  message: `${use.letters} seems to stand for two things in this note: “${meaning}”${other ? `, and here “${other}”` : ", and here something else"}. Please write one of them in full each time.`,
  related: [{ span: explained, message: `here ${use.letters} is “${meaning}”` }],
});

function draft(note: Note, bare: readonly AcronymUse[], later: boolean): Draft {
  const [first, ...rest] = bare as [AcronymUse, ...AcronymUse[]];
  const { entry, written } = first;
  const all = sensesHere(note, first, entry?.senses ?? []);
  const usual = all.filter(({ rare }) => !rare);
  const senses = usual.length ? usual : all;
  const aside = senses.length === 1 && !/obsolete|local|form|system|tool/i.test(senses[0]!.note ?? "") ? senses[0]!.note : undefined;
  const short = aside && aside.length <= 40 ? ` (${aside})` : "";
  const meaning = senses.length === 1 ? ` It usually means “${senses[0]!.full}”${short}${senses[0]!.plain ? `, that is, ${senses[0]!.plain}` : ""}.` : senses.length > 1 ? ` It can mean ${senses.slice(0, 3).map(({ full }) => `“${full}”`).join(" or ")}.` : "";
  const caution = aside && !short ? ` Please note: ${aside}.` : "";
  return {
    span: first,
    subject: entry?.term ?? written,
    word: first.letters,
    ...(entry && !entry.hint ? {} : { severity: "hint" as const }),
    message: entry ? `${written} is not written in full here${later ? ", only further down" : ""}.${meaning} A child or parent may not know it.${caution}` : `${written} is not one that we know. If it is short for something, write it in full the first time; if it is a name, leave it, or add it to your team's words.`,
    related: rest.map((use) => ({ span: use, message: `${use.written} again` })),
    // "DNA'd": the letters are used as a verb, and no words in full fit.
    fixes: /^['’]d\b/.test(note.text.slice(first.end, first.end + 3)) ? [] : [...senses, ...all.filter((sense) => !senses.includes(sense))].flatMap((sense) => fixesFor(note, first, rest, sense, entry?.safe === true && senses.length === 1 && !sense.rare && !later && !bringsJargon(note, sense.full))),
  };
}

/** "CP plan" is no Care Plan plan: a sense that ends with the very next word is not meant, where there are others. */
function sensesHere<S extends { readonly full: string }>(note: Note, use: AcronymUse, senses: readonly S[]): readonly S[] {
  const next = wordBehind(note, use);
  const left = senses.filter(({ full }) => next === undefined || full.toLowerCase().split(/\s+/).at(-1)?.replace(/s$/, "") !== next);
  return left.length ? left : senses;
}

function fixesFor(note: Note, first: AcronymUse, rest: readonly AcronymUse[], { full, plain }: AcronymSense, safe: boolean): Fix[] {
  const words = full.replace(/\s*\([^)]*\)$/, "");
  // "s47" is a number in an act: it is explained behind it, and stays.
  if (/\d$/.test(first.letters)) {
    const meaning = /\(([^)]*)\)$/.exec(full)?.[1] ?? plain;
    return meaning ? [fix(`Write “${first.letters} (${meaning})”`, insert(first.end, ` (${meaning})`))] : [];
  }
  const written = first.plural ? pluralOf(words) : words;
  const inFull = isInBrackets(note, first) ? `${written}, ${first.letters}` : `${written} (${first.letters})`;
  return [
    fix(`Write “${inFull}”`, putInPlace(note, first, `${inFull}${first.possessive ? "'s" : ""}`), safe && !first.plural && !first.possessive),
    fix(rest.length ? `Write “${words}” everywhere` : `Write “${words}” without the letters`, [first, ...rest].map((use) => {
      const all = use.plural ? pluralOf(words) : words;
      return putInPlace(note, use, `${all}${use.possessive ? "'s" : ""}`);
    })),
    // "LAC" is also a label that many dislike: a child in care.
    ...(plain && isShort(plain) && !first.plural && plain.toLowerCase() !== words.toLowerCase() ? [fix(`Write “${plain}”`, putInPlace(note, first, `${plain}${first.possessive ? "'s" : ""}`))] : []),
  ];
}

/** Few enough words to stand in a sentence in place of letters. */
const isShort = (plain: string): boolean => plain.split(/\s+/).length <= 4 && !/[,;(]/.test(plain);

/** "Sal (TM)": a bracket in a bracket would be hard to read. */
const isInBrackets = (note: Note, use: AcronymUse): boolean => {
  const before = note.prose.slice(Math.max(0, use.start - 80), use.start);
  return before.lastIndexOf("(") > before.lastIndexOf(")") && note.prose.slice(use.end, use.end + 80).includes(")");
};

/** Words in full may hold a word of our trade themselves; then the writer chooses. */
function bringsJargon({ lexicon }: Note, full: string): boolean {
  let known = jargonIn.get(lexicon);
  if (!known) jargonIn.set(lexicon, (known = new Map()));
  let brings = known.get(full);
  if (brings === undefined) known.set(full, (brings = lexicon.findIn(tokenise(full).map((token) => ({ ...token, classes: 0 }))).some(({ dictionary }) => dictionary === "jargon" || dictionary === "risk")));
  return brings;
}

/** By the words in full of a lexicon's own entries. */
const jargonIn = new WeakMap<Lexicon, Map<string, boolean>>();

const pluralOf = (words: string): string => (/s$/i.test(words) ? words : `${words}s`);
