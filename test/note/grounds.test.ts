import { describe, expect, test } from "vitest";
import { groundsOf, type Grounds } from "../../server/src/note/grounds.ts";
import { noteOf } from "./support.ts";

const under = "Child: Kai Morton (9)\nPresent: Kelly (mum), Craig (dad), Mrs Khan (class teacher)\nWorker: Sam Okoro\nType of contact: Case note\n";

/** On whose word the marked place of a text stands. */
function grounds(marked: string): Grounds {
  const body = marked.replace(/[⟦⟧]/g, "");
  const note = noteOf(body, under);
  const start = note.text.length - body.length + marked.indexOf("⟦");
  const end = start + marked.slice(marked.indexOf("⟦") + 1, marked.indexOf("⟧")).length;
  const sentence = note.sentences.find((one) => one.start <= start && end <= one.end)!;
  return groundsOf(note, sentence, { start, end });
}

const cases: Readonly<Record<Grounds, readonly string[]>> = {
  quoted: ["Nan called him “a ⟦little liar⟧”.", "Kelly said “he is ⟦lazy⟧ and rude”.", "On the form it says ‘⟦lazy⟧ at home’ in red."],
  told: [
    "Kelly told me that he is ⟦lazy⟧.",
    "Kelly said he's ⟦lazy⟧ and can be ⟨cruel⟩ to the cat.".replace(/[⟨⟩]/g, ""),
    "Kelly says that, since the move, he is ⟦lazy⟧ at weekends.",
    "Nan called him ⟦a little liar⟧.",
    "Mrs Khan described Kai as ⟦lazy⟧ in maths.",
    "Kelly feels that Craig was ⟦lazy⟧ with the babies.",
    "Craig thinks she is ⟦lazy⟧.",
    "According to Kelly he is ⟦lazy⟧.",
    "Per Kelly, he is ⟦lazy⟧.",
    "He is ⟦lazy⟧, Kelly told me.",
    "He has ⟦epilepsy⟧ (Kelly).",
    "In Craig's view she is ⟦lazy⟧.",
    "Mrs Khan, class teacher: Kai is ⟦lazy⟧ in maths.",
    "Kelly is worried that he is ⟦lazy⟧.",
    "Kelly has since told me that he is ⟦lazy⟧.",
    "Mrs Khan, who teaches him on Mondays, said that he is ⟦lazy⟧.",
    "Craig admitted that he was ⟦lazy⟧ about the forms.",
    "Kelly accused Craig of being ⟦lazy⟧.",
    "Kai told me that his dad is ⟦lazy⟧.",
    "Kelly asked me to write that he is ⟦lazy⟧.",
    "Donna rang and told me that he is ⟦lazy⟧.",
    "He is ⟦lazy⟧, her sister told me.",
    "Tyler's social worker in Kent told me that he has ⟦epilepsy⟧.",
    "Bev's view is that Kai is ⟦testing⟧ her.",
    "Kelly shouted that he is ⟦lazy⟧.",
    "Kelly texted me that he is ⟦lazy⟧.",
    "He was called ⟦a liar⟧ at football.",
    "Nan used the word ⟦handicapped⟧ and then stopped.",
    "Karl disclosed that he has ⟦epilepsy⟧.",
    "Craig texted Kelly that she is ⟦lazy⟧.",
    "Kelly told me about the weekend and that he was ⟦lazy⟧ on Sunday.",
  ],
  recorded: [
    "The school report says that he is ⟦lazy⟧.",
    "Police log shows that Craig has ⟦a history of violence⟧.",
    "School say he is ⟦lazy⟧.",
    "Nursery told us that he has ⟦epilepsy⟧.",
    "He has ⟦epilepsy⟧ (EHCP 2023).",
    "He has ⟦epilepsy⟧ (letter from Dr Shah, May 2025).",
    "According to the chronology Craig has ⟦a history of violence⟧.",
    "He was diagnosed with ⟦epilepsy⟧ by Dr Shah in May.",
    "The health visitor rang to say that he has ⟦epilepsy⟧.",
    "The PNC check shows that Craig has ⟦two convictions⟧.",
    "In the referral he has ⟦epilepsy⟧.",
    "It is in the referral that he has ⟦epilepsy⟧.",
  ],
  owned: ["I think that he is ⟦lazy⟧.", "My view is that Kelly is ⟦lazy⟧ about forms.", "I wonder if he is ⟦lazy⟧ or tired.", "It seemed to me that he was ⟦lazy⟧.", "I am worried that Kelly is ⟦depressed⟧.", "He is, in my view, ⟦lazy⟧.", "He is ⟦lazy⟧, I think."],
  supposed: ["I do not know whether he is ⟦lazy⟧.", "It is not clear if Kelly is ⟦depressed⟧.", "If he is ⟦lazy⟧ we can try a chart."],
  asserted: [
    "He is ⟦lazy⟧.",
    "Craig, who has ⟦a history of violence⟧, answered the door.",
    "Craig, who has ⟦a history of violence⟧, told me that he is well.",
    "Kelly said no and was ⟦lazy⟧ about it.",
    "Kelly said he is fine, but he is ⟦clearly⟧ scared.",
    "Kelly told me she was at work; she is ⟦lazy⟧.",
    "It has been ⟦alleged⟧ that Kelvin (mum's boyfriend) is on the register.",
    "They were ⟦previously⟧ on a child protection plan.",
    "Kelly says nothing ⟦to keep the peace⟧.",
    "Kai screamed because he is ⟦jealous⟧ of Mya.",
    "Craig answered every question himself because he was ⟦frightened⟧ of what she might say.",
    "Craig says it is his shifts, it is really because ⟦he wants to keep us out⟧.",
    "I asked about the money and Lee was ⟦lying⟧.",
    "Tyler looks as if butter ⟦wouldn't melt⟧.",
    "School say he is fine but he is ⟦clearly⟧ scared.",
    "Police were called and Craig was ⟦lazy⟧ about it.",
    "He was in school and was ⟦lazy⟧ all day.",
    "I told Kelly that he is ⟦lazy⟧.",
    "Kelly told me about the weekend. He is ⟦lazy⟧.",
    "I said hello and Kelly was ⟦lazy⟧ about getting up.",
    "I asked Kelly to sit down and she was ⟦rude⟧ to me.",
    "Kelly refused to say where he was and was ⟦rude⟧ to me.",
    "I spoke to Mrs Khan. Kai is ⟦lazy⟧.",
    "Craig texted and was ⟦rude⟧.",
    "Kai asked for a drink because he is ⟦lazy⟧.",
  ],
};

