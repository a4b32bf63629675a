import type { Span } from "../text/span.ts";
import type { Block } from "./note.ts";

/** What the writer marked as a risk: bold, red, or a line that begins with "Risk:". Bold headings and labels are none. */
export function readMarkedRisks(prose: string, strong: readonly Span[], blocks: readonly Block[]): Span[] {
  const headings = blocks.filter(({ kind }) => kind === "heading");
  const marked = strong.filter((span) => {
    const text = prose.slice(span.start, span.end).trim();
    return text !== "" && !/:$/.test(text) && !headings.some((heading) => heading.span.start < span.end && span.start < heading.span.end);
  });
  for (const block of blocks) {
    if (block.kind === "turn" && block.label && /^risks?$/i.test(prose.slice(block.label.start, block.label.end))) marked.push({ start: block.label.start, end: block.span.end });
    else if (block.kind !== "heading") {
      for (const match of prose.slice(block.span.start, block.span.end).matchAll(/^[ \t]*(?:safeguarding )?risks?:[ \t][^\n]*/gim)) marked.push({ start: block.span.start + match.index, end: block.span.start + match.index + match[0].length });
    }
  }
  return marked.sort((a, b) => a.start - b.start);
}
