import { describe, expect, test } from "vitest";
import { reportedSpeech } from "../../server/src/note/reported-speech.ts";
import { details, noteOf, twoChildren } from "./support.ts";

// What a child is told to have said without the child's words, and whose it is.

const told = (body: string, under = details): string[] => {
  const note = noteOf(body, under);
  return reportedSpeech(note).map(({ child, start, end }) => `${child.name}: ${note.text.slice(start, end)}`);
};

describe("told of the child", () => {
  test.each([
    "Kai said he likes it here.", "Kai said that he likes it here.", "Kai told me he likes it here.", "Kai told me that school is better.", "Kai says it is loud at night.", "Kai explained that his bike was stolen.", "Kai mentioned that Nan is poorly.", "Kai confided that he is scared of the dark.", "Kai has told me that Mum cries.",
    "Kai also said that he would like a lock.", "Kai quietly said that he misses his dog.", "Kai said, when we were in the car, that he does not sleep.", "Kai told us both that he wants to go home.", "Kai told Nan he was not going.", "Kai (9) said he likes it here.", "Kai let me know that the bus was late.", "Kai made it clear that he does not want to go.", "Kai complained that his bed is small.",
    "Kai said Mum shouts.", "Kai said things are better.",
  ])("%s", (body) => expect(told(body)).toEqual([`Kai: ${body}`]));
  test("by pronoun, and without a subject", () => {
    expect(told("Kai was in his room. He told me that it is cold.")).toEqual(["Kai: He told me that it is cold."]);
    expect(told("Saw Kai at school. Said he is fine.")).toEqual(["Kai: Said he is fine."]);
  });
  test("behind “and”, from the verb", () => expect(told("Kai sat on the step and told me that he is tired.")).toEqual(["Kai: and told me that he is tired."]));
  test("of two, each their own", () => expect(told("Kai said he likes it. Mya said that she does not.", twoChildren)).toEqual(["Kai: Kai said he likes it.", "Mya: Mya said that she does not."]));
  test("an adult tells, and names the child as the one who said it", () => {
    expect(told("Ms Khan told me that Kai said he was hungry.").map((one) => one.split(":")[0])).toEqual(["Kai"]);
    expect(told("Mum told me Kai had said that he hates her.").map((one) => one.split(":")[0])).toEqual(["Kai"]);
  });
  test("in a letter, you is the child", () => expect(told("Dear Kai,\n\nYou told me that you would like a lock.", "Child: Kai Morton (9)\nType of contact: Letter to the child\n")).toEqual(["Kai: You told me that you would like a lock."]));
  // "Hi", "no", "so", "to" are taken for greetings and answers at the start of longer words too.
  test.each(["Kai said nobody helps him.", "Kai said his bed is cold.", "Kai said nothing ever changes here.", "Kai said today was the best day of the week.", "Kai told his mum that he was not going."])("%s", (body) => expect(told(body)).toHaveLength(1));
  // Open: "hers", verbs of writing, the passive, the verb behind.
  test.fails.each(["Kai said hers is better.", "Kai texted me that he was late.", "Kai wrote that he was late.", "I was told by Kai that he was late.", "The food is nice, Kai said."])("open: %s", (body) => expect(told(body)).toHaveLength(1));
});

describe("nothing of the child is told", () => {
  test.each([
    "Mum said he likes it here.", "Kai's mum said he likes it here.", "His nan told me that he sleeps well.", "Mr Patel said Kai reads every day.", "Dad told Kai he would ring.", "I told Kai I would come back.", "Kai was told that he could go.", "Kai is said to be quick.",
    "Kai said hello.", "Kai said goodbye to me.", "Kai said thank you.", "Kai said sorry to Nan.", "Kai told me about his day.", "Kai told me a joke.", "Kai told me nothing.", "Kai said no.", "Kai said yes.", "Kai said very little.",
    "Kai did not say where he had been.", "Kai never said that.", "Kai did not tell me who was there.", "Kai said he did not want to talk.", "If Kai says he is worried, ring me.",
    "Kai would like to go.", "Kai wants a dog.", "Kai asked for a drink.", "Kai asked whether he could go.", "Kai feels safe.", "Kai thinks it is boring.", "Kai nodded.", "Kai agreed to try.",
    "Kai said “I like it here”.", "“I like it here,” Kai said.", "Kai told me “no”.",
  ])("%s", (body) => expect(told(body)).toEqual([]));
  test("in a transcript or a block quote, which are the child's words", () => {
    expect(told("Kai: mum said he would come\nSW: And then?\nKai: nobody did")).toEqual([]);
    expect(told("Kai wrote:\n\n> Mum said I could stay")).toEqual([]);
  });
});
