import { describe, expect, test } from "vitest";
import { labelsOf } from "../../server/src/note/labels.ts";
import { noteOf } from "./support.ts";

const under = "Child: Kai Morton (9)\nPresent: Kelly (mum), Craig (dad)\nWorker: Sam Okoro\nType of contact: Case note\n";
const labels = (body: string): string[] => {
  const note = noteOf(body, under);
  return labelsOf(note).map(({ hit }) => note.text.slice(hit.start, hit.end).toLowerCase());
};

describe("said of a person", () => {
  test.each([
    "Craig was aggressive.", "Craig was very aggressive on the phone.", "I found him aggressive.", "Aggressive on the phone.", "Was aggressive when I rang.", "his aggressive manner", "Craig, aggressive from the start, sat down.", "Craig was rude and aggressive.", "She is late for everything and is aggressive with the receptionist.", "Craig came across as aggressive.", "You have been aggressive this term.", "An aggressive man opened the door.", "Craig aggressive re the form.", "Craig is tired, cross and aggressive.", "The family are aggressive.", "Children present as aggressive.",
  ])("%s", (body) => expect(labels(body).some((label) => label.endsWith("aggressive"))).toBe(true));
});

describe("said of a thing", () => {
  test.each([
    "The aggressive cancer his nan has is back.", "The cancer that his nan has is aggressive.", "The dog was aggressive.", "It was aggressive.", "The letter from the landlord was aggressive.", "The film that Kai watched was aggressive.", "They tried an aggressive treatment.", "Kelly said the dog was aggressive.",
  ])("%s", (body) => expect(labels(body).filter((word) => word.includes("aggressive"))).toEqual([]));
});

describe("denied, or of oneself", () => {
  test.each(["Craig was not aggressive.", "Craig was never aggressive with me.", "Nobody was aggressive.", "I was aggressive in asking, and I said sorry."])("%s", (body) => expect(labels(body)).toEqual([]));
  test.each(["Craig did not sit down and was aggressive.", "Craig was not only late but aggressive."])("what is not denied: %s", (body) => expect(labels(body)).toEqual(["aggressive"]));
});
