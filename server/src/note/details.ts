import { isMap, isPair, isScalar, isSeq, parseDocument, type Node as YamlNode } from "yaml";
import { moments } from "../standards/profile.ts";
import { matchesIn } from "../text/matches.ts";
import type { Span } from "../text/span.ts";
import type { Detail, Problem } from "./note.ts";

/** The wordings in which a note's details come, by our own key. */
const wordings: Readonly<Record<string, readonly string[]>> = {
  child: ["child", "children", "name", "names", "childs name", "childrens names", "name of child", "names of children", "name of children", "young person", "young people", "young persons name", "yp", "child young person", "child or young person", "re", "regarding", "subject", "subject child", "child seen", "children seen", "baby", "childs full name", "child name", "full name", "unborn"],
  sibling: ["brother", "brothers", "sister", "sisters", "sibling", "siblings", "brothers and sisters", "sisters and brothers", "other children", "half brother", "half sister", "twin"],
  born: ["dob", "d o b", "date of birth", "born", "birth date", "dates of birth", "dobs", "due date", "edd"],
  age: ["age", "ages", "aged", "age at visit", "age today"],
  visited: ["date of visit", "visit date", "visited", "date visited", "date", "date and time", "date time", "date of contact", "date seen", "visited on", "date of call", "date of meeting", "meeting date", "call date", "contact date", "date and time of visit", "visit date and time", "when", "event date", "date of event", "seen on", "date of home visit", "visit"],
  recorded: ["recorded", "date recorded", "recorded on", "date of recording", "written", "written up", "written on", "record date", "recording date", "date written", "typed up", "date and time recorded", "logged", "recorded date", "note written"],
  lastVisit: ["last visit", "date of last visit", "previous visit", "last visited", "last seen", "date last seen", "last statutory visit"],
  type: ["type of visit", "type of contact", "type", "visit type", "contact type", "kind", "kind of visit", "kind of contact", "record type", "type of record", "nature of visit", "nature of contact", "case note type", "note type", "type of note", "contact", "method", "event type"],
  status: ["status", "legal status", "plan", "plan type", "plan status", "type of plan", "childs status", "current plan"],
  place: ["place", "seen at", "where", "location", "venue", "place of visit", "place seen", "where seen", "visit location", "address of visit", "setting", "held at", "place of contact"],
  present: ["present", "who was present", "attended", "attendees", "in attendance", "also present", "people present", "those present", "who was there", "others present", "attending", "adults present", "apologies"],
  worker: ["worker", "social worker", "sw", "allocated worker", "allocated social worker", "author", "completed by", "written by", "visited by", "recorded by", "practitioner", "family support worker", "fsw", "seen by", "by", "from", "worker name", "name of worker", "caller", "call taken by", "chair"],
  seenAlone: ["seen alone", "child seen alone", "children seen alone", "was the child seen alone", "were the children seen alone", "alone", "was child seen alone", "seen on own", "spoken to alone"],
  profile: ["profile", "standards", "standards profile", "recording standards", "standards used"],
  placed: ["placed", "date placed", "date of placement", "placement date", "placement start", "placement start date", "placement started", "placement began", "start of placement", "start date of placement", "date placement started", "date placement began", "in placement since", "placed on", "first placement day", "moved in"],
  planned: ["plan start", "plan start date", "date of plan", "plan date", "plan began", "plan started", "start of plan", "initial conference", "initial child protection conference", "date of initial conference", "icpc", "icpc date", "cp plan start", "cp plan from", "plan from", "plan since"],
  notified: ["notified", "notified on", "date of notification", "notification", "notification date", "date notified"],
  referred: ["referred", "referred on", "date of referral", "referral", "referral date", "date referred", "referral received", "date referral received"],
  enquiry: ["enquiry", "enquiry started", "enquiry began", "start of enquiry", "enquiry start", "section 47", "section 47 started", "section 47 start", "s47 started", "s47 start", "s47 start date", "section 47 enquiry", "section 47 enquiry started", "date of section 47"],
  returned: ["returned", "date of return", "return", "returned on", "returned home", "date returned", "date and time of return", "found", "found on"],
  sentenced: ["sentenced", "date of sentence", "sentence date", "sentencing", "sentencing date", "date of sentencing", "sentenced on"],
  reviewed: ["reviewed", "first review", "date of first review", "review", "review date", "date of review", "reviewed on", "last review", "adoption review"],
  updated: ["updated", "plan updated", "date plan updated", "plan updated on", "date updated"],
  decided: ["decided", "decision", "date of decision", "decision date", "decision made", "decision made on"],
  concern: ["concern", "date of concern", "concern raised", "date concern raised", "concern received"],
  strategy: ["strategy discussion", "strategy meeting", "date of strategy discussion", "date of strategy meeting", "strategy discussion held"],
  ended: ["ended", "enquiry ended", "enquiry completed", "end of enquiry", "date completed", "enquiry end", "section 47 ended", "section 47 completed", "s47 completed", "s47 ended"],
  oversight: ["last management oversight", "management oversight", "date of management oversight", "last supervision", "management direction", "last management direction"],
  frequency: ["frequency of visits", "visit frequency", "visiting frequency", "visits agreed", "agreed visits", "visits", "visits in the plan", "planned visits", "visits set by the plan", "how often visited"],
  alsoSeen: ["also seen", "also seen on", "other visits", "visits this month", "seen this month", "visits since", "other times seen", "previous visits", "direct work visits", "dates seen"],
  stays: ["placement days", "short break dates", "dates of short breaks", "days of placement", "stays", "dates of stays"],
  other: ["mother", "father", "mum", "dad", "carer", "carers", "foster carer", "foster carers", "parents", "parent", "manager", "team manager", "team", "school", "nursery", "gp", "ethnicity", "religion", "language", "first language", "languages", "home language", "main language", "language spoken", "languages spoken", "preferred language", "spoken language", "childs first language", "communication needs", "communication method", "preferred communication", "interpreter", "interpreter used", "interpreter needed", "interpreter required", "disabilities", "additional needs", "health needs", "address", "duration", "time", "length of visit", "purpose", "reference", "ref", "lcs", "lcs no", "lcs number", "case number", "id", "mosaic id", "known as", "preferred name", "family", "household", "to", "cc", "nan", "placement", "placement type", "type of placement", "legal order", "order", "living arrangements", "lives with", "health visitor", "start time", "end time", "arrival", "announced", "communication", "disability", "year", "time of visit", "supervising social worker", "next visit", "title", "phone", "phone number", "telephone", "telephone number", "tel", "tel no", "mobile", "mobile number", "contact number", "contact details", "email", "e mail", "email address", "postcode", "home address", "nhs", "nhs no", "nhs number", "ni number", "national insurance number", "upn"],
};
const keys = new Map(Object.entries(wordings).flatMap(([key, list]) => list.map((wording) => [wording, key] as const)));

