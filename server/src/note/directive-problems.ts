import { nearest } from "../text/nearest.ts";
import { keywords, type Directive, type WordsDirective } from "./directives.ts";
import { personNamed, type Cast } from "./named-speakers.ts";
import type { Problem, Quotation } from "./note.ts";

/** What is amiss with the comments themselves, as far as a note can tell: their names, and that something stands in them. */
export const directiveProblems = (directives: readonly Directive[]): Problem[] =>
  directives.flatMap((one): Problem[] => {
    const span = { start: one.start, end: one.end };
    if (one.kind === "unknown") {
      const near = nearest(one.keyword, keywords);
      return [{ span, mild: true, message: `Case Recording knows no comment “case-recording-${one.keyword}”, so nothing was done with it. ${near ? `Was “case-recording-${near}” meant?` : `It knows ${keywords.map((keyword) => `case-recording-${keyword}`).join(", ")}.`}` }];
    }
    if (one.kind === "disable" && !one.rules.length) return [{ span, mild: true, message: "This comment names no rule, so nothing is silenced by it. Put the rule's name behind it: it stands with every finding." }];
    if (one.kind === "words" && !one.name) return [{ span, mild: true, message: "This comment does not say whose words they are. Put a name behind the colon, or “nobody” for a title." }];
    return [];
  });

/** What is amiss with the comments on whose words something is: nothing stands before them, or the note knows nobody of that name. */
export function namedProblems(comments: readonly WordsDirective[], quotations: readonly Quotation[], cast: Cast): Problem[] {
  const used = new Set(quotations.flatMap(({ known }) => (known?.how === "comment" ? [known.span!.start] : [])));
  return comments.flatMap((comment): Problem[] => {
    const span = { start: comment.start, end: comment.end };
    if (!comment.name) return [];
    if (!used.has(comment.start)) return [{ span, mild: true, message: "This comment says whose words stand before it, and no quotation ends there. It belongs directly behind the closing mark, or at the end of the block quote, line or cell." }];
    if (personNamed(comment.name, cast)) return [];
    return [{ span, mild: true, message: `This comment says that these are the words of “${comment.name}”, and the note knows nobody of that name; so it counts as not known whose words they are. Write a name that stands in the note, a relation such as mum, “the worker”, or “nobody”.` }];
  });
}
