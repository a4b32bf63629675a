import fc from "fast-check";
import { expect, test } from "vitest";
import { SpanIndex, TakenSpans } from "../../server/src/text/span-index.ts";
import { contains, holds, overlaps } from "../../server/src/text/span.ts";

const span = fc.tuple(fc.nat(60), fc.nat(12)).map(([start, length]) => ({ start, end: start + length }));

test("an index answers as a look through the whole list would, in the order of the list", () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 40 }), span, fc.boolean(), (spans, asked, ordered) => {
      const list = ordered ? spans.sort((a, b) => a.start - b.start) : spans;
      const index = new SpanIndex(list);
      expect(index.overlapping(asked)).toEqual(list.filter((one) => overlaps(one, asked)));
      expect(index.within(asked)).toEqual(list.filter((one) => contains(asked, one)));
      expect(index.at(asked.start)).toEqual(list.find((one) => holds(one, asked.start)));
    }),
  );
});

test("no two stretches that are taken overlap, and none is refused without need", () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 40 }), (spans) => {
      const taken = new TakenSpans();
      const kept: { start: number; end: number }[] = [];
      for (const one of spans) {
        const free = !kept.some((other) => overlaps(other, one));
        expect(taken.isFree(one)).toBe(free);
        expect(taken.take(one)).toBe(free);
        if (free && one.end > one.start) kept.push(one);
      }
    }),
  );
});