/** A wording as it is looked up: small letters, words alone. */
export const normaliseKey = (written: string): string => written.toLowerCase().replace(/['’]/g, "").replace(/[^a-z0-9]+/g, " ").trim();

/** Our own key for a wording, or undefined where it is none that we know. */
export function keyOf(written: string): string | undefined {
  // "DOB (Umut)" asks what "DOB" asks.
  const plain = normaliseKey(written.replace(/\([^)]*\)\s*$/, ""));
  return keys.get(plain) ?? keys.get(/^(?:dob|date of birth|age) (?=\p{L}+$)/u.exec(plain)?.[0].trim() ?? "") ?? keys.get(/^\p{L}+?(?: s)? (dob|date of birth)$/u.exec(plain)?.[1] ?? "") ?? keys.get(plain.replace(/ s$/, "")) ?? (/\bseen alone$/.test(plain) && plain.split(" ").length <= 5 ? "seenAlone" : undefined);
}

/** What was read of a note's details. */
export interface DetailsReading {
  readonly details: readonly Detail[];
  readonly span: Span;
  readonly problems: readonly Problem[];
}

const nothing = (at: number): DetailsReading => ({ details: [], span: { start: at, end: at }, problems: [] });

/** Reads the details of a note from its front matter, or from the lines or the table before the first section. Never throws. */
export function readDetails(text: string): DetailsReading {
  const front = /^(\uFEFF?\s*?---[ \t]*\r?\n)((?:[\s\S]*?\n)??)---[ \t]*(?:\r?\n|$)/.exec(text);
  if (front) return readFrontMatter(text, front[2]!, front[1]!.length, { start: 0, end: front[0].length });
  return readTable(text) ?? readLines(text);
}

function readFrontMatter(text: string, body: string, base: number, span: Span): DetailsReading {
  let problem: string | undefined;
  const details: Detail[] = [];
  try {
    const document = parseDocument(body, { uniqueKeys: false, logLevel: "silent" });
    const error = document.errors[0];
    if (error) problem = error.message.split("\n")[0];
    else if (isMap(document.contents)) {
      for (const pair of document.contents.items) {
        const keyNode = pair.key as YamlNode | null;
        if (!isScalar(keyNode)) continue;
        add(details, text, base, String(keyNode.value), keyNode, pair.value as YamlNode | null);
      }
      return { details, span, problems: [] };
    } else if (document.contents === null) return { details, span, problems: [] };
    else problem = "it is no list of details";
  } catch {
    problem = "it cannot be read";
  }
  const lines = readLines(text, base, base + body.length);
  const message = `The details at the top of this note could not be read as they stand (${problem}). What could be made out of them line by line is used. Please look at the punctuation there; nothing has been lost.`;
  return { details: lines.details, span, problems: [{ span: firstLine(text, base, base + body.length), message }] };
}

const firstLine = (text: string, start: number, end: number): Span => {
  const stop = text.indexOf("\n", start);
  return { start, end: stop < 0 || stop > end ? end : stop };
};

/** Adds a YAML value as details: a scalar is one, a list one for each of its members, a map in a list one for each of its fields. */
function add(details: Detail[], text: string, base: number, written: string, keyNode: YamlNode, value: YamlNode | null): void {
  const range = (node: YamlNode | null): Span | undefined => (node?.range ? { start: base + node.range[0], end: base + node.range[1] } : undefined);
  const keySpan = range(keyNode) ?? { start: base, end: base };
  const one = (key: string, node: YamlNode | null, from: Span) => {
    const valueSpan = range(node) ?? { start: from.end, end: from.end };
    const raw = text.slice(valueSpan.start, valueSpan.end);
    const read = isScalar(node) && node.value !== null ? String(isTimestampLike(node.value) ? raw : node.source ?? node.value) : raw;
    details.push({ key, written, value: read.trim(), span: { start: from.start, end: Math.max(valueSpan.end, from.end) }, valueSpan });
  };
  const key = keyOf(written) ?? "other";
  if (isSeq(value)) {
    for (const item of value.items as YamlNode[]) {
      if (isMap(item)) {
        for (const pair of item.items) {
          if (!isPair(pair) || !isScalar(pair.key)) continue;
          const inner = pair.key as YamlNode;
          const innerKey = keyOf(String((inner as { value?: unknown }).value)) ?? "other";
          one(innerKey === "child" && key === "sibling" ? "sibling" : innerKey, pair.value as YamlNode | null, range(inner) ?? keySpan);
        }
      } else one(key, item, range(item) ?? keySpan);
    }
  } else one(key, value, keySpan);
}

const isTimestampLike = (value: unknown): boolean => value instanceof Date;

const lineForm = /^[ \t\u00A0]*(?:[-*+][ \t]+)?(?:\*\*|__)?([\p{L}][\p{L}\p{N} \u00A0.,'’/()?&-]{0,40}?)(?:\*\*|__)?[ \t\u00A0]*:(?:\*\*|__)?[ \t\u00A0]*((?:[^ \t\u00A0\r\n\u2028\u2029].*?)?)[ \t\u00A0]*$/u;

/** "DOB 30.06.2011", "Age 5": a detail without its colon. */
const bareForm = /^[ \t\u00A0]*(?:[-*+][ \t]+)?((?:DOB|D\.O\.B\.?|[Dd]ate of [Bb]irth|Age|Aged|Date of visit|Visit date|Visited|Date recorded|Recorded|Last visit))[ \t]+(\d.*?)[ \t\u00A0]*$/u;

/** "YP: I hate it", "SW: What happened?": a line of talk, and no detail. */
const isTurn = (label: string, value: string): boolean =>
  /^(?:yp|sw|ssw|fsw|child|young person|worker|social worker)$/i.test(label.trim()) && (/\?\s*$/.test(value) || /^(?:i|i'm|im|i’m|it|it's|he|she|they|we|you|my|what|where|when|why|how|did|do|does|is|are|can|was|so|and|yeah|yes|no|tell|not|dunno|nothing|because|cos)\b/i.test(value.trim()));

/** Details that are days: "Review: Mum came with her sister" is none. */
const days = new Set<string>([...moments.filter((moment) => moment !== "visited" && moment !== "recorded"), "alsoSeen", "stays"]);

/** "Plan: Mum will ring the surgery. I will call on Friday.": the note has begun. A status is a few words, a day has a number in it, a frequency says how often. */
function isProse(key: string, value: string): boolean {
  if (!value.trim()) return false;
  if (days.has(key)) return !/\d/.test(value) || (value.length > 80 && /[a-z]{3,} [a-z]{3,} [a-z]{3,}/.test(value));
  if (key === "frequency") return !/\b(?:every|daily|weekly|fortnightly|monthly)\b/i.test(value);
  return key === "status" && (/[.?!]\s+\p{Lu}/u.test(value) || (/[.?!]\s*$/.test(value) && /\b(?:is|was|are|were|will|has|have|to|i|we|he|she|they)\b/i.test(value)));
}

const isTitle = (line: string): boolean => line.trim().length <= 90 && /^[\s*_]*[\p{L}\d]/u.test(line) && !/[.!?,:]\s*$|["“”|]/.test(line);

/** A line that asks something we know: one between two of these is a detail too, whatever it asks. */
function isKnownLine(text: string, at: number, to: number): boolean {
  const stop = text.indexOf("\n", at);
  const match = lineForm.exec(text.slice(at, stop < 0 ? to : Math.min(stop, to)).replace(/\r$/, ""));
  return match !== null && (keyOf(match[1]!) ?? "other") !== "other" && !isTurn(match[1]!, match[2]!);
}

/** `Key: value` lines before the first section. A heading may stand above them. */
function readLines(text: string, from = 0, to = text.length): DetailsReading {
  const details: Detail[] = [];
  let at = from;
  let end = from;
  let start = from;
  let titled = false;
  while (at < to) {
    const stop = Math.min(text.indexOf("\n", at) < 0 ? to : text.indexOf("\n", at), to);
    const line = text.slice(at, stop).replace(/\r$/, "").replace(/^\uFEFF/, " ");
    const next = stop + 1;
    if (line.trim() && !/^\s*(?:#{1,6}\s|<!--.*-->\s*$|-{3,}\s*$)/.test(line)) {
      const match = lineForm.exec(line) ?? (details.length ? bareForm.exec(line) : null);
      const key = match && keyOf(match[1]!);
      // "Home visit 12/6/25": a plain title above the details.
      if (!match && from === 0 && !details.length && !titled && isTitle(line) && isKnownLine(text, next + /^\s*/.exec(text.slice(next))![0].length, to)) {
        titled = true;
        at = next;
        continue;
      }
      // A line that says nothing we can use, between two that do: the colon was forgotten.
      if (!match && details.length && line.trim().length <= 60 && !/[.!?]\s*$/.test(line) && isKnownLine(text, next, to)) {
        at = next;
        continue;
      }
      const between = match && !key && details.length > 0 && isKnownLine(text, next, to);
      if (!match || (!key && !between) || isProse(key ?? "other", match[2]!) || (details.length && isTurn(match[1]!, match[2]!))) {
        if (from > 0 && match) {
          // In front matter every line may be a detail, known or not.
        } else break;
      }
      if (match) {
        const value = match[2]!.replace(/^\*\*|\*\*$/g, "");
        const valueStart = at + (value ? line.lastIndexOf(value) : line.trimEnd().length);
        if (!details.length) start = at;
        details.push({ key: key ?? "other", written: match[1]!.trim(), value, span: { start: at + line.search(/\S/), end: valueStart + value.length }, valueSpan: { start: valueStart, end: valueStart + value.length } });
        end = Math.min(next, to);
      }
    } else if (details.length && /^\s*#{1,6}\s/.test(line)) break;
    at = next;
  }
  // One line alone is details only where it names the child or the kind of note.
  const known = details.filter(({ key }) => key !== "other");
  if (!known.length || (titled && !known.some(({ key }) => key === "child"))) return nothing(0);
  return { details, span: { start, end }, problems: [] };
}

/** A table of two columns before the first section. */
function readTable(text: string): DetailsReading | undefined {
  const table = /^\uFEFF?\s*(?:#[^\n]*\n\s*)*(?=\|)((?:[ \t]*\|[^\n]*\|[ \t]*\r?\n)+[ \t]*\|[^\n]*\|[ \t]*(?:\r?\n|$))/.exec(text);
  if (!table) return undefined;
  const start = table[0].length - table[1]!.length;
  const details: Detail[] = [];
  let at = start;
  for (const line of table[1]!.split("\n")) {
    const cells = matchesIn(line, /\|([^|\n]*)(?=\|)/g);
    if (cells.length === 2 && !/^[\s:|-]+$/.test(line)) {
      const [first, second] = cells as [RegExpMatchArray, RegExpMatchArray];
      const key = keyOf(first[1]!.replace(/\*\*/g, ""));
      const value = second[1]!.trim();
      const valueStart = at + second.index! + 1 + (value ? second[1]!.indexOf(value) : 0);
      const written = first[1]!.trim();
      if (written && (key || details.length)) details.push({ key: key ?? "other", written, value, span: { start: at + first.index! + 1 + first[1]!.indexOf(written), end: valueStart + value.length }, valueSpan: { start: valueStart, end: valueStart + value.length } });
    }
    at += line.length + 1;
  }
  if (details.filter(({ key }) => key !== "other").length < 2) return undefined;
  return { details, span: { start, end: start + table[1]!.length }, problems: [] };
}
