import { matchesIn } from "../text/matches.ts";
import { contains, cover, trim, type Span } from "../text/span.ts";
import { formOf, isAddition, isDiaryEntry, type Form } from "./action-form.ts";
import { isChild, ownerOf, type Owner } from "./action-owner.ts";
import { actionHits, dueIn, type ActionHit, type Due } from "./action-words.ts";
import { readUsualHeading } from "./headings.ts";
import { headsNextSteps, nextSteps, type Cells, type Step } from "./next-steps.ts";
import type { Note } from "./note.ts";
import { once } from "./once.ts";

export type { Owner } from "./action-owner.ts";
export type { Due } from "./action-words.ts";

/** Something that is to be done, as the next steps of a note tell it. Its span is its line, row or sentence. */
export interface Action extends Span {
  readonly form: "line" | "sentence" | "row";
  /** What is to be done: "ring school". */
  readonly what: Span;
  /** Undefined where nobody is told of. */
  readonly owner?: Owner;
  /** Undefined where no time is told of. */
  readonly due?: Due;
  /** The verb, where it does not say what will be done: "monitor". */
  readonly loose?: ActionHit;
  readonly done: boolean;
  /** Nothing new is done: "stay with nan". */
  readonly stays: boolean;
  /** Of a row: its cells. */
  readonly cells?: Cells;
}

/** What an action leaves open. */
export interface Gaps {
  readonly who?: "none" | "vague";
  readonly when?: "none" | "vague";
  readonly what?: "vague";
}

/** The actions of a note's next steps, in order: those that are done too. Wishes, house rules and dates for the diary are none. */
export const actionsOf = once((note): readonly Action[] => {
  const steps = nextSteps(note);
  const forms = steps.map((step): Form => (step.form === "row" ? rowForm(note, step.cells!) : formOf(note, step)));
  const actions: Action[] = [];
  const busy = new Map<Step["block"], number>();
  steps.forEach(({ block }, index) => forms[index]!.is !== "neither" && busy.set(block, (busy.get(block) ?? 0) + 1));
  // "All of these by Friday 6 June": a time for every step of the section.
  const forAll = steps.filter(({ start, end }) => wholeList.test(note.prose.slice(start, end)));
  steps.forEach((step, index) => {
    const form = forms[index]!;
    if (form.is === "neither" || (index > 0 && forms[index - 1]!.is === "action" && isDoneBehind(note, steps, forms, index - 1))) return;
    if (form.is === "done" || isDoneBehind(note, steps, forms, index)) {
      actions.push({ start: step.start, end: step.end, form: step.form, what: trim(note.prose, step), done: true, stays: false });
      return;
    }
    actions.push(step.cells ? rowAction(note, step, step.cells) : lineAction(note, step, form, withAdditions(note, steps, forms, index, busy), forAll.filter((other) => other !== step && other.section === step.section)));
  });
  return actions;
});

/** What an action leaves open; nothing where it is done. */
export function gapsOf({ done, owner, due, loose }: Action): Gaps {
  if (done) return {};
  const who = !owner ? "none" : owner.kind === "vague" ? "vague" : undefined;
  const when = !due ? "none" : due.kind === "vague" ? "vague" : undefined;
  const what = loose && (!loose.entry.soft || who || when) ? "vague" : undefined;
  return { ...(who ? { who } : {}), ...(when ? { when } : {}), ...(what ? { what } : {}) };
}

/** A step with what stands behind it in its line, or in lines under it: "Who: mum", "By Friday 6 June." `busy` says how many steps of a block tell of something to do. */
function withAdditions(note: Note, steps: readonly Step[], forms: readonly Form[], index: number, busy: ReadonlyMap<Step["block"], number>): readonly Span[] {
  const step = steps[index]!;
  const together: Span[] = [step];
  const alone = busy.get(step.block) === 1;
  for (let at = index + 1; at < steps.length; at += 1) {
    const other = steps[at]!;
    if (forms[at]!.is !== "neither" || other.section !== step.section || !(isAddition(note, other) || (alone && step.form === "line" && other.block === step.block))) break;
    together.push(other);
  }
  return together;
}

/** "Priya to tell her manager. Done on 12 June.": the sentence behind says that it is done. */
function isDoneBehind(note: Note, steps: readonly Step[], forms: readonly Form[], index: number): boolean {
  const next = steps[index + 1];
  return next !== undefined && next.block !== undefined && next.block === steps[index]!.block && forms[index + 1]!.is === "done" && /^\W*(?:now |all )?(?:done|completed|actioned)\b/i.test(note.prose.slice(next.start, next.end));
}

