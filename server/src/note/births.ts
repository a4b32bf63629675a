import { pattern } from "../text/pattern.ts";
import type { Span } from "../text/span.ts";
import { readBirthsInProse } from "./births-in-prose.ts";
import { findDates, readBirth } from "./dates.ts";
import type { Detail, Note } from "./note.ts";
import { once } from "./once.ts";
import { rowCells, tableCells } from "./positions.ts";
import { blankEntry, bornWords, due, unit, type BirthDate, type Born, type Entry, type StatedAge } from "./stated-ages.ts";
import { dayOf } from "./when.ts";

const ageInPiece = pattern(String.raw`(?:^|[\s(,;:–-])(nearly |almost |just )?(?:aged?:?\s*)?(\d{1,2})(?:\s?½|\.5)?\s*-?${unit}?\.?(?:[\s-]*old)?(?=\s*(?:$|[),;.]|${bornWords}|and\b|[–-]))`, "i");

const ageAlone = pattern(String.raw`(nearly|almost)?\s*(?:aged?:?\s*)?(\d{1,3})(?:\s?½|\.5)?\s*-?${unit}?`, "i");
const bornHead = pattern(`^${bornWords}s?$`, "i");
/** A piece that goes on about the child before it. */
const goesOn = pattern(`^\\s*(?:${bornWords}|aged?\\b|due\\b|known\\b)`, "i");

/** Dates of birth and ages, person by person: from the details, from tables, and from the prose beside a child's name. */
export const birthsOf = once((note): readonly Born[] => {
  const entries: Entry[] = [];
  readDetails(note, entries);
  readTables(note, entries);
  readBirthsInProse(note, entries);
  return entries;
});

function readDetails(note: Note, entries: Entry[]): void {
  let group: Entry[] = [];
  for (const detail of note.details) {
    const { key, written, value, valueSpan } = detail;
    if (key === "child" || key === "sibling") {
      const waiting = group.length === 1 && !group[0]!.name ? group[0] : undefined;
      const named = peopleIn(note, detail);
      if (waiting && named[0]) Object.assign(waiting, { name: named[0].name, births: [...waiting.births, ...named[0].births], ages: [...waiting.ages, ...named[0].ages] });
      group = waiting ? [waiting, ...named.slice(1)] : named.length ? named : group;
      entries.push(...named.filter((entry) => !waiting || entry !== named[0]));
    } else if (key === "born" || key === "age") {
      if (!group.length) entries.push((group = [blankEntry("")])[0]!);
      const births = key === "born" ? birthsIn(note, valueSpan) : [];
      const ages = key === "age" ? value.split(/[,;&]|\band\b/).flatMap((piece) => ageIn(piece, detail.span) ?? []) : agesBeside(note, valueSpan);
      const unborn = due.test(written) || due.test(value);
      const found = key === "born" ? births : ages;
      const named = group.filter(({ name }) => name && written.toLowerCase().includes(name.toLowerCase()));
      const meant = named.length === 1 ? named : group;
      const only = meant.length === 1;
      for (const [index, entry] of (only || found.length === group.length ? meant : []).entries()) {
        entry.unborn ||= only && unborn;
        entry.births.push(...(only ? births.slice(0, 1) : births.slice(index, index + 1)).map((birth) => (only ? { ...birth, ...detail.span } : birth)));
        entry.ages.push(...(only ? ages.slice(0, 1) : key === "age" ? ages.slice(index, index + 1) : []));
      }
    } else if (["other", "present"].includes(key)) entries.push(...peopleIn(note, detail).filter(({ births, ages }) => births.length && ages.length));
  }
}

