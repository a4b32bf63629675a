import { wordList } from "../lexicon/lexicon.ts";
import { inflect } from "../lexicon/inflect.ts";
import { matchesIn } from "../text/matches.ts";
import { pattern } from "../text/pattern.ts";
import { blank, overlaps, trim, type Span } from "../text/span.ts";
import { isChild, isNameWord, ownerOf, type Owner } from "./action-owner.ts";
import { actionHits, duesIn } from "./action-words.ts";
import type { Step } from "./next-steps.ts";
import type { Note } from "./note.ts";
import { alternatives } from "./patterns.ts";
import { quotationsIn } from "./positions.ts";
import { placeholders, speechVerbs } from "./words.ts";

/** What a piece of the next steps is: something to do, something done, or neither (a wish, a rule of the house, a date for the diary). */
export type Form =
  | { readonly is: "action"; readonly owner?: Owner; /** What is left to do: "ring school". */ readonly what: Span; /** Things only go on as they are: "stay with nan". */ readonly stays?: boolean }
  | { readonly is: "done" }
  | { readonly is: "neither" };

const neither: Form = { is: "neither" };
const none = wordList("action-none");
const verbs = wordList("action-verbs");
const thingVerbs = wordList("action-thing-verbs");

const opening = /^[\s>•·▪◦*☐,.:;–—-]*(?:\(?\d{1,2}[.)]\s+|\(?[a-h][.)]\s+)?(?:(?:and|then|also|so|next|first|firstly|secondly|finally|second|third|lastly|meanwhile|afterwards|in addition|additionally)\b,?\s+)?/iu;
const agreeing = /^(?:(?:(?:we|i|it was|it is|it has been|all|everyone|mum and i|the meeting|the group|they)\s+)?(?:have\s+|has\s+|also\s+|all\s+)*agreed(?: with \p{L}+)?(?: and \p{L}+)? that|agreed(?=:| that\b)[: ]|agreed (?:for|with)|(?:(?:the|our|my) )?plan is (?:that|for|to)|(?:the )?(?:agreed )?action (?:is )?for|for)\s+/iu;
const doneMark = /^\W*(?:done|completed|actioned|achieved|(?:complete|closed|finished)(?=\s*(?:[:.;,–—-]|$)))(?![\p{L}'])|[✓✔✅☑]|(?:^|[–—(:;,.-]\s*)(?:now |all |already )?(?:done|completed?|actioned|achieved)\b(?: (?:on|today|yesterday|by|this|at|\d)[^.;]*)?\W*$/iu;
const modal = /(?<modal>\s+(?:will|shall|'ll|is to|are to|am to|is going to|are going to|am going to|should|must|needs? to|has to|have to|ought to|(?:(?:has|have) )?agreed to|agrees to|(?:(?:has|have) )?promised to|(?:(?:has|have) )?offered to|(?:is|are|am) planning to|plans? to|intends? to|aims? to|to)(?=\s)|'ll(?=\s))(?<not>\s+(?:not|never|no longer)\b)?(?:\s+(?:also|then|both|now|still|all|each|just))*\s+(?<rest>.*)$/isu;
/** "Number given to Kelly": a thing, and what was done with it. */
/** "Next visit: …", "Follow-up appointment …": a day for the diary. */
export const isDiaryEntry = (text: string): boolean => /^\W*(?:\d{1,2}[.)]\s*)?(?:(?:my|our|the|date of(?: the)?)\s+)?(?:next|follow[- ]?up)\s+(?:\p{L}+\s+){0,3}(?:visit|meeting|review|group|conference|appointment|session|contact|panel|date|taf|tac|pep|hearing|call|one)\b/iu.test(text);

const handled = /\s(?:given|sent|made|shared|emailed|booked|completed|received|requested|agreed|ordered|submitted|returned|provided|posted|signed|discussed|explained|met|reached)\b/;
const stative = /^(?:be(?!\s+\p{L}+ing\b)|have(?!\s+(?:a|another)\s+(?:\p{L}+\s+)?(?:word|chat|look|think|go|conversation|talk|meeting|catch[- ]up)\b)|need|like|want|know|feel|enjoy|miss|understand|remember|love|hear|get (?:to|used)|stay|live|sleep|remain|continue to (?:live|stay|be)|always)\b/iu;
const participle = /^(?:be|get|been)\s+(?:(?:re|also|fully|then|all|kept|both)[- ]?)*?(?:\p{L}*(?<!tir|excit|worri|pleas|delight|bor|scar|interest|suppos|disappoint|reliev|settl|allow|involv|ne)ed|rung|told|sent|seen|made|given|done|kept|taken|put|held|written|set|found|bought|brought|paid|met|shown|drawn|chosen|read|spoken|sought|dealt|looked|thought|asked|begun|built|cut|shared|sorted|fed|reminded|rearranged|re-?done|undertaken|overseen|got|re-?referred|left|taught|booked)\b/iu;
const finite = /\b(?:is|isn't|are|aren't|was|wasn't|were|weren't|am|has|hasn't|have|haven't|had|does|doesn't|do not|don't|did|didn't|can|can't|cannot|could|couldn't|would|wouldn't|might|may|said|says|told|thinks?|thought|wants?|wanted|hopes|hoped|feels|felt|knows|knew|believes|agrees|agreed|understands|understood|asked|asks|wishes|wished|prefers|needs|needed|stays|stayed|remains|lives|goes|went|gets|got|came|comes|seems|seemed|enjoys|loves|likes|explained|confirmed|reported|gave|took|made|rang|spoke|saw|sent|starts|ends|happens|booked|emailed|received|submitted|(?<!\b(?:to|will|and|or|would|must|should|not)\s)(?:agree|want|think|know|understand|feel|hope))\b|\p{L}'(?:s|re|ve|d|m)\s+(?:not|been|going|happy|worried|keen|had|got|a|the|(?!(?:reading|writing|swimming|speech|spelling|learning|hearing|housing|training|counselling|parenting|mentoring|dancing|boxing|riding|clothing|bedding|meeting|morning|evening|building|feeding|sleeping|drawing|painting)\b)\p{L}+ing)\b/iu;
const subordinate = /\b(?:that|who|which|how|what|if|whether|because|when|so|as|where|once|until|why|while|whilst|since|before|after)\b/i;
const happening = /^(?:the |our |my |his |her |their |a |an )?(?:(?:next|following|follow[- ]?up|review|first|second|third|\p{Lu}{2,5}|child protection|core|home|statutory|cp|cin|lac|taf|tac|pep|legal|strategy|planning|care|school|team|professionals'?|court|medical|hospital|dental|dentist|gp|doctor'?s?|camhs|parents'?|optician'?s?|eye|hearing|midwife|antenatal|panel)\s+){0,3}(?:visit|meeting|review|core group|conference|appointment|hearing|panel|group|icpc|rcpc|taf|tac|pep|session|evening|assessment|check|clinic|scan|test|date|call|day|discussion)s?\b/iu;
const asking = /^\W*(?:what|who|whom|whose|when|where|why|how|which|is|are|was|were|do|does|did|can|could|should|would|will|has|have|had|any|by|and|anything|anyone)\b|\?.*\?/is;
const courtesy = /^(?:no (?:further|other|new|more|immediate) |thank|well done|kind regards|best wishes|from |love |yours |signed )/;
const bareHappening = /^(?:visit|review|call|contact|meet|check|test)(?:\s+(?:on|at|by|for|in))*\W*$/i;
/** A rule of the house: "No phones at the table", "Feet off the chairs", "Story at half past six". */
const standing = /^(?:\p{L}+\s+)?bedtimes?\s*:|^(?:no|nobody|not|in bed|bed(?:time)?|lights|homework before|always|never)\b|^(?:\p{L}+\s+){1,2}(?:off|out|away|down)\b|\b(?:by|at|before|until|from)\s+(?:half (?:past )?|quarter (?:past|to) )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})\b(?!\s*(?:days?|weeks?|months?))/iu;
/** "Sam and police back to the house", "Sam seeing Kai on Monday": somebody at the start of a line without a full verb. */
const heading = /\s+(?=(?:back|out|round|over|along)\b|(?!(?:meeting|setting|housing|training|counselling|funding|parenting|mentoring|safeguarding|learning|morning|evening|hearing|building|planning|screening|testing|swimming|clothing|bedding|reading|during|regarding|working)\b)\p{Ll}{2,}ing\b)/gu;
/** "Rang mum": past forms of the verbs with which steps open. */
const past = new Set([...verbs].flatMap((verb) => inflect(verb).filter((word) => word !== verb && !verbs.has(word) && !/(?:ing|s|')$/.test(word))));
const notSomebody = /^(?:there|it|this|that|these|those|nothing|what|which|who|how|if|when|whenever|should|unless|in case|once)\b/i;
const stays = /^(?:(?:to )?(?:stay|remain|live|carry on living|keep (?:living|staying)|continue (?:to (?:live|stay|be)|living|staying))|(?:to )?continue\W*$)/i;

/** Reads what a piece of the next steps is. Times, brackets and quotations are blanked before, so that only who and what are left. */
export function formOf(note: Note, step: Step): Form {
  const raw = note.prose.slice(step.start, step.end);
  const bare = raw.replace(/[^\p{L}\p{N}/ ]+/gu, " ").replace(/\s+/g, " ").trim().toLowerCase();
  if (step.ticked || doneMark.test(raw)) return { is: "done" };
  if (!bare || none.has(bare) || placeholders.has(bare) || bare.split(" ").every((word) => none.has(word) || /^(?:by|and|or)$/.test(word)) || /^\W*\[…[^\]]*\]\W*$/.test(raw) || courtesy.test(bare)) return neither;
  const quotations = quotationsIn(note, step);
  if (/\?\W*$/.test(blank(raw, step.start, quotations, " ")) && asking.test(raw)) return neither;
  const brackets = matchesIn(raw, /\([^()]*\)|\[[^[\]]*\]/g).map((match) => ({ start: step.start + match.index, end: step.start + match.index + match[0].length }));
  const dues = duesIn(note, step);
  let at = step.start;
  const cut = (length: number): void => void (at += length);
  const left = (): string => blank(note.prose.slice(at, step.end), at, [...quotations, ...brackets, ...dues], " ").replace(/\n/g, " ");
  const whole = note.prose.slice(step.start, step.end).replace(opening, "");
  cut(opening.exec(left())![0].length);
  if (isDiaryEntry(raw)) return neither;
  if (/^(?:if|should|unless|in case|in the event)\b/i.test(whole) || /^when(?:ever)?\s+(?!possible|needed|able|available)/i.test(whole)) return neither;
  cut(agreeing.exec(left())?.[0].length ?? 0);
  // "By Friday 6 June, I will": what is left of a time in front.
  cut(/^\s*(?:by|on|from|before|after|at|until|this|in|for|over|the|during)(?:\s*,|\s{2,})[\s,]*/i.exec(left())?.[0].length ?? 0);
  cut(/^[\s,:;–—-]*/.exec(left())![0].length);
  // "By Friday 6 June.", "Who: mum": it goes with the step before.
  if (at >= step.end || !/\p{L}{2}/u.test(left()) || isAddition(note, step)) return neither;

  const labelled = ownerBefore(note, step, at, left());
  if (labelled) {
    const rest = { start: labelled.after, end: step.end };
    if (!/[\p{L}]/u.test(blank(note.prose.slice(rest.start, rest.end), rest.start, [...quotations, ...dues], " "))) return neither;
    const inner = reading(note, step, rest.start, blank(note.prose.slice(rest.start, rest.end), rest.start, [...quotations, ...brackets, ...dues], " ").replace(/\n/g, " "));
    if (inner.is !== "action" && inner.is !== "neither") return inner;
    if (inner.is === "neither" && isStatement(note, rest.start, blank(note.prose.slice(rest.start, rest.end), rest.start, [...quotations, ...brackets], " "))) return neither;
    return inner.is === "action" && inner.owner ? inner : { is: "action", owner: labelled.owner, what: trim(note.prose, rest), ...(inner.is === "action" && inner.stays ? { stays: true } : {}) };
  }
  return reading(note, step, at, left());
}

const added = /(?<![\p{L}'])(?:(?:by )?who(?:m)?|owner|lead|responsib\p{L}*(?: person)?|person responsible|assigned to|(?:by )?when|by|due(?: date| by)?|date|deadline|timescales?|target(?: date)?)\s*:\s*[^.;|\n]*/giu;

/** "Who: mum", "By when: 6 June", "By Friday. Lead: Sam", under a step or behind it. */
export function isAddition(note: Note, span: Span): boolean {
  const text = blank(note.prose.slice(span.start, span.end), span.start, duesIn(note, span), " ");
  return !/\p{L}{2}/u.test(text.replace(added, " ").replace(/\b(?:by|on|before|at|from|in|until)\b/gi, " "));
}

/** "Marvin: go over …", "Lorna Speight (personal adviser) – meet Mo …": who is to do it, before a colon or a dash. */
function ownerBefore(note: Note, step: Step, at: number, text: string): { owner: Owner; after: number } | undefined {
  const cut = /^([^:–—]{1,60}?)(?:\s*:\s|\s+[–—-]\s)/u.exec(text);
  if (!cut) return undefined;
  const owner = ownerOf(note, trim(note.prose, { start: at, end: at + cut[1]!.length }));
  return owner ? { owner, after: at + cut[0].length } : undefined;
}

function reading(note: Note, step: Step, at: number, text: string): Form {
  const listed = step.form === "line";
  const lead = /^\s*/.exec(text)![0].length;
  const main = text.slice(lead).replace(/[\s.;,!–—-]+$/u, "");
  const start = at + lead;
  const what = trim(note.prose, { start, end: step.end });
  if ((bareHappening.test(main) || (/^[^:.]{3,40}:/.test(main) && happening.exec(main)?.[0].length === main.indexOf(":"))) && duesIn(note, step).some(({ kind }) => kind !== "vague")) return neither;
  if (listed && /^(?!.*\b(?:is|are|was|were|not|to|he|she|they|it)\b).{3,60}\s(?:needed|required)$/is.test(main)) return { is: "action", what };
  // "The debt needs sorting", "Joey's checks need doing": something to do, and nobody who does it.
  const needing = /^(?<thing>[^,;:]{2,60}?)\s+(?:still\s+)?needs?\s+(?!to\b)(?:\p{L}+ly\s+)?(?!(?:counselling|housing|training|mentoring|parenting|clothing|bedding|something|anything|nothing|feeling|being)\b)\p{L}{2,}ing\b/iu.exec(main);
  if (needing && !isChild(note, { start, end: start + needing.groups!["thing"]!.length }) && !/^(?:he|she|they|i|we|you|it|nobody|somebody|everyone)$/i.test(needing.groups!["thing"]!)) return { is: "action", what };
  const firstWord = /^\p{L}[\p{L}'-]*/u.exec(main)?.[0].toLowerCase() ?? "";
  const found = modal.exec(main);
  const subject = found ? trim(note.prose, { start, end: start + found.index }) : undefined;
  const owner = subject && subject.end > subject.start ? ownerOf(note, subject) : undefined;
  const isThing = found !== null && !/^to$/.test(found.groups!["modal"]!.trim()) && /^\S+(?:\s+\S+)?$/.test(main.slice(0, found.index)) && !subordinate.test(main.slice(0, found.index));
  if (verbs.has(firstWord) && !owner && !isThing && !(found && /^(?:\S+ ){0,3}\S+$/.test(main.slice(0, found.index)) && /^\s+(?:will|to)$/.test(found.groups!["modal"]!) && participle.test(found.groups!["rest"]!) && !/^(?:ring|ask|tell|send|refer|email|call|write)$/.test(firstWord)))
    return isStatement(note, start, text.slice(lead)) && !subordinate.test(main.slice(0, finite.exec(main)?.index ?? 0)) && finiteAtOnce(main) ? neither : imperative(note, step, what, main);
  if (past.has(firstWord) && !found) return { is: "done" };
  const omitted = /^will\s+(?!not\b)(?=\p{Ll})/iu.exec(main);
  // "Will ring school": whoever writes.
  if (omitted && !isNameWord(note, "will")) return { is: "action", what: { start: start + omitted[0].length, end: what.end }, owner: { start, end: start + 4, kind: "worker" } };
  if (/^to\s+\p{Ll}/u.test(main)) return { is: "action", what };
  if (notSomebody.test(main)) return neither;
  if (found && subject) {
    const before = main.slice(0, found.index);
    const rest = found.groups!["rest"]!.trim();
    const how = found.groups!["modal"]!.trim().toLowerCase();
    const told = finite.test(before) && !(owner && /agreed/.test(how));
    const passive = participle.test(rest);
    const real = !how.endsWith("to") || (/^\p{Ll}/u.test(rest) && !/^(?:the|a|an|his|her|their|our|my|your|this|that|these|those|it|all|what|him|them|being|having)\b/i.test(rest));
    if (!told && real) {
      const whatToDo = trim(note.prose, { start: start + found.index + found[0].length - found.groups!["rest"]!.length, end: step.end });
      if (found.groups!["not"]) return neither;
      const child = isChild(note, subject);
      if (/^(?:you|your)\b/i.test(before)) return neither;
      if (passive) return child && /^(?:will|shall)$/.test(how) && /\b(?:picked|collected|dropped|looked|cared)\b/.test(rest) ? neither : { is: "action", what, ...byWhom(note, step, start + found.index) };
      if (/^be\s+(?!\p{L}+ing\b)/u.test(rest)) return neither;
      if (child && how !== "to") return neither;
      if (stays.test(rest)) return listed || step.label ? { is: "action", what, stays: true, ...(owner && !child ? { owner } : {}) } : neither;
      if (stative.test(rest) && !(how === "to" && listed && /^(?:have|get)\b/.test(rest))) return how === "to" && owner && listed && !child && !/^(?:be|feel|know|understand|enjoy|sleep|like|want)\b/i.test(rest) ? { is: "action", owner, what: whatToDo } : neither;
      // "Mum will ring 999 if Lee comes back": what is done then, and no step of now.
      if (/^(?:will|'ll|should|must)$/.test(how) && /\b(?:if|whenever|every time|any time|anytime)\b/i.test(rest)) return neither;
      if (owner) return unnamedThing(note, subject, rest) ? (listed ? { is: "action", what } : neither) : { is: "action", owner, what: whatToDo };
      if (how === "to" && (listed || thingVerbs.has(/^\p{L}+/u.exec(rest)?.[0] ?? ""))) return isStatement(note, start, before + " ") ? neither : { is: "action", what };
      if (how !== "to") return neither;
    }
  }
  if (/^(?:i|he|she|we|they|you)\b/i.test(main) || isStatement(note, start, text.slice(lead))) return neither;
  if (happening.test(main) && duesIn(note, step).some(({ kind }) => kind !== "vague")) return neither;
  for (const match of matchesIn(main, heading)) {
    const first = ownerOf(note, { start, end: start + match.index });
    if (first && (first.kind !== "named" || /\s/.test(main.slice(0, match.index)) || isNameWord(note, main.slice(0, match.index).toLowerCase())  || isRelation(main.slice(0, match.index).toLowerCase()))) return { is: "action", owner: first, what: trim(note.prose, { start: start + match.index, end: step.end }) };
  }
  if (standing.test(main)) return neither;
  if (!/\b(?:will|to be|should|must)\b/i.test(main) && handled.test(main)) return { is: "done" };
  // What is left has no verb: "CAMHS referral".
  return listed || isTelegram(note, step) ? { is: "action", what, ...(stays.test(main) ? { stays: true } : {}) } : neither;
}

/** "Keep an eye on Rose": a verb at the start, and nobody before it. In a letter it is a request to the reader. */
function imperative(note: Note, step: Step, what: Span, main: string): Form {
  if (step.form === "sentence" && (note.kind === "letter to the child" || /^(?:let|give|see|take|help|start|keep|remain|go|get|read|use|have|continue|close|move|change|plan|report|work|support|show|look|put|meet|set|contact|call|text|review|link|stop|return|message)\b/i.test(main) && !/^(?:contact|call|text|review|support|work with|look|keep an eye|plan to|link in|meet with|set up|put in|get in touch|continue)\b/i.test(main))) return { is: "neither" };
  return { is: "action", what, ...(stays.test(main) ? { stays: true } : {}) };
}

/** "Ring is lost": what looks like a verb is the subject of one. */
const finiteAtOnce = (main: string): boolean => {
  const at = finite.exec(main);
  return at !== null && main.slice(0, at.index).trim().split(/\s+/).length <= 2;
};

/** "Contact to continue", "PLO to start": a thing with a capital, and no name. */
function unnamedThing(note: Note, subject: Span, rest: string): boolean {
  const verb = /^\p{L}+/u.exec(rest)?.[0].toLowerCase() ?? "";
  const words = note.prose.slice(subject.start, subject.end);
  if (!thingVerbs.has(verb) || /\s/.test(words.trim()) || /^\p{L}+\s+(?:to\s+(?!be\b)\p{Ll}|(?!being\b)\p{Ll}+ing\b)/u.test(rest)) return false;
  const key = words.toLowerCase();
  return !/^(?:i|we|he|she|they|me)$/.test(key) && !isNameWord(note, key) && (ownerOf(note, subject)?.kind === "named" ? !isRelation(key) : /^(?:contact|placement|respite|referral|mediation|plo|pep|ehcp)$/.test(key));
}
const isRelation = (word: string): boolean => /^(?:mum|dad|nan|gran|grandad|parents|auntie|uncle|mother|father|nana|mam)$/.test(word);

/** "… to be updated by Kev". */
function byWhom(note: Note, step: Step, from: number): { readonly owner?: Owner } {
  const text = note.prose.slice(from, step.end);
  for (const match of matchesIn(text, /\b(?:by|between)\s+/gi)) {
    const start = from + match.index + match[0].length;
    const words = /^[^,.;:()–—\n]{1,60}/u.exec(note.prose.slice(start, step.end))?.[0].split(/\s+/) ?? [];
    for (let count = Math.min(words.length, 6); count > 0; count -= 1) {
      const part = words.slice(0, count).join(" ");
      const owner = ownerOf(note, { start, end: start + part.length });
      if (owner && !duesIn(note, step).some((due) => overlaps(due, owner))) return { owner };
    }
  }
  return {};
}

/** True where something is said that is so, was so or is wished: there is nothing to do in it. */
function isStatement(note: Note, start: number, text: string): boolean {
  const at = finite.exec(text);
  if (at && at.index > 0 && !subordinate.test(text.slice(0, at.index))) return true;
  // "Amy chose the blue room".
  const told = /^\s*((?:\p{L}[\p{L}'-]*\s+){1,2}?)(\p{Ll}{2,})\b/u.exec(text);
  if (told && (past.has(told[2]!) || (speechVerbs.has(told[2]!) && !verbs.has(told[2]!))) && /^\s*\p{Lu}/u.test(told[1]!)) {
    const first = start + text.indexOf(told[1]!);
    if (ownerOf(note, trim(note.prose, { start: first, end: first + told[1]!.length }))) return true;
  }
  const said = /^\s*((?:\p{L}[\p{L}'-]*\s+){1,3}?)(\p{Ll}{2,}(?:ed|[^s'\W]s))\b/u.exec(text);
  if (!said) return false;
  const from = start + text.indexOf(said[1]!);
  const owner = ownerOf(note, trim(note.prose, { start: from, end: from + said[1]!.length }));
  return owner !== undefined && owner.kind !== "vague" && !/^(?:needs|sessions|visits|appointments|details|notes|forms|meetings|checks|records|results|reports|plans|views|lessons|classes|referrals|letters|reviews|services)$/i.test(said[2]!) && (owner.kind !== "role" || /ed$/.test(said[2]!) || /^(?:thinks|feels|says|reports|knows|sees|uses|gives)$/.test(said[2]!));
}

const verbless = pattern(`\\b(?:${alternatives("action-labels")})\\b`, "i");

/** A line without a verb among lines that are steps: "PLO asap". */
function isTelegram(note: Note, step: Step): boolean {
  const text = note.prose.slice(step.start, step.end);
  if (verbless.test(text) && text.length < 14) return false;
  const lineStart = note.prose.lastIndexOf("\n", step.start - 1) + 1;
  const alone = note.prose.slice(lineStart, step.start).trim() === "" && /^\W*(?:\n|$)/.test(note.prose.slice(step.end));
  return alone && text.split(/\s+/).length <= 8 && actionHits(note, step, "whenever").length > 0;
}