const wholeList = /^\W*(?:all|everything|these|the above|both|each)\b(?: of (?:this|these|the above|it|them))?(?: (?:actions?|steps?|tasks?|above))?(?: (?:is|are|will|need|needs|should|must))?(?: to)?(?: be)?(?: (?:done|completed?|finished|in place|actioned|sorted))?\s*(?:by|before|within|no later|on)\b/i;

const whoField = /(?:^|[–—;,.(|\s-])\s*(?:by whom|who|whom|owner|lead|responsible|person responsible|assigned to)\s*:\s*([^–—;|)\n]*)/gi;
const whatField = /(?:^|[–—;,.(|\s-])\s*(?:what(?: exactly)?|how)\s*:\s*[^–—;|)\n]*[\p{L}\p{N}]/iu;

function lineAction(note: Note, step: Step, form: Extract<Form, { is: "action" }>, places: readonly Span[], all: readonly Span[]): Action {
  const owner = places.map((place) => fieldOwner(note, place)).find(Boolean) ?? form.owner ?? places.map((place) => asideOwner(note, place)).find(Boolean) ?? step.under.map((lead) => leadOwner(note, lead)).findLast(Boolean) ?? vagueOwner(note, step);
  const dues = [...places, ...all].map((place) => dueIn(note, place)).filter((due) => due !== undefined);
  const due = dues.find(({ kind }) => kind !== "vague") ?? step.under.map((lead) => leadDue(note, lead)).findLast(Boolean) ?? dues[0];
  const loose = places.some((place) => whatField.test(note.prose.slice(place.start, place.end))) ? undefined : looseVerb(note, form.what);
  const span = cover(step, ...places.filter((place) => (place as Step).block === step.block));
  return { start: span.start, end: span.end, form: step.form, what: form.what, ...(owner ? { owner } : {}), ...(due ? { due } : {}), ...(loose ? { loose } : {}), done: false, stays: form.stays ?? false };
}

/** True for a cell that says something. */
const isFilled = (note: Note, cell: Span | undefined): boolean => {
  const text = cell ? note.prose.slice(cell.start, cell.end).trim() : "";
  return /[\p{L}\p{N}]/u.test(text) && !/^(?:tbc|tba|n\/?a|none|\?+)$/i.test(text);
};

/** A row is something to do, or a day for the diary: "Next court hearing | - | 22 January 2026". */
const rowForm = (note: Note, { what, who, when }: Cells): Form => (isDiaryEntry(note.prose.slice(what.start, what.end)) && !isFilled(note, who) && isFilled(note, when) ? { is: "neither" } : { is: "action", what });

/** A row says who and when in its cells, or in the words of the action itself. */
function rowAction(note: Note, step: Step, cells: Cells): Action {
  const text = (span: Span | undefined): string => (span ? note.prose.slice(span.start, span.end).trim() : "");
  const form = formOf(note, { start: cells.what.start, end: cells.what.end, form: "line", section: step.section, under: [] });
  const done = form.is === "done" || /\b(?:done|completed?|actioned|achieved|closed)\b/i.test(text(cells.status)) && !/\bnot\b/i.test(text(cells.status)) || /^\W*(?:done|completed?|actioned)\b/i.test(text(cells.when));
  const filled = (span: Span | undefined): Span | undefined => (isFilled(note, span) ? span : undefined);
  const who = filled(added(note, cells.who) ?? cells.who);
  const when = filled(added(note, cells.when) ?? cells.when);
  const named = who ? (ownerOf(note, who) ?? { start: who.start, end: who.end, kind: "named" as const }) : form.is === "action" ? (form.owner ?? asideOwner(note, cells.what)) : undefined;
  const due = when ? (dueIn(note, when) ?? { start: when.start, end: when.end, kind: "regular" as const }) : dueIn(note, cells.what);
  const loose = (named && due) || !looseVerb(note, cells.what) ? undefined : looseVerb(note, cells.what);
  return { start: step.start, end: step.end, form: "row", what: cells.what, ...(named ? { owner: named } : {}), ...(due ? { due } : {}), ...(loose ? { loose } : {}), done, stays: false, cells };
}

/** "school – Mrs Lowe": what was added behind a dash stands for the cell. */
function added(note: Note, cell: Span | undefined): Span | undefined {
  const dash = cell && /\s–\s+(?=\S)/.exec(note.prose.slice(cell.start, cell.end));
  return dash ? { start: cell.start + dash.index + dash[0].length, end: cell.end } : undefined;
}

