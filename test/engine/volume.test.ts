import { describe, expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import { defaultSettings, volumes, type Volume } from "../../server/src/engine/settings.ts";

// A poor note of every kind of fault: how much each volume shows of it.
const note = `Children: Kai (9), Mya (7)
Type of visit: Statutory visit
Date of visit: 03/06/2025

I rang to ascertain who was in prior to the visit, in order to see the children in the near future. It was decided that Kai will move. Mum is manipulative and was manipulative on the phone, and manipulative at school. Kai was happy. CAMHS rang. CAMHS will ring again. Kai has a bruise on his cheek and nobody knows how he got it. He will commence football and utilise the hall. The paradigm necessitates multi-systemic recalibration of parental reflective functioning.
`;
const at = (volume: Volume) => checkNote(note, { ...defaultSettings, volume });
const rules = (volume: Volume): string[] => [...new Set(at(volume).findings.map(({ rule }) => rule))];

describe("how much is shown", () => {
  test("each volume shows all that the one before shows, and more", () => {
    const [essential, standard, everything] = volumes.map((volume) => at(volume).findings.map(({ rule, span }) => `${rule} ${span.start}`));
    for (const one of essential!) expect(standard).toContain(one);
    for (const one of standard!) expect(everything).toContain(one);
    expect(essential!.length).toBeLessThan(standard!.length);
    expect(standard!.length).toBeLessThan(everything!.length);
  });
  test("essential: what is missing or at risk, and no question of words", () => {
    expect(rules("essential")).toEqual(expect.arrayContaining(["seen-alone-missing", "visit-heading-missing", "risk-not-marked"]));
    for (const rule of ["acronym", "jargon", "judgemental-language", "plain-words", "opinion-as-fact"]) expect(rules("essential")).not.toContain(rule);
  });
  test("repeats are one finding, with the other places beside it", () => {
    const labels = at("standard").findings.filter(({ rule }) => rule === "judgemental-language");
    expect(labels).toHaveLength(1);
    expect(labels[0]!.related).toHaveLength(2);
    const acronyms = at("standard").findings.filter(({ rule, subject }) => rule === "acronym" && subject === "CAMHS");
    expect(acronyms).toHaveLength(1);
    expect(acronyms[0]!.related).toHaveLength(1);
  });
  test("standard: two hints of a rule of style at the most, five in all, and the weightiest first", () => {
    const { findings, heldBack } = at("standard");
    const style = ["decision-without-reason", "plain-words", "hard-to-read", "long-sentence"];
    const hints = findings.filter(({ rule }) => style.includes(rule));
    expect(hints.length).toBeLessThanOrEqual(5);
    for (const rule of style) expect(hints.filter((hint) => hint.rule === rule).length).toBeLessThanOrEqual(2);
    expect(hints.map(({ rule }) => rule)).toContain("decision-without-reason");
    expect(heldBack).toBeGreaterThan(0);
    const all = at("everything").findings.filter(({ rule }) => style.includes(rule));
    expect(all.length).toBe(hints.length + heldBack);
    expect(at("everything").heldBack).toBe(0);
  });
  test("a rule that somebody has made graver is no hint, and is not held back", () => {
    const loud = checkNote(note, { ...defaultSettings, rules: { "plain-words": "information" } });
    expect(loud.findings.filter(({ rule }) => rule === "plain-words").length).toBe(at("everything").findings.filter(({ rule }) => rule === "plain-words").length);
  });
});
