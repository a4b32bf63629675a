import { describe, expect, test } from "vitest";
import { readNote } from "../../server/src/note/read.ts";

const kindOf = (type: string, key = "Type of visit") => readNote(`Child: Kai\n${key}: ${type}\n\nKai was in.\n`).kind;

describe("by the details", () => {
  test.each([
    ["Statutory visit", "statutory visit"], ["statutory", "statutory visit"], ["Stat visit", "statutory visit"], ["stat", "statutory visit"], ["CP visit", "statutory visit"], ["LAC visit", "statutory visit"], ["CIN visit", "statutory visit"], ["CLA visit", "statutory visit"],
    ["Child protection visit", "statutory visit"], ["Child in need visit", "statutory visit"], ["Looked after child visit", "statutory visit"], ["Statutory visit (unannounced)", "statutory visit"],
    ["Home visit", "visit"], ["Visit", "visit"], ["Unannounced visit", "visit"], ["Direct work", "visit"], ["Direct work session", "visit"], ["Visit at school", "visit"],
    ["Phone call", "phone call"], ["Telephone call", "phone call"], ["Call to mum", "phone call"], ["Video call", "phone call"], ["Telephone contact", "phone call"],
    ["No access", "no access"], ["No access visit", "no access"], ["No-access", "no access"], ["Attempted visit", "no access"], ["Statutory visit - no reply", "no access"], ["Unsuccessful visit", "no access"],
    ["Core group", "meeting"], ["Core group meeting", "meeting"], ["Strategy meeting", "meeting"], ["CIN review", "meeting"], ["Professionals meeting", "meeting"], ["Child protection conference", "meeting"],
    ["Letter to child", "letter to the child"], ["Letter", "letter to the child"],
    ["Case note", "case note"], ["Email", "case note"], ["Supervision", "case note"], ["Case closure", "case note"], ["File note", "case note"],
  ])("%s", (type, kind) => expect(kindOf(type)).toBe(kind));
  test.each([["Type of contact"], ["Type"], ["Visit type"], ["Contact type"]])("under the key %s", (key) => expect(kindOf("Statutory visit", key)).toBe("statutory visit"));
  test("direct work in a statutory period is not statutory", () => expect(kindOf("Direct work (between statutory visits)")).toBe("visit"));
});

describe("by what the note holds, where the details do not say", () => {
  const why = "## Why am I visiting?\n\nTo see Kai.\n\n";
  const what = "## What we did and what we talked about\n\nWe played Uno.\n\n";
  test("two of the visit headings: a visit", () => expect(readNote(`Child: Kai\n\n${why}${what}`).kind).toBe("visit"));
  test("one of them: a case note", () => expect(readNote(`Child: Kai\n\n${why}`).kind).toBe("case note"));
  test("none: a case note", () => expect(readNote("Child: Kai\n\nI rang school.\n").kind).toBe("case note"));
  test("a letter that begins Dear Kai", () => expect(readNote("Dear Kai,\n\nIt was good to see you on Thursday.\n").kind).toBe("letter to the child"));
  test("a type that nobody knows is passed over", () => {
    expect(readNote(`Child: Kai\nType of contact: other\n\n${why}${what}`).kind).toBe("visit");
    expect(readNote("Child: Kai\nType of contact: other\n\nI rang school.\n").kind).toBe("case note");
  });
  test("the details come before the headings", () => expect(readNote(`Child: Kai\nType of contact: Phone call\n\n${why}${what}`).kind).toBe("phone call"));
  test("nothing at all: a case note", () => expect(readNote("").kind).toBe("case note"));
});
