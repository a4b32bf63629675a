import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { compare, isWorse, movesInWords } from "../../bench/compare.ts";
import { readLanded, withTable } from "../../bench/landed.ts";
import { inTurn, median, percentile, spread } from "../../bench/measure.ts";
import { rowOf, type Ask, type Row } from "../../bench/row.ts";
import { goalsInWords, number, table } from "../../bench/table.ts";
import { root } from "../architecture/imports.ts";

/** A row whose ratio is so much, measured thrice; `wide` says how far its runs lie apart. */
const row = (id: string, ratio: number, { wide = 0, ...more }: Partial<Ask> & { wide?: number } = {}): Row => rowOf({ id, what: id, beside: "a peer", ...more }, [ratio * 10 * (1 - wide), ratio * 10, ratio * 10 * (1 + wide)], [10, 10, 10]);
const atMost = (most: number): Ask["goal"] => ({ says: `at most ${most}`, meets: (ratio) => ratio <= most });

describe("what is said of many runs", () => {
  test("the median, a percentile between two values, how far the middle half reaches", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(percentile([0, 10, 20, 30, 40], 95)).toBeCloseTo(38);
    expect(spread([8, 9, 10, 11, 12])).toBeCloseTo(0.1);
  });

  test("everybody has each input, in turn; warming rounds count for nobody; who throws is left out", async () => {
    const ran: string[] = [];
    const times = await inTurn(
      [{ name: "a", run: (text: string) => void ran.push(`a${text}`) }, { name: "b", run: (text: string) => void ran.push(`b${text}`) }, { name: "c", run: () => { throw new Error("no"); } }],
      ["1", "2", "3"],
      1,
    );
    expect(ran).toEqual(["a1", "b1", "b2", "a2", "a3", "b3"]);
    expect([...times.keys()]).toEqual(["a", "b"]);
    expect(times.get("a")).toHaveLength(2);
  });
});

describe("a row", () => {
  test("holds the ratio of two medians, and whether its goal is met", () => {
    expect(rowOf({ id: "x", what: "x", beside: "y", goal: atMost(3) }, [30, 10, 20], [5, 5, 50])).toMatchObject({ here: 20, there: 5, ratio: 4, goal: { says: "at most 3", met: false } });
  });

  test("says what it lacks where one side did not run", () => {
    const lack = rowOf({ id: "x", what: "lint", beside: "a peer", goal: atMost(1) }, [10], undefined, "could not be installed");
    expect(table([lack])).toMatch(/\| lint +\| 10\.0 ms \| a peer \| could not be installed \|.*\| at most 1 \| not known \|/);
    expect(goalsInWords([lack, row("y", 1, { goal: atMost(2) }), row("z", 3, { goal: atMost(2) })])).toBe("1 of 3 goals met.\n  not known: lint, beside a peer (at most 1)\n  not met: z, beside a peer (at most 2)");
  });

  test("numbers have three figures that tell something", () => expect([0.123, 1.5, 12.34, 123.4, 12_345].map(number)).toEqual(["0.12", "1.50", "12.3", "123", "12,345"]));
});

describe("comparing two tables", () => {
  test("says what is worse and what is better, and is silent about the rest", () => {
    const before = [row("slower", 1), row("faster", 1), row("same", 1), row("noisy", 1, { wide: 0.6 })];
    const now = [row("slower", 1.5), row("faster", 0.5), row("same", 1.1), row("noisy", 1.25)];
    expect(compare(before, now).map(({ id, verdict }) => [id, verdict])).toEqual([["slower", "worse"], ["faster", "better"]]);
  });

  test("knows where more is better", () => {
    const more = { better: "more" } as const;
    expect(compare([row("a", 1.8, more), row("b", 1, more)], [row("a", 1, more), row("b", 1.8, more)]).map(({ verdict }) => verdict)).toEqual(["worse", "better"]);
  });

  test("a goal that was met and is no longer is worse, however little it moved", () => {
    const moves = compare([row("a", 2.95, { goal: atMost(3) }), row("b", 3.05, { goal: atMost(3) })], [row("a", 3.05, { goal: atMost(3) }), row("b", 2.95, { goal: atMost(3) })]);
    expect(moves.map(({ verdict }) => verdict)).toEqual(["goal missed", "goal reached"]);
    expect(moves.map(isWorse)).toEqual([true, false]);
  });

  test("what was measured and is not any more is worse; a new row is only new; one that is not asked for tells nothing", () => {
    const lost = rowOf({ id: "a", what: "a", beside: "a peer" }, [1], undefined);
    expect(compare([row("a", 1), row("left out", 1)], [lost, row("b", 1)]).map(({ id, verdict }) => [id, verdict])).toEqual([["a", "not measured"], ["b", "new"]]);
  });

  test("prints what is worse first, with both ratios", () => {
    const said = movesInWords(compare([row("up", 1), row("down", 1), row("stays", 1)], [row("down", 0.5), row("up", 1.5), row("stays", 1)]), 3);
    expect(said.split("\n").slice(2, 4).map((line) => line.split("|").map((cell) => cell.trim()).slice(1, -1))).toEqual([
      ["worse", "up", "a peer", "1.00", "1.50", "+50 %"],
      ["better", "down", "a peer", "1.00", "0.50", "−50 %"],
    ]);
    expect(said).toMatch(/1 of 3 rows are worse; 1 moved otherwise, and 1 stayed\.$/);
    expect(movesInWords([], 3)).toBe("Nothing is worse; 0 moved otherwise, and 3 stayed.");
  });
});

test("README.md shows the table that is kept, and none where none is", () => {
  const readme = readFileSync(path.join(root, "README.md"), "utf8");
  expect(withTable(readme, readLanded(root))).toBe(readme);
  const landed = { measured: "a day", rows: [row("a", 1.5, { goal: atMost(2) })] };
  const shown = withTable(readme, landed);
  expect(shown).toContain(`${table(landed.rows)}\n\nMeasured on a day. 1 of 1 goals met.\n`);
  expect(withTable(shown, landed)).toBe(shown);
  expect(withTable(shown, undefined)).toBe(withTable(readme, undefined));
  expect(() => withTable("no marks", landed)).toThrow(/lacks the marks/);
});
