import type { NoteReport } from "./check.ts";
import { checklistFor } from "./checklist.ts";
import type { Clause, Finding } from "./engine/finding.ts";
import { holdsField, type Asked, type Rule, type RuleContext } from "./engine/rule.ts";
import { cited, contextFor, isHeldTo } from "./engine/run.ts";
import { defaultSettings, type Settings } from "./engine/settings.ts";
import { ticksOf } from "./engine/ticks.ts";
import type { Note } from "./note/note.ts";
import { groups, rulesOf, type AskedGroup, type Family } from "./points/groups.ts";
import { toJudge, type Point, type Points } from "./points/point.ts";
import { rules } from "./rules/registry.ts";
import { clause } from "./standards/clauses.ts";
import { slice, type Span } from "./text/span.ts";

/** What a group knows of the note when its points are made. */
interface Held {
  readonly note: Note;
  readonly context: RuleContext;
  /** The rules of the group that speak under these settings. */
  readonly rules: readonly Rule[];
  /** What they found, in the order of the text. */
  readonly findings: readonly Finding[];
  /** One of them failed, so that silence says nothing. */
  readonly failed: boolean;
}

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/**
 * The points of the standard for a note that was checked under these settings: what the rules ask of it, and what only its writer can judge.
 * What a volume keeps from the list of findings still stands against a point.
 */
export function pointsOf({ note, findings, quiet, failed }: NoteReport, settings: Settings = defaultSettings): Points {
  const context = contextFor(note, rules, settings);
  const all = [...findings, ...quiet].sort((a, b) => a.span.start - b.span.start);
  const told = groups.flatMap((group) => {
    const ids = rulesOf(group);
    const held: Held = {
      note,
      context,
      rules: ids.flatMap((id) => byId.get(id) ?? []).filter((rule) => isHeldTo(rule, context)),
      findings: all.filter(({ rule }) => ids.includes(rule)),
      failed: ids.some((id) => failed.includes(id)),
    };
    return "lead" in group ? askedPoints(group, held) : familyPoint(group, held);
  });
  const ticks = ticksOf(note).ids;
  const points = withOwnIds([...told, ...questions(note, settings)]).map((point) => (point.state === "judge" ? { ...point, ticked: ticks.has(point.id) } : point));
  const count = (wanted: (point: Point) => boolean): number => points.filter(wanted).length;
  const { id, title } = context.profile;
  return {
    kind: note.kind,
    profile: { id, title },
    met: count(({ state }) => state === "met"),
    total: count(({ state }) => state !== "judge"),
    ticked: count(({ ticked }) => ticked === true),
    judge: count(({ state }) => state === "judge"),
    points,
  };
}

/** What the first rule of a group asks, each with what is found against it. */
function askedPoints(group: AskedGroup, { note, context, rules: speaking, findings, failed }: Held): Point[] {
  const lead = speaking.find(({ id }) => id === group.lead);
  const asked = lead && !failed ? askedBy(lead, note, context) : [];
  const against = new Map<Asked, Finding[]>(asked.map((one) => [one, []]));
  const loose: Finding[] = [];
  for (const finding of findings) {
    const meant = asked.filter((one) => isAbout(finding, one));
    const nearest = asked.find(({ standards }) => standards?.some((id) => finding.standards.some((one) => one.id === id))) ?? asked[0];
    if (!meant.length && !nearest) loose.push(finding);
    for (const one of meant.length ? meant : nearest ? [nearest] : []) against.get(one)!.push(finding);
  }
  const points = asked.map((one): Point => {
    const found = against.get(one)!;
    const evidence = placesOf(one.met);
    // A statement that somebody has begun, and not completed, says nothing yet.
    const open = evidence.filter((place) => holdsField(slice(note.text, place)));
    const state = found.length || open.length ? "missing" : evidence.length ? "met" : "judge";
    return {
      id: idOf(lead!.id, one.about),
      part: group.part,
      state,
      title: one.title ?? group.title,
      detail: [firstSentence(lead!.explain), ...(open.length ? ["There is a field to complete."] : []), ...(state === "judge" ? ["The note may say this in words that the checker does not know: you can tell."] : [])].join(" "),
      clauses: cited(one.standards ?? lead!.standards, context),
      rule: lead!.id,
      evidence: open.length ? open : evidence,
      findings: found,
    };
  });
  return [...points, ...unasked(group, loose)];
}

