import { describe, expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";

// Ordinary sentences of ordinary visits, in a note that lacks nothing. A word list would find something in each of them.

const around = (sentence: string): string =>
  `Child: Kai Morton (9)\nPresent: Kelly (mum)\nWorker: Sam Okoro\nDate of visit: 03/06/2025\nDate recorded: 04/06/2025\nPlace: home\nType of visit: Statutory visit\nSeen alone: yes\n\n## Why am I visiting?\n\nTo see how Kai is.\n\n## What we did and what we talked about\n\n${sentence}\n\n## What is your view about what is happening for you?\n\nWhile we played Uno Kai said “it is better now”.\n\n## What you think should happen next?\n\nI will ring school on Friday 6 June 2025.\n\n## Practitioner reflections on the visit\n\nMy view is that the plan is working.\n`;
// What a child is told to have said may ask for the child's own words; that is no matter of these sentences.
const found = (sentence: string): string[] => checkNote(around(sentence)).findings.filter(({ rule }) => rule !== "reported-speech").map(({ rule, subject }) => `${rule} ${subject ?? ""}`.trim());

describe("nothing to point out", () => {
  test.each([
    "We kicked a ball about and he hit the post twice.", "Kai burnt the toast and we laughed.", "Mum cut the cake and gave me a slice.", "Kai is dying to see the new film.", "He was sick on the school bus because of the bends.", "We read a story about a dragon that burns villages.",
    "There is a stair gate and the medicines are locked away.", "The fridge was full and the house was warm.", "Kai has been to school every day this term.", "He has not missed a day.", "The smoke alarm was tested while I was there.", "Mum has stopped smoking.", "Dad has not been drinking and his test was clear.", "There have been no incidents since March.",
    "Kai was never left alone with him.", "He said nobody hurts him now.", "The allegations were looked into in 2022 and were not true.", "Mum went on a course about online grooming.", "Kai told me about his history lesson on the war, with bombs and guns.", "He showed me a plastic knife from his kitchen set.", "The nurse said his weight is fine.", "Kai has a scar on his knee from when he was two.",
    "Police came to school to talk to all the children about road safety.", "Kai shouted at the telly when his team lost.", "Mum shouted up the stairs that tea was ready.", "Kai's sister is missing her front teeth.", "He missed me last week, he said.", "I asked about bruises and Mum said he has none.", "No concerns were raised by school.", "His attendance is 98%.",
    "We had contact details for the dentist.", "I contacted school.", "The support worker placed the form on the table.", "The school has a capacity of 400.", "The threshold of the door is worn.", "Kai presented his project to the class.", "He was present.", "He engaged the clutch on the go-kart.", "She peers over her glasses.", "It is a good neighbourhood for families.",
    "I saw Kai with his new glasses on.", "Dad is bringing him up on his own.", "Mum did not want a drink.", "Mum refused the offer of a food bank voucher.",
  ])("%s", (sentence) => expect(found(sentence)).toEqual([]));
  test.each([
    "Nan's dog bit through his football.", "He lost a tooth on Saturday and there was a bit of blood on his pillow.", "Kai wants to be a police officer and catch drug dealers.", "He broke his arm last summer falling off the trampoline and it has healed.", "Kai plays alone at break.",
  ])("%s", (sentence) => expect(found(sentence)).toEqual([]));
});
