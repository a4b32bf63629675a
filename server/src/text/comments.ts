import type { Span } from "./span.ts";

/** The comments of a text, from `<!--` to `-->`, in order. The text is read once, however many of them are opened and never closed. */
export function* commentsIn(text: string): Generator<Span> {
  for (let start = text.indexOf("<!--"); start >= 0; ) {
    const close = text.indexOf("-->", start + 4);
    if (close < 0) return;
    yield { start, end: close + 3 };
    start = text.indexOf("<!--", close + 3);
  }
}