/** What is found where nothing was asked, such as a heading with nothing under it in a note that need not have it. */
function unasked({ part, title }: AskedGroup, loose: readonly Finding[]): Point[] {
  const rule = byId.get(loose[0]?.rule ?? "");
  return rule ? [{ id: rule.id, part, state: "missing", title, detail: firstSentence(rule.explain), clauses: eachOnce(loose.flatMap(({ standards }) => standards)), rule: rule.id, evidence: [], findings: loose }] : [];
}

const eachOnce = (clauses: readonly Clause[]): readonly Clause[] => [...new Map(clauses.map((one) => [one.id, one])).values()];

/** A family is met where it has something to speak of, and none of its rules finds anything; where one of them is off, nobody can say. */
function familyPoint({ part, id, title, why, rules: familyRules, arises, shows }: Family, { note, context, rules: speaking, findings, failed }: Held): Point[] {
  if (!speaking.length || (!findings.length && (failed || !arises(note)))) return [];
  const clauses = cited(speaking.flatMap(({ standards }) => standards), context);
  const isOff = familyRules.some((rule) => context.settings.rules[rule] === "off");
  const state = findings.length ? "missing" : isOff ? "judge" : "met";
  const detail = { missing: why, judge: `${why} A rule that looks at this is turned off, so you can tell and the checker cannot.`, met: `${why} Nothing was found that speaks against it.` }[state];
  return [{ id, part, state, title, detail, clauses, evidence: state === "met" ? placesOf(shows?.(note) ?? []) : [], findings }];
}

/** The questions of the profile that fit the note. */
function questions(note: Note, settings: Settings): Point[] {
  const { profile, items } = checklistFor(note, settings);
  return items.map(({ id, ask, why, clauses }) => ({ id, part: toJudge, state: "judge", title: ask, ...(why ? { detail: why } : {}), clauses: clauses.map((one) => clause(one, profile)), evidence: [], findings: [] }));
}

/** What a rule asks. A rule that throws asks nothing. */
function askedBy(rule: Rule, note: Note, context: RuleContext): readonly Asked[] {
  try {
    return [...(rule.asks?.(note, context) ?? [])];
  } catch {
    return [];
  }
}

/** True where a finding is about the same child or heading: its subject names one, or several of them. */
const isAbout = ({ subject }: Finding, { about }: Asked): boolean => about !== undefined && subject !== undefined && (subject === about || subject.split("; ").includes(about) || subject.split(" and ").includes(about));

/** Spans alone, in the order of the text, each once. */
const placesOf = (places: readonly Span[]): readonly Span[] => {
  const spans = [...places].sort((a, b) => a.start - b.start || a.end - b.end).map(({ start, end }) => ({ start, end }));
  return spans.filter(({ start, end }, index) => index === 0 || start !== spans[index - 1]!.start || end !== spans[index - 1]!.end);
};

/** A word without spaces or two dashes together, so that it may stand in a comment. */
const idOf = (rule: string, about: string | undefined): string => (about === undefined ? rule : `${rule}:${about.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "")}`);

/** Points that would have the same id, as those of two children of one name, are counted. */
function withOwnIds(points: readonly Point[]): Point[] {
  const seen = new Map<string, number>();
  return points.map((point) => {
    const times = (seen.get(point.id) ?? 0) + 1;
    seen.set(point.id, times);
    return times === 1 ? point : { ...point, id: `${point.id}-${times}` };
  });
}

/** Why, in a line: the first sentence of what a rule says of itself. */
const firstSentence = (explain: string): string => /^.*?[.!?](?=\s|$)/s.exec(explain)?.[0] ?? explain;
