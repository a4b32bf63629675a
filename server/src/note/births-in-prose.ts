import { matchesIn } from "../text/matches.ts";
import { moved } from "../text/moved.ts";
import { Passage } from "../text/passage.ts";
import { pattern } from "../text/pattern.ts";
import { SpanIndex } from "../text/span-index.ts";
import { blank } from "../text/span.ts";
import { bySection } from "./by-section.ts";
import { readBirth } from "./dates.ts";
import type { Note } from "./note.ts";
import { literal } from "./patterns.ts";
import { datesAt } from "./positions.ts";
import { blankEntry, bornWords, due, type Entry } from "./stated-ages.ts";
import { dayOf } from "./when.ts";

/** What the prose says of the children beside their names: "Kai (9, DOB 12/03/2014)", "Kai is 9", "9-year-old Kai". */
export function readBirthsInProse(note: Note, entries: Entry[]): void {
  const passages = spokenOf(note);
  for (const { part, at: base, found: passage } of passages)
    for (const match of passage.has(bornWord) ? passage.all(birth) : []) {
      const prose = passage.text;
      const at = match.index + match[0].length;
      const date = datesAt(part, at).find(({ year }) => year !== undefined);
      const born = date && readBirth(part.text.slice(date.start, date.end), dayOf(note));
      if (!born || due.test(prose.slice(Math.max(0, at - 30), at))) continue;
      const lead = /[^.!?\n]*$/.exec(prose.slice(Math.max(0, match.index - 60), match.index))![0];
      const child = note.children.map(({ name }) => ({ name, at: lead.lastIndexOf(name) })).filter(({ at: place }) => place >= 0).sort((a, b) => b.at - a.at)[0]?.name;
      const behind = /^\)?,?\s*(?:\(|(?:and |and is |is |now |so )?aged? |and is |is now )(\d{1,2})\b(?!\s*(?:months|weeks|[/.:]\d))/.exec(prose.slice(date.end, date.end + 24));
      const before = match.groups!["before"];
      const beside = before ?? behind?.[1];
      const named = child === undefined ? undefined : entries.find(({ name }) => name === child);
      const entry = named ?? blankEntry(child ?? "");
      if (!named) entries.push(entry);
      entry.births.push({ start: base + date.start, end: base + date.end, born });
      if (beside) entry.ages.push({ ...moved(before ? { start: match.index, end: match.index + beside.length } : { start: date.end, end: date.end + behind![0].length }, base), count: Number(beside), unit: "years", nearly: false });
    }
  for (const { name } of note.children) {
    const entry = entries.find((one) => one.name === name && one.births.length);
    if (!entry) continue;
    const known = new SpanIndex([...entry.ages]);
    const called = String.raw`(?<!\b(?:when|until|till|once|before|after|if|unless|time) )(?<![\p{L}'’-])${literal(name)}`;
    const saying = pattern(String.raw`${called}(?: \p{Lu}\p{Ll}+)?(?:,? (?:who )?is (?<nearly>nearly |almost )?(?<is>\d{1,2})(?: years old)?(?=\s*(?:[.,;)]|and\b|but\b|years|$))|,? \(?aged (?<aged>\d{1,2})\b(?!\s*(?:months|weeks))| \((?<bracket>\d{1,2})(?: years?(?: old)?)?\)|, (?<comma>\d{1,2}),)|\b(?<old>\d{1,2})[ -]years?[ -]old ${literal(name)}(?![\p{L}'’-])`, "gu");
    for (const { at: base, found: passage } of passages)
      for (const match of passage.all(saying)) {
        const groups = match.groups!;
        const count = groups["is"] ?? groups["aged"] ?? groups["bracket"] ?? groups["comma"] ?? groups["old"];
        const start = base + match.index + match[0].lastIndexOf(count!);
        const age = { start, end: start + count!.length, count: Number(count), unit: "years" as const, nearly: groups["nearly"] !== undefined };
        if (!known.overlapping(age).length) entry.ages.push(age);
      }
  }
}

const birth = pattern(String.raw`(?:\b(?<before>\d{1,2})(?:\s*(?:years?|yrs?)(?: old)?)?,?\s+)?\b${bornWords}:?\s*(?=\d)`, "giu");

/** What it holds: asked first, as it is soon answered. */
const bornWord = /d\.?\s?o\.?\s?b|of birth|born|b\./i;

/** The prose of each section, with everybody's words blanked: the same length. */
const spokenOf = bySection((part) => new Passage(blank(part.prose, 0, part.quotations, " ")));
