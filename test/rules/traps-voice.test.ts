import { describe, expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import { defaultSettings } from "../../server/src/engine/settings.ts";
import { safeEdits } from "../../server/src/lsp/safeEdits.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { details, known, noteOf, voices } from "../note/support.ts";

// Sentences about the child's voice that a word list gets wrong, with the right answer.

const everything = { ...defaultSettings, volume: "everything" as const };
const one = (name: string, age = 9, more = ""): string => `Child: ${name} (${age})\nPresent: Kelly (mum)\nWorker: Sam Okoro\nType of contact: Case note\n${more}`;
const check = (body: string, under = details) => checkNote(`${under}\n${body}\n`, everything);
/** Which rules speak, each with what it speaks of. */
const found = (body: string, under?: string): string[] => {
  const { findings, note } = check(body, under);
  return findings.map(({ rule, span }) => `${rule}: ${note.text.slice(span.start, span.end)}`);
};
const rules = (body: string, under?: string): string[] => [...new Set(check(body, under).findings.map(({ rule }) => rule))].sort();
const severity = (rule: string, body: string, under?: string) => check(body, under).findings.find((finding) => finding.rule === rule)?.severity;

describe("quotation marks, and who is speaking", () => {
  test("possessives, feet and inches, decades: nothing is said", () => {
    for (const body of ["Dad's partner's mum's house is where the kids' things are.", "He is 5'11\" now and very proud of it.", "We used ‘Three Houses’ and read \"The Huge Bag of Worries\"."]) expect(found(body), body).toEqual([]);
  });
  test("an unclosed quotation is pointed out, and the rest of the note is still read", () => {
    const body = "Maya said \"I don't want to go to dads anymore because\n\nI promised Maya I would come on Friday.";
    expect(rules(body, one("Maya"))).toEqual(["promise", "unclosed-quote"]);
    expect(severity("unclosed-quote", body, one("Maya"))).toBe("warning");
  });
  test("a transcript, a table, a sign: the child is heard, and nothing is asked for", () => {
    const visit = (body: string, name: string) => `Child: ${name} (9)\nWorker: Sam Okoro\nType of visit: Home visit\n\n${body}\n`;
    for (const [body, name] of [["J: I hate it there.\nSW: What is it you hate?\nJ: everything", "Jayden"], ["| House of worries | dad shouting, no food, the dark |\n|---|---|", "Kai"], ["Amira signed MORE and pointed to the swing.", "Amira"]] as const)
      expect(checkNote(visit(body, name), everything).findings.filter(({ rule }) => rule === "voice-missing" || rule === "reported-speech"), body).toEqual([]);
  });
  test("the subject is Mum: nobody asks for Tyler's words", () => expect(found("Tyler's mum said he is happy at home.", one("Tyler"))).toEqual([]));
});

describe("a child's words", () => {
  const words = ["He's a fucking dickhead and I aint going back", "I done a drawing of me mum innit", "My IRO said I got a LAC review and then contact", "Nanna Pat's gaff is proper lush", "Chcę do domu", "They/them please, not she", "😡😡 mum 😢 nan ❤️", "I... I don't... dunno", "I  like  two   spaces ", "\"straight\" and 'single'"];
  test.each(words)("“%s” is left alone by every fix, by fix all, and by saving", (said) => {
    const text = `${one("Leo Carr", 13)}\n## Why are we visiting?\n\nLeo told me “${said}”. He has a LAC review. **Leo said “${said}”.** He said he likes it.\n`;
    const { findings } = checkNote(text, everything);
    const count = (after: string) => after.split(said).length - 1;
    for (const { fixes } of findings) for (const { edits } of fixes) expect(count(applyEdits(text, edits))).toBe(2);
    expect(count(applyEdits(text, safeEdits(findings)))).toBe(2);
  });
  test("professional words in the mouth of a child of six: the one thing to ask, and no rewriting", () => {
    const { findings } = check("“he makes me feel unsafe and it impacts my emotional wellbeing”, said Leo (6).", one("Leo Carr", 6));
    // "Unsafe" is a risk to be marked and acted on; that is no judgement of the words.
    expect(new Set(findings.map(({ rule }) => rule).filter((rule) => !rule.startsWith("risk-")))).toEqual(new Set(["interpretation-in-quote"]));
    expect(findings.filter(({ rule }) => rule === "interpretation-in-quote").flatMap(({ fixes }) => fixes)).toEqual([]);
  });
});

describe("interpretation inside a quotation, or mixed with it", () => {
  const mia = one("Mia");
  test("in one sentence: to be parted", () => expect(found("Mia said “Dad shouts”, which shows she is frightened of him.", mia).filter((one) => !one.startsWith("risk-"))).toEqual(["interpretation-with-quote: Mia said “Dad shouts”, which shows she is frightened of him."]));
  test("in two sentences, and asked: nothing", () => expect(found("Mia said “Dad shouts”. I wondered with her how that feels and she said “bad”.", mia)).toEqual([]));
  test("a comment in brackets: interpretation-in-quote and nothing else", () => expect(rules("Mia said “Dad shouts (he is clearly scared of him)”.", mia)).toEqual(["interpretation-in-quote"]));
  test("[Mum], to make clear who is meant", () => expect(found("Mia said “She [Mum] comes when she wants”.", mia)).toEqual([]));
  test("a drawing given a meaning: a warning", () => {
    expect(rules("He drew a house with no windows which represents how trapped he feels.")).toEqual(["drawing-interpreted"]);
    expect(severity("drawing-interpreted", "He drew a house with no windows which represents how trapped he feels.")).toBe("warning");
  });
  test("asked, and answered: nothing", () => expect(found("He drew a house with no windows. I asked about it and he said “I forgot them”.")).toEqual([]));
  test("what there is to see: nothing", () => expect(found("The drawing shows three people and a dog.")).toEqual([]));
  test("bonding issues: a meaning", () => expect(rules("The picture suggests some bonding issues.")).toContain("drawing-interpreted"));
  test("his body language is no drawing", () => expect(rules("His body language indicated that he was lying.").filter((rule) => rule.startsWith("drawing") || rule.startsWith("interpretation"))).toEqual([]));
  test("rehearsed, suggesting coaching: to be parted", () => expect(rules("“I love mummy” was said in a rehearsed way, suggesting coaching.", one("Mia"))).toEqual(["interpretation-with-quote"]));
  test("with her name, it is", () => expect(rules("Mia said “I love mummy” in a rehearsed way, suggesting coaching.", mia)).toEqual(["interpretation-with-quote"]));
  test("Mum's words are Mum's", () => expect(found("Mum said “he's manipulative like his dad”.")).toEqual([]));
  test("in Jayden's words: they are Jayden's", () => expect(known(noteOf("In Jayden's words, things are “going well”.", one("Jayden")))).toEqual(["child Jayden: going well"]));
  test("in J's words: they are J's", () => expect(known(noteOf("In J's words, things are “going well”.", one("Jayden")))).toEqual(["child Jayden: going well"]));
});

describe("leading questions", () => {
  const flagged: readonly (readonly [string, string, string])[] = [
    ["a person and an act", "I asked Kai, “Did Daddy hit you?”", one("Kai")],
    ["told", "I asked whether dad had touched her.", one("Mya", 7)],
  ];
  test.each(flagged)("%s", (_, body, under) => expect(rules(body, under)).toContain("leading-question"));
  test("a statement as a question", () => expect(rules("J: it was rubbish\nSW: and that made you sad?\nJ: dunno", one("Jayden"))).toEqual(["leading-question"]));
  test("why, softly", () => {
    expect(rules("I asked Kai “why did you do that?”")).toEqual(["leading-question"]);
    expect(severity("leading-question", "I asked Kai “why did you do that?”")).toBe("hint");
  });
  test.each([
    ["open", "I asked “what happened next?” I said “tell me about the weekend”."],
    ["Mum's", "Mum asked Kai “you do love me don't you?”"],
    ["the child's", "Kai asked me “you won't tell dad, will you?”"],
    ["none were asked", "I did not ask any leading questions."],
    ["hospitality", "I asked “Would you like a biscuit? Shall we sit outside?”"],
    ["a heading", "## Why are you visiting?\n\nTo see Kai."],
    ["a scale", "I asked, on a scale of 0 to 10, how safe he feels at home."],
    ["a question of the form", "Did the child understand why you were visiting?"],
    ["without marks, to himself", "Would you like a biscuit? Shall we sit outside?"],
  ])("%s: nothing", (_, body) => expect(rules(body)).not.toContain("leading-question"));
  test("they ask nothing else of the note either", () => {
    for (const body of ["I asked “what happened next?”", "I did not ask any leading questions.", "I asked, on a scale of 0 to 10, how safe he feels at home."]) expect(found(body), body).toEqual([]);
  });
});

describe("promises", () => {
  const her = `${one("Ella")}\nI saw Ella in her room.`;
  const him = `${details}\nI saw Kai in his room.`;
  test.each([
    ["by name", "I promised Kai I would come on Friday.", him],
    ["definitely", "I told her she will definitely be home by Christmas.", her],
    ["I won't tell", "I said “I won't tell anyone”.", him],
    ["between us", "I told him it's just between us.", him],
    ["our secret", "I told him this is our secret.", him],
    ["never again", "I said to Kai that I will make sure you never have to see him again.", him],
    ["never again, in marks", "I said “I will make sure you never have to see him again”.", him],
    ["reassured", "I reassured him that everything would be fine.", him],
    ["little fingers", "We pinky promised.", him],
  ])("%s", (_, body, under) => expect(rules(body, under)).toContain("promise"));
  test("secrecy has a message of its own", () => {
    const message = (body: string) => check(body, him).findings.find(({ rule }) => rule === "promise")!.message;
    expect(message("I told him it's just between us.")).toContain("nobody will know");
    expect(message("I told Kai nobody would ever know.")).toContain("nobody will know");
    expect(message("I promised Kai I would come on Friday.")).toContain("next steps");
    expect(message("I promised Kai that Lee won't come back.")).toContain("not be yours to give");
  });
  test.each([
    ["could not", "I said I could not promise he would go home."],
    ["Mum's", "Mum promised to ring the dentist by Friday."],
    ["the review", "We read about The Promise."],
    ["compromise", "We found a compromise."],
    ["promising", "He is making promising progress."],
    ["nothing", "I guaranteed nothing."],
    ["no guarantees", "I told Kai there are no guarantees."],
    ["hope", "I told Kai I hope to get him a bike."],
    ["try", "I told Kai I will try to ring the club."],
    ["best", "I told Kai I'll do my best."],
  ])("%s: nothing", (_, body) => expect(rules(body, him)).not.toContain("promise"));
});

test("who says what in all of them", () => {
  expect(voices(noteOf("Mia said “Dad shouts (he is clearly scared of him)”.", one("Mia")))).toEqual(["child Mia: Dad shouts (he is clearly scared of him)"]);
  expect(voices(noteOf("Kai asked me “you won't tell dad, will you?”"))).toEqual(["child Kai: you won't tell dad, will you?"]);
  expect(voices(noteOf("I asked Kai, “Did Daddy hit you?”"))).toEqual(["worker: Did Daddy hit you?"]);
  expect(voices(noteOf("Mum asked Kai “you do love me don't you?”"))).toEqual(["adult: you do love me don't you?"]);
});
