import { expect, test } from "vitest";
import { fuzz } from "../../stress/fuzz.ts";

// The fuzz program itself, for a moment: it tries, compares, and finds nothing.

test("a short run of the fuzz program finds nothing, and has something to show for it", { timeout: 120_000 }, async () => {
  const said: string[] = [];
  const figures = await fuzz({ seconds: 6, seed: 7, root: new URL("../../", import.meta.url).pathname, say: (text) => said.push(text) });
  expect(said).toEqual([]);
  expect(figures).toMatchObject({ seed: 7, throws: 0, spansOutside: 0, differences: 0, wordsChanged: 0, finds: [] });
  for (const count of [figures.inputs, figures.edits, figures.findingsCompared, figures.bytesCompared]) expect(count).toBeGreaterThan(0);
});
