import { matchesIn } from "../text/matches.ts";
import { pattern } from "../text/pattern.ts";
import { trim, type Span } from "../text/span.ts";
import { tokenise } from "../text/tokens.ts";
import type { Child, Note, SeenAlone } from "./note.ts";
import { sectionIn } from "./positions.ts";

/** A note as far as it is read when its seen-alone statements are looked for. */
export type ReadSoFar = Omit<Note, "seenAlone">;

/** What gives a reason, in a sentence that says a child was not seen alone. */
export const reason = /\bbecause\b|\bcos\b|\bas (?!well\b|usual\b|planned\b|a\b|an\b|part\b|requested\b|follows\b|before\b|always\b|normal\b|agreed\b)|\bdue to\b|\bsince (?:he|she|they|mum|dad|it|there)\b|\bso (?:that|he|she|as)\b|\bin order\b|\bat (?:his|her|their|your) (?:own )?(?:request|choice|wish)\b|\b(?:too (?:young|upset|poorly|ill|tired|little|unwell|distressed)|asleep|unwell|poorly|was ill|in hospital|non-?verbal|for (?:his|her|their) (?:safety|comfort))\b|\bowing to\b|\bon account of\b|\bgiven (?:his|her|their|that)\b|\bout of (?:time|sight)\b|\bran out of time\b|\bage appropriate\b|\b(?:is|was|aged|only) (?:\d|two|three|one)\b|\b(?:interpreter|signer)\b/;

/** What the details say under "Seen alone". */
export function readDetailsAnswer(note: Pick<Note, "details" | "children">): SeenAlone[] {
  return note.details
    .filter(({ key, value }) => key === "seenAlone" && value)
    .flatMap((detail): SeenAlone[] => {
      const answer = answerOf(detail.value);
      if (!answer) return perName(note, detail.value, detail.valueSpan);
      const named = childrenNamed(note, detail.written);
      return [{ ...detail.valueSpan, children: named.length ? named : aged(note), says: answer.says, reason: answer.reason, source: "details" }];
    });
}

/** The children who are born. */
export const aged = (note: Pick<Note, "children">): Child[] => note.children.filter(({ unborn }) => !unborn);

/** "Kai yes, Mya no (she is 2)": an answer by name. */
function perName(note: Pick<Note, "children">, value: string, span: Span): SeenAlone[] {
  return value.split(/[,;](?![^(]*\))/).flatMap((part): SeenAlone[] => {
    const children = childrenNamed(note, part);
    const answer = answerOf(part.replace(/^.*?\b(?=yes\b|no\b|y\b|n\b|not\b|alone)/i, ""));
    return children.length && answer ? [{ ...span, children, says: answer.says, reason: answer.reason, source: "details" }] : [];
  });
}

function childrenNamed(note: Pick<Note, "children">, text: string): Child[] {
  const words = tokenise(text).map(({ word }) => word.replace(/'s$/, ""));
  return note.children.filter(({ person }) => person.forms.some((form) => form.every((word) => words.includes(word))));
}

const ticked = /☑|☒|✓|✔|✅|✗|✘|\[x\]|\(x\)|🗹/iu;
const boxForm = /☐|□|▢|☑|☒|✓|✔|✅|✗|✘|🗹|\[[ xX]?\]|\([ xX]\)/gu;
const anyBox = pattern(boxForm.source, "u");
const boxOrWord = pattern(`${boxForm.source}|\\b(?:yes|no|y|n)\\b`, "giu");

/** An answer to "Seen alone": yes, no, or neither of two boxes ticked. Undefined where the text is no answer. */
function answerOf(text: string): { says: SeenAlone["says"]; reason: boolean } | undefined {
  const parts = matchesIn(text, boxOrWord).map((match) => ({ sign: match[0], at: match.index, end: match.index + match[0].length }));
  const words = parts.filter(({ sign }) => /^(?:yes|no|y|n)$/i.test(sign));
  const boxes = parts.filter(({ sign }) => !words.some((word) => word.sign === sign));
  const rest = text.slice(parts.at(-1)?.end ?? 0);
  const because = reason.test(text.toLowerCase()) || /^\s*[-–—:,(]\s*\p{L}{2,}/u.test(rest) || /^\s*\.?\s*\p{L}{3,}/u.test(rest);
  if (boxes.length && words.length) {
    const leading = parts[0] === boxes[0];
    const chosen = words.filter((word) => {
      const at = parts.indexOf(word);
      const box = leading ? parts[at - 1] : parts[at + 1];
      return box !== undefined && boxes.includes(box) && ticked.test(box.sign);
    });
    if (chosen.length !== 1) return { says: "contradiction", reason: false };
    return { says: /^y/i.test(chosen[0]!.sign) ? "alone" : "not alone", reason: because };
  }
  const first = words[0];
  if (!first) return /^\s*not\b/i.test(text) ? { says: "not alone", reason: because } : undefined;
  if (words.length === 2 && /^\W*(?:yes|y)\s*[/|]\s*(?:no|n)\W*$/i.test(text)) return { says: "contradiction", reason: false };
  if (text.slice(0, first.at).trim().replace(/^[-–:?*]+/, "").trim()) return undefined;
  return { says: /^y/i.test(first.sign) ? "alone" : "not alone", reason: because };
}

/** Lines such as "Ella seen alone: Yes ☒ No ☐", for the child they name. */
export function readBoxes(note: ReadSoFar): SeenAlone[] {
  const result: SeenAlone[] = [];
  for (const block of note.blocks) {
    if (block.kind === "heading") continue;
    const start = block.label?.start ?? block.span.start;
    for (const match of matchesIn(note.prose.slice(start, block.span.end), /^.*?\b(?:seen|spoken to) (?:alone|on (?:his|her|their) own|by (?:him|her)self)\b[ \t]*(?:[?:–-]+[ \t]*)?(.*)/gim)) {
      const line = { start: start + match.index, end: start + match.index + match[0].length };
      const after = match[1]!;
      const lead = match[0].slice(0, match[0].length - after.length);
      const hasBox = anyBox.test(after);
      if (!hasBox && !/^\W*(?:yes|no|y|n)\b/i.test(after)) continue;
      if (!hasBox && !/[?:–-]\s*$/.test(lead)) continue;
      const answer = answerOf(hasBox ? after : (/^[^.]*\.?/.exec(after)?.[0] ?? after));
      if (!answer) continue;
      const named = childrenNamed(note, lead);
      const section = sectionIn(note, line);
      const children = named.length ? named : section?.child ? [section.child] : aged(note);
      const sentence = hasBox ? undefined : /\b(?:yes|no|y|n)\b[^.]*\.?/i.exec(after);
      const end = sentence ? line.end - after.length + sentence.index + sentence[0].length : line.end;
      result.push({ ...trim(note.text, { start: line.start + Math.max(0, match[0].search(/\S/)), end }), children, says: answer.says, reason: answer.reason, source: "box" });
    }
  }
  return result;
}