/** The people that the value of a detail lists, with what it says of each: "Callum Frost (13, DOB 02/09/2011), Erin Frost (11)". */
function peopleIn(note: Note, { value, valueSpan }: Detail): Entry[] {
  const people: Entry[] = [];
  const base = valueSpan.start + Math.max(0, note.text.slice(valueSpan.start, valueSpan.end).indexOf(value));
  let from = 0;
  let depth = 0;
  const pieces: Span[] = [];
  for (let at = 0; at <= value.length; at += 1) {
    const sign = value[at];
    if (sign === "(") depth += 1;
    else if (sign === ")") depth = Math.max(0, depth - 1);
    const cut = sign === undefined || (!depth && (/[,;&\n]/.test(sign) || (sign === "/" && !/\d/.test(value[at - 1] ?? ""))));
    const and = !cut && !depth && /^ and \p{Lu}/u.test(value.slice(at, at + 6));
    if (!cut && !and) continue;
    pieces.push({ start: from, end: at });
    from = and ? at + 5 : at + 1;
  }
  for (const { start, end } of pieces) {
    const piece = value.slice(start, end);
    const name = /^\s*["“]?(\p{Lu}[\p{L}\p{M}'’-]+)/u.exec(piece)?.[1];
    const continues = !name || goesOn.test(piece);
    if (!continues) people.push(blankEntry(name));
    const entry = people.at(-1);
    if (!entry) continue;
    const span = { start: base + start, end: base + end };
    entry.unborn ||= due.test(piece);
    if (!due.test(piece)) entry.births.push(...birthsIn(note, span));
    entry.ages.push(...agesBeside(note, span));
  }
  return people;
}

const birthsIn = (note: Note, span: Span): BirthDate[] =>
  findDates(note.text.slice(span.start, span.end), span.start).flatMap(({ start, end, year }) => {
    const born = year === undefined ? undefined : readBirth(note.text.slice(start, end), dayOf(note));
    return born ? [{ start, end, born }] : [];
  });

/** The age in a piece of a detail, beside a date of birth or without one. */
function agesBeside(note: Note, span: Span): StatedAge[] {
  let text = note.text.slice(span.start, span.end);
  for (const { start, end } of findDates(text)) text = text.slice(0, start) + "#".repeat(end - start) + text.slice(end);
  text = text.replace(/\b(?:school )?(?:year|yr|class|y)\.?\s?\d+/gi, (all) => "#".repeat(all.length)).replace(/\d{1,2}[:.]\d\d(?:\s?[ap]m)?|\d{1,2}\s?[ap]m\b/gi, (all) => "#".repeat(all.length));
  const match = ageInPiece.exec(text);
  if (!match) return [];
  const at = span.start + match.index + match[0].search(/\d/);
  return ageIn(match[0], { start: at, end: span.start + match.index + match[0].trimEnd().length }) ?? [];
}

/** "9", "nearly 9", "7 months": an age in words of its own. */
function ageIn(piece: string, span: Span): [StatedAge] | undefined {
  const match = ageAlone.exec(piece);
  if (!match || /\bunborn\b/i.test(piece)) return undefined;
  const written = (match[3] ?? "years").toLowerCase();
  return [{ start: span.start, end: span.end, count: Number(match[2]), unit: written.startsWith("m") ? "months" : written.startsWith("w") ? "weeks" : written.startsWith("d") ? "days" : "years", nearly: match[1] !== undefined }];
}

/** A table with columns for the date of birth and the age. */
function readTables(note: Note, entries: Entry[]): void {
  const cells = note.blocks.filter(({ cell }) => cell);
  const said = ({ span }: { span: Span }) => note.prose.slice(span.start, span.end).trim();
  for (const head of cells) {
    if (head.cell!.row !== 0 || !bornHead.test(said(head))) continue;
    const mine = tableCells(note, head.cell!.table);
    const columns = (pattern: RegExp) => mine.find((other) => other.cell!.row === 0 && pattern.test(said(other)))?.cell!.column;
    const [name, age] = [columns(/^(?:full )?(?:name|child)\b/i), columns(/^age\b/i)];
    for (const born of mine.filter(({ cell }) => cell!.row > 0 && cell!.column === head.cell!.column)) {
      const at = (column: number | undefined) => rowCells(note, born.cell!.table, born.cell!.row).find(({ cell }) => cell!.column === column);
      const stated = at(age);
      entries.push({ ...blankEntry(at(name) ? said(at(name)!).split(" ")[0]! : ""), births: birthsIn(note, born.span), ages: stated ? ageIn(said(stated), stated.span) ?? [] : [] });
    }
  }
}
