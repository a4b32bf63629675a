import { describe, expect, test } from "vitest";
import { Passage, passagesOf } from "../../server/src/text/passage.ts";
import { Shelf } from "../../server/src/text/shelf.ts";

/** A reader that counts how often it reads. */
function counting(): { read: (text: string) => { text: string }; times: () => number } {
  let times = 0;
  return { read: (text) => ((times += 1), { text }), times: () => times };
}

describe("a shelf", () => {
  test("keeps what this reading asked for", () => {
    const [shelf, { read, times }] = [new Shelf(), counting()];
    expect(shelf.read(read, "Kai")).toBe(shelf.read(read, "Kai"));
    expect(shelf.read(read, "Mya")).toEqual({ text: "Mya" });
    expect(times()).toBe(2);
  });
  test("keeps what the reading before asked for", () => {
    const [shelf, { read, times }] = [new Shelf(), counting()];
    const first = shelf.read(read, "Kai");
    for (let reading = 0; reading < 5; reading += 1) {
      shelf.turn();
      expect(shelf.read(read, "Kai")).toBe(first);
    }
    expect(times()).toBe(1);
  });
  test("forgets what a whole reading did not ask for", () => {
    const [shelf, { read, times }] = [new Shelf(), counting()];
    shelf.read(read, "Kai");
    shelf.turn();
    shelf.turn();
    shelf.read(read, "Kai");
    expect(times()).toBe(2);
  });
  test("tells readers apart, and keeps nothing that is no answer", () => {
    const shelf = new Shelf();
    expect(shelf.read((text) => text.length, "Kai")).toBe(3);
    expect(shelf.read((text) => text.toUpperCase(), "Kai")).toBe("KAI");
    const { read, times } = counting();
    const none = (text: string): undefined => void read(text);
    expect([shelf.read(none, ""), shelf.read(none, "")]).toEqual([undefined, undefined]);
    expect(times()).toBe(1);
  });
  test("by kind and key, whatever it is made of", () => {
    const shelf = new Shelf();
    expect([shelf.recall("a", "x", () => 1), shelf.recall("a", "x", () => 2), shelf.recall("b", "x", () => 3), shelf.recall("a", "y", () => 4)]).toEqual([1, 1, 3, 4]);
  });
});

describe("a passage", () => {
  const passage = new Passage("Kai said no.\nMya said yes.");
  test("finds what a pattern fits", () => {
    expect(passage.all(/^(\p{Lu})\w+/gmu).map(([all, first]) => [all, first])).toEqual([["Kai", "K"], ["Mya", "M"]]);
    expect(passage.count(/said/g)).toBe(2);
    expect([passage.has(/\bno\b/), passage.has(/\bno\b/), passage.has(/maybe/), passage.has(/Kai/g), passage.has(/Kai/g)]).toEqual([true, true, false, true, true]);
  });
  test("tells patterns apart by what they ask", () => {
    expect([passage.has(/kai/), passage.has(/kai/i), passage.count(/kai/g), passage.count(/kai/gi)]).toEqual([false, true, 0, 1]);
  });
  test("remembers what it found, for as long as somebody asks", () => {
    const { read, times } = counting();
    const one = new Passage("Kai");
    const found = one.all(/K/g);
    expect(one.all(/K/g)).toBe(found);
    one.read(read);
    one.turn();
    one.read(read);
    expect(times()).toBe(1);
    one.turn();
    one.turn();
    one.read(read);
    expect(times()).toBe(2);
  });
  test("on a shelf, forgets with it", () => {
    const [shelf, { read, times }] = [new Shelf(), counting()];
    const placed = () => passagesOf("Kai\n", 0, [], shelf)[0]!.passage;
    placed().read(read);
    for (const asks of [true, false, false, true]) {
      shelf.turn();
      const passage = placed();
      if (asks) passage.read(read);
    }
    expect(times()).toBe(2);
  });
});

describe("passages of a text", () => {
  const text = "Child: Kai\n# One\nfirst\n\n  ## Two\nsecond";
  const cut = (from: number, places: number[]) => passagesOf(text, from, places, new Shelf()).map(({ start, passage }) => [start, passage.text]);
  test("are cut where the lines of the places start", () => expect(cut(11, [text.indexOf("One"), text.indexOf("Two")])).toEqual([[11, "# One\nfirst\n\n"], [text.indexOf("  ## Two"), "  ## Two\nsecond"]]));
  test("what stands before the first place is one", () => expect(cut(0, [text.indexOf("Two")])).toEqual([[0, text.slice(0, text.indexOf("  ##"))], [text.indexOf("  ##"), "  ## Two\nsecond"]]));
  test("two places in a line cut once", () => expect(cut(11, [13, 15])).toEqual([[11, text.slice(11)]]));
  test("an empty text is one", () => expect(passagesOf("", 0, [], new Shelf()).map(({ passage }) => passage.text)).toEqual([""]));
});
