/** A stretch of text, in UTF-16 units: `start` included, `end` not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True where the two spans share at least one unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** True where `inner` lies wholly in `outer`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** True where the offset lies in the span. */
export const holds = (span: Span, offset: number): boolean => span.start <= offset && offset < span.end;

/** What two spans share; undefined where they share nothing. */
export const common = (a: Span, b: Span): Span | undefined => (overlaps(a, b) ? { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) } : undefined);

/** What is left of a span without some others, in order. */
export function without(span: Span, others: readonly Span[]): Span[] {
  const left: Span[] = [];
  let at = span.start;
  for (const { start, end } of others.filter((other) => overlaps(span, other)).sort((a, b) => a.start - b.start)) {
    if (start > at) left.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  if (at < span.end) left.push({ start: at, end: span.end });
  return left;
}

/** The text that a span names. */
export const slice = (text: string, span: Span): string => text.slice(span.start, span.end);

/** The smallest span that holds them all. */
export const cover = (first: Span, ...rest: readonly Span[]): Span =>
  rest.reduce((all, span) => ({ start: Math.min(all.start, span.start), end: Math.max(all.end, span.end) }), { start: first.start, end: first.end });

/** The span without white space at its ends. */
export const trim = (text: string, span: Span): Span => {
  let { start, end } = span;
  while (start < end && /\s/.test(text[start]!)) start += 1;
  while (end > start && /\s/.test(text[end - 1]!)) end -= 1;
  return { start, end };
};

/** A text with every unit of some spans replaced by a sign, at the same length. The spans count from `base`; what lies outside the text is passed over. */
export function blank(text: string, base: number, spans: readonly Span[], sign: string): string {
  if (!spans.length) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const from = Math.max(at, start - base);
    const to = Math.min(text.length, end - base);
    if (to <= from) continue;
    pieces.push(text.slice(at, from), sign.repeat(to - from));
    at = to;
  }
  return [...pieces, text.slice(at)].join("");
}
