import { placeWords } from "../lexicon/first-names.ts";
import type { Passage } from "../text/passage.ts";
import { pattern } from "../text/pattern.ts";
import { notNames } from "./names.ts";
import { relations, titles } from "./words.ts";

const household = /^(?:family|children|siblings|household|boys|girls|kids|brothers|sisters)$/i;

/**
 * The parts of a full name behind the first by which passages call their bearer: "Yuxuan" of Chen Yuxuan, where the family's name stands first.
 * A surname with a first name, a title or "the" before it, or a place or the family behind it, is not one.
 */
export function partsInUse(fullName: string, passages: readonly Passage[]): string[] {
  const parts = fullName.split(/\s+/).slice(1).filter((part) => part.length > 2 && /^\p{Lu}/u.test(part));
  return parts.filter((part) => {
    const form = pattern(`(?<![\\p{L}\\p{M}'’-])${part.replace(/[^\p{L}\p{M}-]/gu, ".")}(?![\\p{L}\\p{M}-])`, "gu");
    return passages.some((passage) => passage.all(form).some(({ input, index }) => standsAlone(input.slice(0, index), input.slice(index + part.length))));
  });
}

function standsAlone(before: string, after: string): boolean {
  const previous = /(?:^|[^\p{L}\p{M}'-])([\p{L}\p{M}'-]+)\.?[ \t]+$/u.exec(before.slice(-40))?.[1];
  if (previous && (titles.has(previous.toLowerCase()) || /^(?:the|a|an|in|at|near|from|to)$/i.test(previous))) return false;
  if (previous && /^\p{Lu}/u.test(previous) && !notNames.has(previous) && !relations.has(previous.toLowerCase()) && !/[.!?:;]$/.test(before.trimEnd().slice(-1))) return false;
  const next = /^[ \t]+([\p{L}\p{M}'-]+)/u.exec(after)?.[1];
  if (next && (placeWords.has(next.toLowerCase()) || household.test(next) || (/^\p{Lu}/u.test(next) && next.length > 1))) return false;
  return /^['’]s? |^ (?:\p{Ll}{2,}(?:ed|s)|has|had|will|would|could|can|may|did|said|told|went|came|sat|took|got|ran|gave|made|saw|left|met|felt|knew|drew|wrote|ate|slept|woke|fell|and)\b|^[,(]/u.test(after) || /(?:\b(?:saw|see|asked|told|with|for|about|met|visited)[ ]|^|[\n:,] ?)$/u.test(before.slice(-10));
}
