import type { Note, Part } from "../note/note.ts";
import { clause, clausesOf } from "../standards/clauses.ts";
import { moved } from "../text/moved.ts";
import type { Span } from "../text/span.ts";
import { finished, type Steps } from "../text/steps.ts";
import type { Finding } from "./finding.ts";
import { keepsWords } from "./guard.ts";
import type { Draft, Rule, RuleContext } from "./rule.ts";
import type { Settings } from "./settings.ts";
import { silencer } from "./silence.ts";
import { standardsFor, type ChosenStandards } from "./standards-for.ts";
import { isShown, withinMeasure } from "./volume.ts";

/** What a check of one note gives. */
export interface NoteReport {
  readonly note: Note;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  /** How many hints of style the volume held back. */
  readonly heldBack: number;
  /** What the chosen volume keeps to itself and the standard one would look at: hints of style beyond its measure, and all that "essential" leaves out. */
  readonly quiet: readonly Finding[];
  /** How many findings the note's own comments silence. */
  readonly silenced: number;
  /** Ids of rules that failed on this note: a fault of ours, to be logged by name, never with the text. */
  readonly failed: readonly string[];
}

/** Holds a note against rules. A rule that throws costs its own findings alone. */
export const runRules = (note: Note, rules: readonly Rule[], settings: Settings): NoteReport => finished(runInSteps(note, rules, settings));

/** The same, section by section. */
export function* runInSteps(note: Note, rules: readonly Rule[], settings: Settings): Steps<NoteReport> {
  const context = contextFor(note, rules, settings);
  const isSilenced = silencer(note);
  const held = rules.filter((rule) => isHeldTo(rule, context));
  const answers: Answer[] = [];
  for (const part of note.parts) {
    answers.push(inWhole(part, keptAnswer(part.note, rules, settings, () => ask(part.note, held.filter(({ scope }) => scope === "section"), context))));
    yield;
  }
  for (const rule of note.parts.length ? held.filter(({ scope }) => scope !== "section") : held) {
    answers.push(ask(note, [rule], context));
    yield;
  }
  let silenced = 0;
  const findings: Finding[] = [];
  const quiet: Finding[] = [];
  for (const { found } of answers)
    for (const { finding, shown } of found) {
      if (!isSilenced(finding)) (shown ? findings : quiet).push(finding);
      else if (shown) silenced += 1;
    }
  findings.sort(inOrder);
  const style = rules.filter((rule) => rule.style).map(({ id }) => id);
  const { kept, held: heldBack } = withinMeasure(findings, style, settings.volume);
  const failed = new Set(answers.flatMap((answer) => answer.failed));
  return { note, findings: kept, heldBack: heldBack.length, quiet: [...quiet, ...heldBack].sort(inOrder), silenced, failed: rules.flatMap(({ id }) => (failed.has(id) ? [id] : [])) };
}

/** What rules find in a note or a section of it. */
interface Answer {
  /** `shown` is false of what only a higher volume than the chosen one shows. */
  readonly found: readonly { readonly finding: Finding; readonly shown: boolean }[];
  /** The rules that failed. */
  readonly failed: readonly string[];
}

function ask(note: Note, rules: readonly Rule[], context: RuleContext): Answer {
  const found: { finding: Finding; shown: boolean }[] = [];
  const failed: string[] = [];
  for (const rule of rules) {
    try {
      for (const draft of rule.check(note, context)) {
        const shown = isShown(rule, draft, context.settings.volume);
        if (shown || isShown(rule, draft, "standard")) found.push({ finding: finding(rule, draft, note, context), shown });
      }
    } catch {
      failed.push(rule.id);
    }
  }
  return { found, failed };
}

/** What was found in each section, for as long as the section stays as it is; with the rules and settings that it was found by. */
const answered = new WeakMap<Note, { readonly rules: readonly Rule[]; readonly settings: Settings; readonly answer: Answer }>();

function keptAnswer(section: Note, rules: readonly Rule[], settings: Settings, make: () => Answer): Answer {
  const known = answered.get(section);
  if (known?.rules === rules && known.settings === settings) return known.answer;
  const answer = make();
  answered.set(section, { rules, settings, answer });
  return answer;
}

const placed = new WeakMap<Answer, { readonly at: number; readonly answer: Answer }>();

/** What was found in a section, in the coordinates of the whole note. */
function inWhole({ at }: Part, answer: Answer): Answer {
  if (!at || !answer.found.length) return answer;
  const known = placed.get(answer);
  if (known?.at === at) return known.answer;
  const there = { ...answer, found: answer.found.map(({ finding, shown }) => ({ finding: movedFinding(finding, at), shown })) };
  placed.set(answer, { at, answer: there });
  return there;
}

const movedFinding = (finding: Finding, by: number): Finding => ({
  ...finding,
  span: moved(finding.span, by),
  related: finding.related.map((one) => ({ ...one, span: moved(one.span, by) })),
  fixes: finding.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => moved(edit, by)) })),
});

const inOrder = (a: Finding, b: Finding): number => a.span.start - b.span.start || a.span.end - b.span.end || a.rule.localeCompare(b.rule);

/** What the rules may know besides a note, under these settings. */
export function contextFor(note: Note, rules: readonly Rule[], settings: Settings): RuleContext {
  const standards = standardsFor(note.details, settings);
  return { settings, ...standards, seenAloneAge: settings.seenAloneAge ?? standards.profile.seenAloneAge, ruleIds: rules.map(({ id }) => id) };
}

/** False for a rule that is off, or that is one authority's way where another's standards were chosen. */
export const isHeldTo = (rule: Rule, context: RuleContext): boolean => context.settings.rules[rule.id] !== "off" && !isForeign(rule, context);

function finding(rule: Rule, draft: Draft, note: Note, context: RuleContext): Finding {
  const chosen = context.settings.rules[rule.id];
  return {
    rule: rule.id,
    severity: chosen && chosen !== "off" ? chosen : (draft.severity ?? rule.severity),
    message: draft.message,
    ...(draft.subject === undefined ? {} : { subject: draft.subject }),
    span: plain(draft.span),
    related: (draft.related ?? []).map((one) => ({ ...one, span: plain(one.span) })),
    standards: cited(draft.standards ?? rule.standards, context),
    ...(draft.word === undefined ? {} : { word: draft.word }),
    fixes: (draft.fixes ?? []).filter((fix) => keepsWords(note, fix)),
  };
}

/** A place alone, whatever else stood there. */
const plain = ({ start, end }: Span): Span => ({ start, end });

/** A rule that is one authority's way, where somebody chose another's. */
const isForeign = ({ local, standards }: Rule, { profile, chosen }: ChosenStandards): boolean => local === true && chosen && !standards.some((id) => clausesOf(profile).has(id));

/** The clauses of a finding or a point; where somebody chose a profile and it has some of them, those alone. */
export function cited(ids: readonly string[], { profile, chosen }: ChosenStandards): Finding["standards"] {
  const known = citations.get(ids);
  if (known?.profile === profile && known.chosen === chosen) return known.clauses;
  const own = ids.filter((id) => clausesOf(profile).has(id));
  const clauses = [...new Set(chosen && own.length ? own : ids)].map((id) => clause(id, profile));
  citations.set(ids, { profile, chosen, clauses });
  return clauses;
}

/** By the list of a rule, which all its findings cite. */
const citations = new WeakMap<readonly string[], { readonly profile: ChosenStandards["profile"]; readonly chosen: boolean; readonly clauses: Finding["standards"] }>();
