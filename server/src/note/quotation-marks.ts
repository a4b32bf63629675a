import type { Span } from "../text/span.ts";

/** Words between quotation marks, before anybody knows whose they are. */
export interface Marked extends Span {
  readonly words: Span;
  readonly closed: boolean;
  readonly single: boolean;
  readonly inner: readonly Marked[];
  /** The paragraphs it runs over, where more than one. */
  readonly parts?: readonly Span[];
}

const letter = /[\p{L}\p{N}]/u;
const neverOpens = /^(?:em|cos|coz|til|till|n|tis|twas|bout|cause|ere|ave|im|er|is|ow)\b|^\d\ds?\b/i;
const opensAfter = /[\s([{"'—–\-/:,;]/;

interface Sign {
  readonly at: number;
  readonly single: boolean;
  readonly opens: boolean;
  readonly closes: boolean;
}

/**
 * Finds the quotations of one paragraph of `prose` (straight marks) by `text` (the marks as written, which tell opening from closing).
 * Apostrophes, years and inches open nothing. A quotation that is not closed ends with the paragraph.
 */
export function findMarked(text: string, prose: string, block: Span): Marked[] {
  const signs = readSigns(text, prose, block);
  const result: Marked[] = [];
  let open: { index: number; end: number | undefined; inner: Marked[] } | undefined;
  let nested: { index: number; end: number | undefined } | undefined;
  const make = (sign: Sign, end: number, closed: boolean, inner: Marked[]): Marked => ({
    start: sign.at,
    end,
    words: { start: sign.at + 1, end: closed ? end - 1 : end },
    closed,
    single: sign.single,
    inner,
  });
  const endOf = (index: number): number | undefined => (signs[index]!.single ? closing(signs, index, prose, block) : undefined);
  signs.forEach((sign, index) => {
    if (!open) {
      if (!sign.opens) return;
      const end = endOf(index);
      if (!sign.single || end !== undefined || isSurelyOpen(text, prose, sign.at, block)) open = { index, end, inner: [] };
      return;
    }
    const first = signs[open.index]!;
    if (nested) {
      const inside = signs[nested.index]!;
      if (inside.single ? index === nested.end : !sign.single && sign.closes) {
        open.inner.push(make(inside, sign.at + 1, true, []));
        nested = undefined;
      }
      return;
    }
    if (first.single ? index === open.end : !sign.single && sign.closes) {
      result.push(make(first, sign.at + 1, true, open.inner));
      open = undefined;
    } else if (sign.opens && sign.single !== first.single) {
      const end = endOf(index);
      if (!sign.single || end !== undefined) nested = { index, end };
    } else if (sign.opens && !sign.single) {
      // Another opening mark inside: a nested quotation where the marks come out even, else the first was never closed.
      if (comesOutEven(signs, index)) nested = { index, end: undefined };
      else {
        result.push(make(first, lastSentenceEnd(prose, first.at, sign.at), false, open.inner));
        open = { index, end: undefined, inner: [] };
      }
    }
  });
  // What is open at the end of the paragraph ends there.
  const rest = open as { index: number; inner: Marked[] } | undefined;
  if (rest) result.push(make(signs[rest.index]!, lastWord(prose, signs[rest.index]!.at, block.end), false, rest.inner));
  return result;
}

/** The two double marks behind this one both close. */
function comesOutEven(signs: readonly Sign[], from: number): boolean {
  let closers = 0;
  for (let i = from + 1; i < signs.length && closers < 2; i += 1) {
    const sign = signs[i]!;
    if (sign.single) continue;
    if (!sign.closes || (closers === 0 && sign.opens)) return false;
    closers += 1;
  }
  return closers === 2;
}

/** How many marks a single quotation may hold: more is no speech, and no reason to search to the end of a long text. */
const mostMarks = 200;

/** ‘ right behind "said" or "told me" opens a quotation even where nothing closes it. */
const isSurelyOpen = (text: string, prose: string, at: number, block: Span): boolean =>
  text[at] === "‘" && /\b(?:said|says|told (?:me|us|him|her|them)|asked|replied|shouted|whispered|wrote|saying)[,:]?\s*$/i.test(prose.slice(Math.max(block.start, at - 16), at));

function readSigns(text: string, prose: string, block: Span): Sign[] {
  const signs: Sign[] = [];
  let depth = 0;
  for (let at = block.start; at < block.end; at += 1) {
    const unit = prose[at];
    if (unit !== '"' && unit !== "'") continue;
    const written = text[at]!;
    const before = at > block.start ? prose[at - 1]! : " ";
    const after = at + 1 < block.end ? prose[at + 1]! : " ";
    const rest = prose.slice(at + 1, Math.min(at + 8, block.end));
    if (unit === '"') {
      if (written === "″") continue;
      const inches = /\d/.test(before) && (/\d['’′]\s?\d{1,2}(?:\.\d)?$/.test(prose.slice(Math.max(block.start, at - 7), at)) || (depth === 0 && !/[“]/.test(written) && /[\s.,;)]/.test(after)));
      if (inches && depth === 0) continue;
      const curlyOpen = "“„«‟".includes(written);
      const curlyClose = "”»".includes(written);
      const looksOpen = opensAfter.test(before) && !/\s/.test(after);
      const opens = curlyOpen || (!curlyClose && looksOpen) || (curlyClose && depth === 0 && looksOpen);
      const closes = !curlyOpen && (curlyClose || !looksOpen || depth > 0);
      if (!opens && depth === 0) continue;
      signs.push({ at, single: false, opens, closes });
      depth = closes && depth > 0 ? depth - 1 : depth + 1;
    } else {
      const canOpen = opensAfter.test(before) && (letter.test(after) || /["[(…?.]|\p{Extended_Pictographic}/u.test(prose.slice(at + 1, at + 3))) && !neverOpens.test(rest) && written !== "’";
      const canClose = (/[\p{L}\p{N}.,?!…)\]"*]/u.test(before) || /\p{Extended_Pictographic}\uFE0F?$/u.test(prose.slice(Math.max(block.start, at - 3), at))) && !letter.test(after) && written !== "‘";
      if (canOpen || canClose) signs.push({ at, single: true, opens: canOpen, closes: canClose });
    }
  }
  return signs;
}

/** Which sign closes the single mark at `from`: the first that can and is no plural possessive (the boys' room), or undefined. */
function closing(signs: readonly Sign[], from: number, prose: string, block: Span): number | undefined {
  let possessive: number | undefined;
  for (let i = from + 1; i < signs.length && i <= from + mostMarks; i += 1) {
    const sign = signs[i]!;
    if (!sign.single) continue;
    if (sign.opens && !sign.closes && possessive !== undefined) break;
    if (!sign.closes) continue;
    const looksPossessive = /s/i.test(prose[sign.at - 1] ?? "") && /^ [a-z]/.test(prose.slice(sign.at + 1, Math.min(sign.at + 3, block.end))) && !/^ (?:and|but|so|when|then|to|in|at|as|because|about|for|while|before|after|on|from|with|which|or|is|was)\b/.test(prose.slice(sign.at + 1, sign.at + 10));
    if (looksPossessive) {
      possessive ??= i;
      continue;
    }
    return i;
  }
  return possessive;
}

/** Where the words from `start` on end, before `limit`. */
function lastWord(prose: string, start: number, limit: number): number {
  let end = limit;
  while (end > start + 1 && /\s/.test(prose[end - 1]!)) end -= 1;
  return end;
}

/** The last end of a sentence between two places, or the last word before the second. */
function lastSentenceEnd(prose: string, start: number, limit: number): number {
  const between = prose.slice(start, limit);
  const match = /^[\s\S]*[.?!](?=\s)/.exec(between);
  return match ? start + match[0].length : lastWord(prose, start, limit);
}
