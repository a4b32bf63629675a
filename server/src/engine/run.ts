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
  /** How many findings the note's own comments silence. */
  readonly silenced: number;
  /** Ids of rules that failed on this note: a fault of ours, to be logged by name, never with the text. */
  readonly failed: readonly string[];
}

/** Holds a note against rules. A rule that throws costs its own findings alone. */
export function runRules(note: Note, rules: readonly Rule[], settings: Settings): NoteReport {
  const standards = standardsFor(note.details, settings);
  const context: RuleContext = { settings, ...standards, seenAloneAge: settings.seenAloneAge ?? standards.profile.seenAloneAge, ruleIds: rules.map(({ id }) => id) };
  const isSilenced = silencer(note);
  let silenced = 0;
  const findings: Finding[] = [];
  const failed: string[] = [];
  for (const rule of rules) {
    const chosen = settings.rules[rule.id];
    if (chosen === "off" || isForeign(rule, standards)) continue;
    try {
      for (const draft of rule.check(note, context)) {
        if (!isShown(rule, draft, settings.volume)) continue;
        if (isSilenced({ rule: rule.id, span: draft.span })) silenced += 1;
        else findings.push(finding(rule, draft, note, chosen, standards));
      }
    } catch {
      failed.push(rule.id);
    }
  }
  findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || a.rule.localeCompare(b.rule));
  const style = rules.filter((rule) => rule.style).map(({ id }) => id);
  return { note, ...withinMeasure(findings, style, settings.volume), silenced, failed };
}

function finding(rule: Rule, draft: Draft, note: Note, chosen: Settings["rules"][string] | undefined, standards: ChosenStandards): Finding {
  return {
    rule: rule.id,
    severity: chosen && chosen !== "off" ? chosen : (draft.severity ?? rule.severity),
    message: draft.message,
    ...(draft.subject === undefined ? {} : { subject: draft.subject }),
    span: draft.span,
    related: draft.related ?? [],
    standards: cited(draft.standards ?? rule.standards, standards),
    ...(draft.word === undefined ? {} : { word: draft.word }),
    fixes: (draft.fixes ?? []).filter((fix) => keepsWords(note, fix)),
  };
}

/** A rule that is one authority's way, where somebody chose another's. */
const isForeign = ({ local, standards }: Rule, { profile, chosen }: ChosenStandards): boolean => local === true && chosen && !standards.some((id) => clausesOf(profile).has(id));

/** The clauses of a finding; where somebody chose a profile and it has some of them, those alone. */
function cited(ids: readonly string[], { profile, chosen }: ChosenStandards): Finding["standards"] {
  const own = ids.filter((id) => clausesOf(profile).has(id));
  return [...new Set(chosen && own.length ? own : ids)].map((id) => clause(id, profile));
}
