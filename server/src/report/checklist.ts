import type { Checklist } from "../checklist.ts";
import type { Clause } from "../engine/finding.ts";
import { holdsField } from "../engine/rule.ts";
import type { Note } from "../note/note.ts";
import type { Point, Points, PointState } from "../points/point.ts";
import { clause } from "../standards/clauses.ts";
import { slice, type Span } from "../text/span.ts";
import { plain } from "./excerpt.ts";
import { isAboutWholeNote } from "./pretty.ts";
import { counted } from "./words.ts";

/** A note, the points of the standard for it, and the questions that only its writer can answer. */
export interface ListedNote {
  readonly path: string;
  readonly note: Note;
  readonly points: Points;
  readonly checklist: Checklist;
}

/** For people: a list to go through, what is missing first. */
export function checklistReport(notes: readonly ListedNote[]): string {
  return notes
    .map(({ path, note, points }) => {
      const head = `${plain(path)}: ${points.kind}, ${plain(points.profile.title)}: ${points.met} of ${counted(points.total, "point")} met, ${counted(points.judge, "question")} that only you can answer${points.ticked ? ` (${points.ticked} ticked)` : ""}`;
      const lists = titles.flatMap(([state, title]) => {
        const listed = points.points.filter((point) => point.state === state);
        return listed.length ? [`\n ${title}\n${listed.map((point) => entry(note, point)).join("")}`] : [];
      });
      return `${head}\n${lists.join("")}`;
    })
    .join("\n");
}

const titles: readonly (readonly [PointState, string])[] = [
  ["missing", "Missing"],
  ["met", "Met"],
  ["judge", "For you to judge"],
];

/** Few places are enough to find what meets a point. */
const mostPlaces = 5;

function entry(note: Note, { state, title, detail, clauses, evidence, findings, ticked }: Point): string {
  const lineOf = ({ start }: Span): number => note.lines.positionAt(start).line + 1;
  const places = [...new Set(evidence.map(lineOf))];
  const where = state === "met" && places.length ? ` (${places.length > 1 ? "lines" : "line"} ${places.slice(0, mostPlaces).join(", ")}${places.length > mostPlaces ? " …" : ""})` : "";
  const [first] = clauses;
  const cited = state === "judge" ? clauses.map(({ id }) => id) : first ? [first.id] : [];
  const open = state === "missing" ? [...new Set(evidence.filter((span) => holdsField(slice(note.text, span))).map(lineOf))].map((line) => `line ${line}: there is a field to complete.`) : [];
  const below = state === "missing" ? [...findings.map((finding) => (isAboutWholeNote(note, finding) ? finding.message : `line ${lineOf(finding.span)}: ${finding.message}`)), ...open] : state === "judge" && detail ? [detail] : [];
  return `  [${state === "met" || ticked ? "x" : state === "missing" ? " " : "?"}] ${plain(title)}${where}${cited.length ? ` [${cited.join(", ")}]` : ""}\n${below.map((line) => `      ${plain(line)}\n`).join("")}`;
}

/** For programs: one object. Offsets and characters are UTF-16 units; lines and characters count from 0. */
export function checklistJson(notes: readonly ListedNote[]): string {
  const listed = notes.map(({ path, note, points: { kind, met, total, ticked, judge, points }, checklist: { profile, items } }) => ({
    path,
    kind,
    profile: profile.id,
    met,
    total,
    ticked,
    judge,
    items: items.map(({ id, ask, why, clauses }) => ({ id, ask, ...(why ? { why } : {}), standards: clauses.map((one) => cited(clause(one, profile))) })),
    points: points.map((point) => jsonPoint(note, point)),
  }));
  return `${JSON.stringify({ version: 1, notes: listed }, null, 2)}\n`;
}

function jsonPoint(note: Note, { id, part, state, title, detail, rule, clauses, evidence, findings, ticked }: Point): object {
  const place = (span: Span): object => ({ start: { ...note.lines.positionAt(span.start), offset: span.start }, end: { ...note.lines.positionAt(span.end), offset: span.end }, text: slice(note.text, span) });
  return {
    id,
    part,
    state,
    title,
    ...(detail ? { detail } : {}),
    ...(rule ? { rule } : {}),
    ...(ticked === undefined ? {} : { ticked }),
    standards: clauses.map(cited),
    evidence: evidence.map(place),
    findings: findings.map((finding) => ({ rule: finding.rule, severity: finding.severity, message: finding.message, ...place(finding.span), fixes: finding.fixes.map(({ title: what, safe, edits }) => ({ title: what, safe, edits: edits.map(({ start, end, newText }) => ({ start, end, newText })) })) })),
  };
}

const cited = ({ id, document, date, section, quote }: Clause) => ({ id, document, date, clause: section, quote });
