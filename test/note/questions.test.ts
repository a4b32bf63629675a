import { describe, expect, test } from "vitest";
import { workerQuestions } from "../../server/src/note/questions.ts";
import { details, noteOf, twoChildren } from "./support.ts";

// What the worker asked, in what form, and of whom: and what is no question of the worker's.

const asked = (body: string, under = details): string[] => workerQuestions(noteOf(body, under)).map(({ words, form, asked: person }) => `${form}${person ? ` to ${person.name}` : ""}: ${words}`);

describe("in quotation marks", () => {
  test.each([
    ["I asked “how was school?”", ["words: how was school?"]],
    ["I asked Kai “how was school?”", ["words to Kai: how was school?"]],
    ["I asked, “How was school?” and he shrugged.", ["words: How was school?"]],
    ["I then asked Kai ‘what was it like?’", ["words to Kai: what was it like?"]],
    ["I asked Mum \"is Lee here?\"", ["words to Kelly: is Lee here?"]],
    ["I said to Kai “tell me about Nan”.", ["words to Kai: tell me about Nan"]],
    ["We asked him “what happened next?”", ["words to Kai: what happened next?"]],
    ["Kai was quiet. I asked him “what is it like at Dad’s?”", ["words to Kai: what is it like at Dad's?"]],
    ["I asked “how was it?” and then “who was there?”", ["words: how was it?", "words: who was there?"]],
  ])("%s", (body, expected) => expect(asked(body)).toEqual(expected));
  // “…?” I asked is nobody's; “…?” I asked her is the child's.
  test("the verb behind: I asked", () => expect(asked("“How was school?” I asked.")[0]).toEqual("words: How was school?"));
  test.fails.each([["“How was school?” I asked him.", "words to Kai: How was school?"], ["“How,” I asked Kai, “was school?”", "words to Kai: How"]])("the verb behind: %s", (body, expected) => expect(asked(body)[0]).toEqual(expected));
});

describe("in a transcript", () => {
  const jayden = "Child: Jayden Reid (9)\nWorker: Sam Okoro\nType of contact: Case note\n";
  test("the worker's turns, by whatever label", () => {
    expect(asked("J: no\nSW: What is it you hate?\nJ: everything", jayden)).toEqual(["turn: What is it you hate?"]);
    expect(asked("Jayden: no\nSam: What is it you hate?\nJayden: everything", jayden)).toEqual(["turn: What is it you hate?"]);
    expect(asked("## What we talked about\n\nSW: Tell me more.\nJayden: about what", jayden)).toEqual(["turn: Tell me more."]);
  });
  test("by the whole name", () => expect(asked("## What we talked about\n\nJayden Reid: no\nSam Okoro: Tell me more.\nJayden Reid: about what", jayden)).toEqual(["turn: Tell me more."]));
  test("not those of Mum, or of the child", () => expect(asked("Kai: did she say that?\nMum: did you tell him?\nKai: no")).toEqual([]));
  // "SW: …" right below the details is read as one of them, in spite of the blank line.
  test("which begins the note", () => expect(asked("SW: What is it you hate?\nJ: everything", jayden)).toEqual(["turn: What is it you hate?"]));
});

describe("told", () => {
  test.each([
    ["I asked whether Dad had hurt her.", ["told: whether Dad had hurt her"]],
    ["I asked Kai if Dad had been round.", ["told to Kai: if Dad had been round"]],
    ["I asked Kai did Dad come.", ["told to Kai: did Dad come"]],
    ["I asked Mum if Lee had been round.", ["told to Kelly: if Lee had been round"]],
    ["Asked Kai if he likes it there.", ["told to Kai: if he likes it there"]],
    ["We asked him why he ran off.", ["told to Kai: why he ran off"]],
    ["I asked him directly whether Lee had been there, and he said no.", ["told to Kai: directly whether Lee had been there"]],
    ["I asked Kai if he had slept and he shrugged.", ["told to Kai: if he had slept"]],
    ["I checked with Kai whether he had eaten.", ["told to Kai: whether he had eaten"]],
  ])("%s", (body, expected) => expect(asked(`Kai was in his room. ${body}`)).toEqual(expected));
  test("of two children, the one who is named", () => expect(asked("Kai tidied his room. I asked Mya if Lee had been round.", twoChildren)).toEqual(["told to Mya: if Lee had been round"]));
  test("the span begins at the worker and ends with the question", () => {
    const note = noteOf("We played. I asked Kai if Dad had been round and he said “no”.");
    const [question] = workerQuestions(note);
    expect(note.text.slice(question!.start, question!.end)).toBe("I asked Kai if Dad had been round");
  });
  // "his nan" is taken for Kai.
  test.fails("of his nan", () => expect(asked("I asked his nan if Mum was in.")[0]).not.toContain("to Kai"));
  // Of two questions told in one sentence the second is not read.
  test.fails("two in one sentence", () => expect(asked("I asked Mum if Lee had been and then I asked Kai if Lee had been.")).toHaveLength(2));
});

describe("none", () => {
  test.each([
    ["Mum asked Kai “are you ok?”"], ["Mum asked Kai if he was ok."], ["Kai asked me “are you coming back?”"], ["Kai asked whether I was coming back."], ["Kai asked if he could go."],
    ["The police officer asked him whether Dad was there."], ["His teacher asked “where is your bag?”"], ["I did not ask any leading questions."], ["I asked Kai to show me his room."], ["I asked for a drink of water."], ["I asked Kai about school."],
    ["## Why am I visiting?\n\nTo see Kai."], ["Did the child understand why you were visiting?"], ["Has anything changed since last time?"], ["Kai said “I asked her did she mean it”."],
  ])("%s", (body) => expect(asked(body)).toEqual([]));
  // The passive is taken for the worker's own question.
  test.fails("asked of the worker", () => expect(asked("I was asked if I had met Lee.")).toEqual([]));
  test("what will be asked", () => expect(asked("I will ask Kai whether he would like a club.")).toEqual([]));
});
