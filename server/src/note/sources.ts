import { pattern } from "../text/pattern.ts";
import type { Span } from "../text/span.ts";
import type { Note, Sentence } from "./note.ts";
import { clauseAround, outsideQuotations } from "./outline.ts";
import { alternatives } from "./patterns.ts";
import { reaches } from "./scope.ts";

const documents = `(?:${alternatives("documents")})`;
/** Papers and services from which something may be known. */
const source = `(?:${alternatives("documents")}|${alternatives("agencies")})`;
/** "School rang to say", "the police log shows", "her EHCP from 2023 lists". */
const sourceSays = pattern(`(?:^|[^\\p{L}])${source}(?:\\s+(?:from|of|by|dated|on)\\s+[^,.;]{2,40}?)?,?\\s+(?:(?:has|have|had|also|then|did|does|both|all|previously)\\s+)*(?:say|says|said|saying|show|shows|showed|showing|state|states|stated|recorded|records|record|note|notes|noted|list|lists|listed|describe|describes|described|confirm|confirms|confirmed|report|reports|reported|tell|tells|told|names|named|think|thinks|feel|feels|felt|rang|called|phoned|wrote|emailed|texted|believe|believes|raised|shared|informed|explained|advised|mention|mentions|mentioned|call|calls|put|puts|speaks of|spoke of|refers to|referred to)(?![\\p{L}'])`, "iu");
const determiner = "(?:(?:the|his|her|their|its|your|an?|our|this|that|last|recent|latest|[\\p{L}-]+'s)\\s+)?";
/** "according to school", "per the chronology", "in her last review", "from the referral". */
const fromSource = pattern(`(?:^|[^\\p{L}])(?:(?:according to|as per|per|as recorded (?:in|by)|as told by|information from|report from|from what)\\s+${determiner}(?:[\\p{L}-]+\\s+){0,3}?${source}|(?:^\\W*|(?:recorded|noted|stated|written|set out|described|mentioned|listed|shown|named|found|it is|it says|it was|is all|given|read|seen|comes|came|taken|confirmed)\\s+)(?:in|from|on|via|by)\\s+${determiner}(?:[\\p{L}-]+\\s+){0,3}?${documents})(?![\\p{L}])`, "iu");
const clinic = /\bdiagnosed\b[^.;]{0,60}\b(?:at|in)\s+(?:the\s+)?\p{Lu}\p{L}+/u;
const clinician = pattern(`\\b(?:diagnosed|assessed|confirmed|prescribed|signed off|reported|recorded|raised|made|shared|written|told to me|given to me|described|said|alleged|referred)\\s+(?:with\\s+[^.;]{2,40}\\s+)?(?:as\\s+[^.;]{2,40}\\s+)?by\\s+(?!the end\\b)(?:\\p{Lu}|(?:the|his|her|their|my|our|a|an)\\s|(?:${alternatives("agencies")}|mum|dad|nan)(?![\\p{L}]))`, "u");
const anySource = pattern(`(?:^|[^\\p{L}])${source}\\b`, "iu");

/** "Plan:", "My assessment:": what a worker writes themselves. */
const ownHeading = /^\W*(?:(?:my|our|the|next|care|safety|visit|risk) )?(?:plan|plans|review|assessment|summary|notes?|order|conference|results|outcome|analysis|check|checks)\W*$/i;

const bracketed = pattern(`(?:^|[^\\p{L}])(?:${source}|diagnosed|assessed|dr|told|source|see|confirmed)(?![\\p{L}])`, "iu");

/** "(EHCP 2023)", "(letter from Dr Shah)", "(school)": where it is from, in brackets close behind it. A bare year or name is no source. */
const isSourceInBrackets = (behind: string): boolean => {
  const bracket = /^[^()]{0,40}\(([^()]{2,80})\)/.exec(behind);
  return bracket !== null && bracketed.test(bracket[1]!);
};

/** True where the words name a paper or a service, and no heading of the worker's own ("Plan:"). */
export const namesSource = (words: string): boolean => anySource.test(words) && !ownHeading.test(words);

/** True where the note names a record, a report or a service for what stands in a place: before it, in its clause, or in brackets close behind. */
export function isRecorded(note: Note, sentence: Sentence, place: Span): boolean {
  const outside = outsideQuotations(note, sentence);
  const said = sourceSays.exec(outside.slice(0, place.start - sentence.start));
  if (said && reaches(note, sentence, sentence.start + said.index + said[0].length, place)) return true;
  const clause = clauseAround(note, sentence, place);
  const near = outside.slice(clause.start - sentence.start, clause.end - sentence.start);
  const behind = outside.slice(place.end - sentence.start, Math.max(place.end, clause.end) - sentence.start);
  return fromSource.test(near) || clinician.test(near) || clinic.test(near) || isSourceInBrackets(behind);
}
