import { defineRule, field, fix, insert } from "../engine/rule.ts";
import { essentialsOf, type Essential } from "../note/essentials.ts";
import { endOfLine, firstLine, isVisit, lineEnding } from "../note/outline.ts";
import type { Note } from "../note/note.ts";
import { visitIn } from "../note/when.ts";
import type { Edit } from "../text/edit.ts";

/** What a reader needs to know of a visit before the first word: when, when recorded, who, where (S02). */
export const detailsMissing = defineRule({
  id: "details-missing",
  severity: "information",
  standards: ["S02", "P64"],
  summary: "The details of a visit do not say when or where it was, who was visited, or when it was recorded",
  explain:
    "A note is found and understood by its details: whom it is about, the day and the place of the visit, and the day it was recorded. With them the checker can also hold the note against the time limits; without them it keeps quiet about these.\n\nThey may stand in front matter, in lines such as `Date of visit: 03/06/2025`, in a table, or at the top of the note.",
  leaves: ["notes that are no visit", "a date or a place that the opening line or the prose gives: “Home visit 12/6/25”"],
  poor: "Child: Kai Morton (9)\nType of visit: Statutory visit\n\nKai showed me his rabbit.\n",
  better: "Child: Kai Morton (9)\nType of visit: Statutory visit\nDate of visit: 03/06/2025 16:00\nDate recorded: 04/06/2025 10:30\nPlace: home\n\nKai showed me his rabbit.\n",
  *check(note) {
    if (!isVisit(note)) return;
    const missing = essentialsOf(note).filter(({ given }) => !given);
    if (!missing.length) return;
    const names = missing.map(({ name }) => `the ${name}`);
    const list = names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names[0];
    const edits = completing(note, missing);
    yield {
      span: firstLine(note),
      subject: missing.map(({ name }) => name).join("; "),
      message: `The details of this visit do not give ${list} yet. Please add ${missing.length > 1 ? "them" : "it"}.`,
      fixes: edits.length ? [fix(`Add ${list}, to complete`, edits)] : [],
    };
  },
  *asks(note) {
    if (!isVisit(note)) return;
    const visit = visitIn(note);
    const places = essentialsOf(note).flatMap(({ given, key }) => (given ? note.details.filter((detail) => detail.key === key && detail.value.trim()).map(({ span }) => span) : []));
    yield { title: "The details say when and where, who was visited, and when it was recorded", met: places.length || !visit ? places : [{ start: visit.start, end: visit.end }] };
  },
});

const wording = { visited: "Date of visit", recorded: "Date recorded", child: "Child", place: "Place" };
const asked = { visited: "day and time of the visit", recorded: "day and time of recording", child: "child's name", place: "where the child was seen" };

/** Fields to complete: behind the keys that are there already, and new lines in the form that the note's details have. */
function completing(note: Note, missing: readonly Essential[]): Edit[] {
  const edits = missing.flatMap(({ key, open }) => {
    if (!open || note.text.slice(note.text.lastIndexOf("\n", open.span.start) + 1, endOfLine(note, open.span.start)).includes("[…")) return [];
    const colon = note.text.indexOf(":", open.span.start);
    const at = Math.max(open.valueSpan.end, colon >= 0 && colon < endOfLine(note, open.span.start) ? colon + 1 : 0);
    return [insert(at, `${/\s/.test(note.text[at - 1] ?? " ") ? "" : " "}${field(asked[key])}`)];
  });
  const absent = missing.filter(({ open }) => !open);
  return absent.length ? [...edits, newLines(note, absent)] : edits;
}

function newLines(note: Note, absent: readonly Essential[]): Edit {
  const end = lineEnding(note);
  const { details, detailsSpan } = note;
  const last = details.filter(({ span }) => span.start >= detailsSpan.start && span.start < detailsSpan.end).at(-1);
  const small = last !== undefined && last.written[0] === last.written[0]!.toLowerCase();
  const words = (key: Essential["key"]) => (small ? wording[key].toLowerCase() : wording[key]);
  const front = /^\s*---/.test(note.text.slice(detailsSpan.start, detailsSpan.end)) && detailsSpan.end > detailsSpan.start;
  if (front) {
    const fence = note.text.lastIndexOf("---", detailsSpan.end);
    return insert(fence, absent.map(({ key }) => `${words(key)}: ${field(asked[key])}${end}`).join(""));
  }
  if (!last) return insert(note.text.startsWith("\uFEFF") ? 1 : 0, `${absent.map(({ key }) => `${words(key)}: ${field(asked[key])}`).join(end)}${end}${end}`);
  const start = note.text.lastIndexOf("\n", last.span.start - 1) + 1;
  const stop = endOfLine(note, last.span.start);
  const line = note.text.slice(start, stop);
  const name = line.indexOf(last.written);
  const value = last.value ? line.lastIndexOf(last.value) : -1;
  // A new line is laid out like the last one: "**Worker:** Sam", "| Worker | Sam |", "- Worker: Sam".
  const like = (key: Essential["key"]) => (name < 0 || value < 0 ? `${words(key)}: ${field(asked[key])}` : line.slice(0, name) + words(key) + line.slice(name + last.written.length, value) + field(asked[key]) + line.slice(value + last.value.length));
  return insert(stop, absent.map(({ key }) => end + like(key)).join(""));
}