/** "– who: Kelly". Whatever stands there is taken, unless it names nobody. */
function fieldOwner(note: Note, place: Span): Owner | undefined {
  for (const match of matchesIn(note.prose.slice(place.start, place.end), whoField)) {
    const start = place.start + match.index + match[0].length - match[1]!.length;
    const span = trim(note.prose, { start, end: start + match[1]!.length });
    if (/[\p{L}\p{N}]/u.test(note.prose.slice(span.start, span.end))) return ownerOf(note, span) ?? { ...span, kind: "named" };
  }
  return undefined;
}

/** Behind a dash, a comma or in brackets: "Ring the GP – Kelly – 6 June", "Ring the GP (Kelly, by 6 June)". */
function asideOwner(note: Note, place: Span): Owner | undefined {
  const text = note.prose.slice(place.start, place.end);
  for (const match of matchesIn(text, /(?:\s[–—-]\s|[(,;:|/]\s*)([^–—,;()|:\n]{1,50}?)(?=\s+(?:[–—-]|by|on|before|to|will)\s|\s*(?:[,;)|.]|$))/gu)) {
    const start = place.start + match.index + match[0].length - match[1]!.length;
    const owner = ownerOf(note, trim(note.prose, { start, end: start + match[1]!.length }));
    if (owner && !actionHits(note, owner, "time").length && !(match[0].startsWith(",") && /^\s+(?:and|or)\b/.test(text.slice(match.index + match[0].length)))) return owner;
  }
  return undefined;
}

/** "Mum will:", "Actions for Sam": who is to do what stands under it. */
function leadOwner(note: Note, lead: Span): Owner | undefined {
  const text = note.prose.slice(lead.start, lead.end);
  if (headsNextSteps({ role: readUsualHeading(text).role, title: text }) && !/\bfor\b/i.test(text)) return undefined;
  const match = /^(?:(\W*(?:(?:agreed )?(?:actions?|next steps|tasks|jobs|steps|to do)(?: (?:for|by|from))?|for|what)\s*)((?:\S.*?)?)|(\W*)(\w.*?))(?:\s+(?:will|to|agreed(?: to)?|has agreed(?: to)?|have agreed(?: to)?|is going to|are going to|needs? to|should)(?: do)?)?\s*(?:[:?]\s*)?$/iu.exec(text);
  const [before, who] = [match?.[1] ?? match?.[3], match?.[2] ?? match?.[4]];
  if (before === undefined || !who) return undefined;
  const span = { start: lead.start + before.length, end: lead.start + before.length + who.length };
  const owner = ownerOf(note, span);
  return owner && owner.kind !== "vague" && !isChild(note, span) ? owner : undefined;
}

/** "By Friday 6 June:", "Actions to be done this week". */
function leadDue(note: Note, lead: Span): Due | undefined {
  const due = dueIn(note, lead);
  return due && due.kind !== "vague" && /\b(?:by|before|within|this|today|tomorrow|until|for (?:this|next))\b/i.test(note.prose.slice(lead.start, due.end)) ? due : undefined;
}

/** "CP plan to continue, professionals to support". */
function vagueOwner(note: Note, step: Step): Owner | undefined {
  const hit = actionHits(note, step, "nobody").find(({ end }) => /^\s+(?:to|will|should|must)\b/.test(note.prose.slice(end, step.end)));
  return hit ? { start: hit.start, end: hit.end, kind: "vague" } : undefined;
}

/** The verb of an action, where it does not say what will be done, unless the words behind it do: "support Kelly to fill in the form". */
function looseVerb(note: Note, what: Span): ActionHit | undefined {
  const hit = actionHits(note, what, "loose").find(({ start, end }) => {
    const before = note.prose.slice(what.start, start);
    return contains(what, { start, end }) && (/^\W*(?:(?:to|be|also|then|and|all|both|will|please|just)\s+)*$/i.test(before) || /\b(?:to|will|should|must|to be|will be|and|to also)\s+$/i.test(before));
  });
  if (!hit) return undefined;
  const behind = note.prose.slice(hit.end, what.end);
  return /\bby\s+\p{L}+ing\b|\bto\s+(?!(?:the|his|her|their|a|an|be|school|nursery|work|bed|help|support)\b)\p{Ll}{2,}\b/iu.test(behind) ? undefined : hit;
}