for (const [wanted, texts] of Object.entries(cases)) describe(wanted, () => void test.each(texts)("%s", (text) => expect(grounds(text)).toBe(wanted)));

describe("what stands under a heading or a lead-in is theirs", () => {
  test("a list that somebody told", () => expect(grounds("Kelly told me:\n\n- Kai is ⟦lazy⟧ at home\n- he eats well")).toBe("told"));
  test("a list of the worker's own", () => expect(grounds("I saw today:\n\n- Kai is ⟦lazy⟧ at home\n- he eats well")).toBe("asserted"));
  test("a heading that names whose view it is", () => expect(grounds("## Information from school\n\nKai is ⟦lazy⟧ in maths.")).toBe("told"));
  test.each(["## Report of visit", "## Account of the visit", "## Updates from today", "## Update by Sam Okoro", "## Information shared"])("not under %s", (heading) => expect(grounds(`${heading}\n\nKai is ⟦lazy⟧ in maths.`)).toBe("asserted"));
  test.each(["Orange wallpaper and essays:", "At the school:", "What I saw at school:", "What I noted about Kelly:", "Plan for Kelly:"])("not under “%s”", (lead) => expect(grounds(`${lead}\n\n- Kai is ⟦lazy⟧ at home\n- he eats well`)).toBe("asserted"));
  test.each(["From school:", "Mrs Khan told me:", "Information from Mrs Khan:"])("under “%s”", (lead) => expect(grounds(`${lead}\n\n- Kai is ⟦lazy⟧ at home\n- he eats well`)).toBe("told"));
});

describe("a source holds for its own clause", () => {
  test.each([
    "Craig was ⟦lazy⟧, and a referral was made by Sam.",
    "Craig is ⟦lazy⟧ and the notes were shared by email.",
    "Craig was ⟦lazy⟧ when we met Mr Jones (Mr J).",
    "Craig was ⟦lazy⟧ at the review (June 2024).",
    "I asked how he was and he was ⟦lazy⟧.",
    "Plan: Craig is ⟦lazy⟧.",
  ])("%s", (text) => expect(grounds(text)).toBe("asserted"));
});

test("many helping verbs in a row are read in no time", () => expect(grounds(`Kelly ${"did not ".repeat(40)}x, and Craig was ⟦lazy⟧.`)).toBe("asserted"));
