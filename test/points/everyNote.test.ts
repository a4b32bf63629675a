import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import { volumes } from "../../server/src/engine/settings.ts";
import { pointsOf } from "../../server/src/points.ts";
import { notes, parameters } from "../properties/pieces.ts";
import { allNotes, settingsWith } from "./notes.ts";

// What holds of the points of any note.

function holds(text: string, own: Parameters<typeof settingsWith>[0] = {}): void {
  const settings = settingsWith(own);
  const report = checkNote(text, settings);
  const { points, met, total, judge, ticked } = pointsOf(report, settings);
  // Nothing that is found is lost, nor what the volume keeps to itself.
  const inPoints = new Set(points.flatMap(({ findings }) => findings));
  expect([...report.findings, ...report.quiet].filter((finding) => !inPoints.has(finding))).toEqual([]);
  for (const { state, findings, evidence, id, title, clauses, part, rule } of points) {
    expect(state === "missing", id).toBe(findings.length > 0 || (rule !== undefined && evidence.some(({ start, end }) => text.slice(start, end).includes("[…"))));
    if (state === "met" && rule) expect(evidence.length, id).toBeGreaterThan(0);
    for (const { start, end } of evidence) expect(0 <= start && start < end && end <= text.length && text.slice(start, end).trim() !== "", `${id} ${start} ${end}`).toBe(true);
    expect(id).toMatch(/^[^\s<>]+$/);
    expect(id).not.toContain("--");
    expect(title.trim()).not.toBe("");
    if (part !== "For you to judge") expect(clauses.length, id).toBeGreaterThan(0);
    for (const { document, section, quote } of clauses) expect(document && section && quote).toBeTruthy();
  }
  expect(new Set(points.map(({ id }) => id)).size).toBe(points.length);
  expect([met, total, judge, ticked]).toEqual([points.filter(({ state }) => state === "met").length, points.filter(({ state }) => state !== "judge").length, points.filter(({ state }) => state === "judge").length, points.filter((one) => one.ticked).length]);
}

describe("of every note we have", () => {
  test.each(allNotes)("%s", (_, text) => {
    holds(text);
    holds(text, { volume: "essential" });
    holds(text, { profile: "coventry" });
    holds(text, { profile: "gloucestershire" });
  });
  test.each(allNotes)("%s: no louder volume makes a point met that a quieter one calls missing", (_, text) => {
    const states = volumes.map((volume) => new Map(pointsOf(checkNote(text, settingsWith({ volume })), settingsWith({ volume })).points.map(({ id, state }) => [id, state])));
    const [essential, standard, everything] = states as [Map<string, string>, Map<string, string>, Map<string, string>];
    expect(essential).toEqual(standard);
    for (const [id, state] of standard) if (state === "missing") expect(everything.get(id), id).toBe("missing");
  });
  test("a practitioner finds a list that can be read", () => {
    const lengths = allNotes.map(([, text]) => pointsOf(checkNote(text)).total).sort((a, b) => a - b);
    expect(lengths[lengths.length >> 1]).toBeLessThanOrEqual(23);
    expect(lengths.at(-1)).toBeLessThanOrEqual(30);
  });
});

test("of notes put together at random", () => fc.assert(fc.property(notes, (text) => holds(text)), parameters(60)));
