import { describe, expect, test } from "vitest";
import { wordyPhrases } from "../../server/src/prose/wordiness.ts";
import { tokenise } from "../../server/src/text/tokens.ts";

const found = (text: string) => wordyPhrases(text, tokenise(text).map(({ word }) => word)).map(({ start, end, kind, plain }) => `${kind}: ${text.slice(start, end)}${plain.length ? ` → ${plain.join(", ")}` : ""}`);

describe("what retext-simplify and write-good say of a sentence", () => {
  test.each([
    ["We met prior to tea.", ["wordy: prior to → before"]],
    ["I rang in order to ask.", ["wordy: in order to → to"]],
    ["He can ring in the event that it stops.", ["wordy: in the event that → if"]],
    ["It is only the tip of the iceberg.", ["worn: tip of the iceberg"]],
    ["I saw the the dog.", ["repeated:  the"]],
    ["We met prior\nto tea.", ["wordy: prior\nto → before"]],
  ])("%s", (text, wanted) => expect(found(text)).toEqual(wanted));
  test.each([
    "Her address is new and it is a type of flat.", "There is a bed, and the tin contains milk.", "He failed to see the step, however he is currently very well.", "I will provide, request, maintain and monitor it.", "She had had enough, and I said that that was fine.", "So I rang, and he was seen by the nurse really quickly.", "Mum employs a cleaner who requires a key.",
  ])("left alone, though the libraries speak of it: %s", (text) => expect(found(text)).toEqual([]));
});
