import { expect, test } from "vitest";
import { faultInWords, faultName, faultPlaces } from "../server/src/fault.ts";

const withStack = (error: Error, ...lines: string[]): Error => Object.assign(error, { stack: [`${error.name}: ${error.message}`, ...lines].join("\n") });

test("a fault is told by its kind, and by a name that no class of faults has, not at all", () => {
  expect(faultName(new RangeError("Kai said no"))).toBe("RangeError");
  expect(faultName(new Error("Kai said no"))).toBe("Error");
  expect(faultName(Object.assign(new Error(""), { name: "Kai said no" }))).toBe("unknown");
  for (const thrown of ["Kai said no", undefined, null, 7, { name: "TypeError" }]) expect(faultInWords(thrown)).toBe("unknown");
});

test("and by its places in the program, three at most, without names of functions and folders", () => {
  const error = withStack(new TypeError("Kai said\nno"), "    at kai (/home/kai/dist/parts/chunk-D35IQ65T.js:517:837)", "    at /home/kai/dist/server.js:1:20", "    at node:internal/main:3:4", "    at C:\\kai\\dist\\cli.js:7:8", "    at a (/dist/parts/docx-6NEY75K7.js:9:9)");
  expect(faultPlaces(error)).toEqual(["parts/chunk-D35IQ65T.js:517:837", "server.js:1:20", "cli.js:7:8"]);
  expect(faultInWords(error)).toBe("TypeError at parts/chunk-D35IQ65T.js:517:837, server.js:1:20, cli.js:7:8");
});

test("a message that looks like a place is none", () => {
  const error = withStack(new Error("Kai\n    at kai (the park)\n    at home/kai.js:1:2\n    at parts/kai.js:1:2\nat server.js:1:1 Kai"), "    at x (/src/somewhere.ts:1:1)");
  expect(faultInWords(error)).toBe("Error");
  expect(faultInWords(Object.assign(new Error("Kai"), { stack: 7 }))).toBe("Error");
});
