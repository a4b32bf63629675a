import type { Note } from "../note/note.ts";
import { clause, clausesOf } from "../standards/clauses.ts";
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
  /** How many findings the note's own comments silence, of those that the chosen volume shows. */
  readonly silenced: number;
  /** What the standard volume would look at and is not shown: hints of style beyond its measure, all that "essential" leaves out, and what the note's comments silence. A checklist counts it all the same. */
  readonly quiet: readonly Finding[];
  /** Ids of rules that failed on this note: a fault of ours, to be logged by name, never with the text. */
  readonly failed: readonly string[];
}

/** Holds a note against rules. A rule that throws costs its own findings alone. */
export function runRules(note: Note, rules: readonly Rule[], settings: Settings): NoteReport {
  const context = { ...contextFor(note, settings), ruleIds: rules.map(({ id }) => id) };
  const isSilenced = silencer(note);
  let silenced = 0;
  const findings: Finding[] = [];
  const quiet: Finding[] = [];
  const failed: string[] = [];
  for (const rule of rules) {
    if (!isHeldTo(rule, context)) continue;
    try {
      for (const draft of rule.check(note, context)) {
        const shown = isShown(rule, draft, settings.volume);
        const isHidden = isSilenced({ rule: rule.id, span: draft.span });
        if (isHidden && shown) silenced += 1;
        if (shown && !isHidden) findings.push(finding(rule, draft, note, context));
        else if (isShown(rule, draft, "standard")) quiet.push(finding(rule, draft, note, context));
      }
    } catch {
      failed.push(rule.id);
    }
  }
  findings.sort(inOrder);
  const style = rules.filter((rule) => rule.style).map(({ id }) => id);
  const { kept, held } = withinMeasure(findings, style, settings.volume);
  return { note, findings: kept, heldBack: held.length, silenced, quiet: [...quiet, ...held].sort(inOrder), failed };
}

const inOrder = (a: Finding, b: Finding): number => a.span.start - b.span.start || a.span.end - b.span.end || a.rule.localeCompare(b.rule);

/** What the rules may know besides a note, under these settings. */
export function contextFor(note: Note, settings: Settings): RuleContext {
  const standards = standardsFor(note.details, settings);
  return { settings, ...standards, seenAloneAge: settings.seenAloneAge ?? standards.profile.seenAloneAge };
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
    span: draft.span,
    related: draft.related ?? [],
    standards: cited(draft.standards ?? rule.standards, context),
    ...(draft.word === undefined ? {} : { word: draft.word }),
    fixes: (draft.fixes ?? []).filter((fix) => keepsWords(note, fix)),
  };
}

/** A rule that is one authority's way, where somebody chose another's. */
const isForeign = ({ local, standards }: Rule, { profile, chosen }: ChosenStandards): boolean => local === true && chosen && !standards.some((id) => clausesOf(profile).has(id));

/** The clauses of a finding or a point; where somebody chose a profile and it has some of them, those alone. */
export function cited(ids: readonly string[], { profile, chosen }: ChosenStandards): Finding["standards"] {
  const own = ids.filter((id) => clausesOf(profile).has(id));
  return [...new Set(chosen && own.length ? own : ids)].map((id) => clause(id, profile));
}
