import type { Span } from "../text/span.ts";

/** A block as Markdown sees it, before we know what it means. */
export interface RawBlock {
  readonly kind: "heading" | "paragraph" | "item" | "cell" | "quote";
  /** The content alone, in UTF-16 units. */
  readonly span: Span;
  /** 1 to 6 of a heading, else 0. */
  readonly depth: number;
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number };
  /** The whole block is one bold stretch. */
  readonly bold: boolean;
}
