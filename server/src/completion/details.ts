import { draftKind, draftKinds, places } from "../drafting/kinds.ts";
import { statusesOf } from "../drafting/draft.ts";
import { field } from "../engine/rule.ts";
import { keyOf } from "../note/details.ts";
import { profiles } from "../standards/standards.ts";
import type { Place, Proposal } from "./proposal.ts";

/** A detail that a note may have: our own key, how it is written, what is to be completed, and for which notes. */
interface KnownDetail {
  readonly key: string;
  readonly written: string;
  readonly asked: string;
  readonly about: string;
  readonly visits?: true;
}

const known: readonly KnownDetail[] = [
  { key: "child", written: "Child", asked: "the child's name", about: "The child whom the note is about; a line for each child." },
  { key: "born", written: "Date of birth", asked: "day, month, year", about: "The child's date of birth, such as 03/03/2017. It stands below the child." },
  { key: "type", written: "Type of visit", asked: "what kind of visit", about: "What kind of visit or contact it was." },
  { key: "visited", written: "Date of visit", asked: "day and time", about: "The day of the visit, with its time." },
  { key: "recorded", written: "Date recorded", asked: "day and time of recording", about: "The day on which the note was written." },
  { key: "lastVisit", written: "Last visit", asked: "day of the last visit", about: "The day of the visit before this one. With it, it is known when the next is due.", visits: true },
  { key: "status", written: "Status", asked: "the child's status or plan", about: "The child's status. With it, it is known how often the child is visited." },
  { key: "place", written: "Place", asked: "where the child was seen", about: "Where it was.", visits: true },
  { key: "present", written: "Present", asked: "who was there, and who they are", about: "Who was there, with their relation to the child." },
  { key: "worker", written: "Worker", asked: "your name", about: "Who writes the note." },
  { key: "seenAlone", written: "Seen alone", asked: "was it so, and where; if not, the reason", about: "Whether the child was seen alone.", visits: true },
  { key: "frequency", written: "Visits agreed", asked: "how often, such as every 2 weeks", about: "How often the child's own plan asks for a visit.", visits: true },
  { key: "profile", written: "Standards", asked: "which standards", about: "The standards that this note is held to, where they are not the team's usual ones." },
];

/** What may be written among the details: the ones that are not there yet, and what may stand in them. `only` where nothing else fits. */
export function detailsHere(place: Place): { readonly only: boolean; readonly proposals: readonly Proposal[] } {
  const { note, offset, line, before } = place;
  const region = regionAround(place);
  if (!region) return { only: false, proposals: [] };
  const entry = /^([ \t]*(?:[-*+][ \t]+)?(?:\*\*)?)([\p{L}][^:\n]{0,40}?)(?:\*\*)?[ \t]*:(?:\*\*)?/u.exec(note.text.slice(line.start, line.end));
  if (entry && line.start + entry[0].length <= offset) return { only: true, proposals: valuesFor(place, entry[2]!, line.start + entry[0].length) };
  const typed = /^[ \t]*([\p{L}][\p{L} '’]*)?$/u.exec(before);
  if (!typed || place.behind.trim()) return { only: region === "front", proposals: [] };
  const words = typed[1] ?? "";
  const here = new Set(note.details.filter(({ span }) => span.end < line.start || span.start > line.end).map(({ key }) => key));
  const small = region === "front" && note.details.every(({ written }) => written[0] === written[0]?.toLowerCase());
  const isVisit = note.kind === "visit" || note.kind === "statutory visit" || !here.has("type");
  const kind = draftKind(note.kind);
  const proposals = known.flatMap(({ key, written, asked, about, visits }): Proposal[] => {
    if (here.has(key) || (visits && !isVisit)) return [];
    const usual = isVisit ? written : key === "type" ? kind.typeOf : key === "visited" ? kind.day : written;
    const label = small ? usual.toLowerCase() : usual;
    if (!label.toLowerCase().startsWith(words.toLowerCase())) return [];
    // Where something may be chosen, the colon asks for the choices; a field in front matter stands in marks, as YAML asks.
    const text = hasValues(key) ? `${label}: ` : `${label}: ${region === "front" ? `"${field(asked)}"` : field(asked)}`;
    return [{ kind: "detail", label, beside: "detail", about, span: { start: offset - words.length, end: offset }, text, filter: words + label.slice(words.length) }];
  });
  return { only: region === "front" || (words !== "" && proposals.length > 0), proposals };
}

/** Where the cursor stands among the details: in front matter, among lines, or nowhere near them. A table is left alone. */
function regionAround({ note: { text, details, detailsSpan, sections }, offset, line }: Place): "front" | "lines" | undefined {
  const front = /^\uFEFF?\s*?---[ \t]*\r?\n/.exec(text);
  if (front) {
    const close = /^---[ \t]*$/m.exec(text.slice(front[0].length));
    const end = close ? front[0].length + close.index : text.length;
    return offset >= front[0].length && offset <= end && line.start < end ? "front" : undefined;
  }
  const first = sections.find(({ heading }) => heading)?.heading;
  if (first && first.span.start < offset && details.every(({ span }) => span.start < first.span.start)) return undefined;
  if (details.length && offset <= detailsSpan.end) return /^\s*\|/.test(text.slice(detailsSpan.start, detailsSpan.end)) ? undefined : "lines";
  // Behind the details, and in a note that has none yet: as long as no prose has begun.
  return text.slice(details.length ? detailsSpan.end : 0, line.start).replace("\uFEFF", "").trim() === "" ? "lines" : undefined;
}

const hasValues = (key: string): boolean => ["type", "status", "place", "seenAlone", "profile"].includes(key);

/** What may stand in a detail, where that is a choice among few. None is taken for granted. */
function valuesFor({ note, settings, profile, offset, line }: Place, written: string, from: number): Proposal[] {
  const rest = note.text.slice(from, line.end);
  const blank = /^[ \t]*/.exec(rest)![0].length;
  const fieldHere = /^"?\[…[^\]\r\n]*…\]"?[ \t]*$/.exec(rest.slice(blank))?.[0].trimEnd();
  const start = from + blank;
  const span = fieldHere !== undefined && offset >= start && offset <= start + fieldHere.length ? { start, end: start + fieldHere.length } : { start: Math.min(start, offset), end: offset };
  if (span.end === offset && note.text.slice(offset, line.end).trim()) return [];
  const typed = note.text.slice(span.start, offset);
  const gap = span.start === from ? " " : "";
  const one = (label: string, about?: string, text = label): Proposal[] => {
    if (fieldHere === undefined && !label.toLowerCase().startsWith(typed.toLowerCase())) return [];
    return [{ kind: "value", label, ...(about ? { about } : {}), span, text: gap + text, filter: fieldHere === undefined ? typed + label.slice(typed.length) : `${typed} ${label}` }];
  };
  switch (keyOf(written)) {
    case "type":
      return draftKinds.flatMap(({ types, about }) => types.flatMap((type) => one(type, about)));
    case "status":
      return statusesOf(profile).flatMap(({ status, quote }) => one(status, quote));
    case "place":
      return places.flatMap((where) => one(where));
    case "seenAlone":
      return [...one("Yes"), ...one("Yes, in …", undefined, `Yes, in ${field("where")}`), ...one("No, because …", undefined, `No, because ${field("the reason")}`)];
    case "profile":
      return [...(settings.ownProfile ? [settings.ownProfile] : []), ...profiles].flatMap(({ id, title }) => one(id, title));
    default:
      return [];
  }
}
