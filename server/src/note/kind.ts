import type { Passage } from "../text/passage.ts";
import type { Detail, NoteKind, Section } from "./note.ts";

const byType: readonly (readonly [RegExp, NoteKind])[] = [
  [/\bno[ -]?access\b|\bno[ -]?reply\b|\bno answer\b|\battempted\b|\bunsuccessful\b|\bfailed visit\b|\bnot in\b|\baborted\b|\bcould not gain\b|\bno one (?:in|home)\b/, "no access"],
  [/\bletter\b/, "letter to the child"],
  [/\bdirect work\b/, "visit"],
  [/\bstatutory\b|\bstat\b|\b(?:cp|lac|cin|cla|child protection|looked after|child in need|children in need|child in care|core)[ -](?:\w+ )?visit\b|\bsv\b/, "statutory visit"],
  [/\b(?:tele)?phone\b|\bcall\b|\bvideo\b|\bfacetime\b|\btext\b|\bwhatsapp\b|\bteams\b|\bzoom\b/, "phone call"],
  [/\bvisit\b|\bseen at\b|\bsession\b|\bobservation\b/, "visit"],
  [/\bmeeting\b|\bcore group\b|\bconference\b|\breview\b|\bpanel\b|\bstrategy\b|\bfgc\b|\bpep\b|\btaf\b|\btac\b/, "meeting"],
  [/\bcase ?note\b|\bfile ?note\b|\bemail\b|\bsupervision\b|\bmanagement\b|\bclosure\b|\bclosing\b|\bchronology\b|\brecord\b|\bcourt\b/, "case note"],
];

/** The kind that a type of visit or contact names, where it names one. */
function knownType(type: string): NoteKind | undefined {
  const value = type.replace(/\s+/g, " ").toLowerCase();
  return byType.find(([pattern]) => pattern.test(value))?.[1];
}

/** The kind of a note that says no more of it than its type of visit or contact. */
export const kindOfType = (type: string): NoteKind => knownType(type) ?? "case note";

/** The kind of note, from its details, or else from its headings and the opening of its prose, with what stands above the details. */
export function readKind(details: readonly Detail[], sections: readonly Section[], prose: string, title = ""): NoteKind {
  for (const detail of details) {
    if (detail.key !== "type") continue;
    const kind = knownType(detail.value);
    if (kind) return kind;
  }
  const headings = new Set(sections.filter(({ wording }) => wording === "standard").map(({ role }) => role));
  const near = new Set(sections.filter(({ wording }) => wording !== "none").map(({ role }) => role));
  if (/^\s*(?:Dear|Hello|Hi)\s+\p{Lu}/mu.test(prose.slice(0, 200)) && !headings.size) return "letter to the child";
  if (headings.size >= 2 || (headings.size === 1 && near.size >= 3)) return details.some(({ key, value }) => key === "visited" && /statutory/i.test(value)) ? "statutory visit" : "visit";
  return opening(`${title}\n${prose}`) ?? "case note";
}

/** "Home visit 12/6/25 4.30pm unannounced": a line of its own at the top of a note that was typed on a phone. */
function opening(prose: string): NoteKind | undefined {
  const title = firstLines(prose, 4).find((line) => /^(?:(?:un)?announced |joint |home |school |statutory |stat |cp |lac |cin |child protection |core ){1,3}visit\b[^.!?]{0,60}(?:[.!?]|$|\d)/.test(line) && line.length <= 80 && !/[a-z]{2,}\.$/.test(line));
  return title === undefined ? undefined : byType.find(([pattern, kind]) => pattern.test(title) && kind !== "phone call")?.[1];
}

/** The first lines that say anything, in small letters. */
function firstLines(text: string, count: number): string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length && lines.length < count; ) {
    const stop = text.indexOf("\n", at);
    const end = stop < 0 ? text.length : stop;
    const line = text.slice(at, end).replace(/[#*_]/g, "").trim().toLowerCase();
    if (line) lines.push(line);
    at = end + 1;
  }
  return lines;
}

/** Some workers write every note to the child: "you told me", "you and I". */
export const isWrittenToChild = (passages: readonly Passage[]): boolean => passages.reduce((sum, passage) => sum + passage.read(countAddressed), 0) >= 4;

const addressing = /\b(?:you (?:said|told|showed|wrote|asked|were|had|also|and I|met|chose|picked|drew|made)|your (?:mum|dad|room|school|carers?))\b/gi;
const countAddressed = (text: string): number => text.replace(/"[^"\n]*"/g, "").match(addressing)?.length ?? 0;
