import { describe, expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import { defaultSettings } from "../../server/src/engine/settings.ts";
import { details, sentences } from "../note/support.ts";

// Sentences about language that a word list gets wrong, with the right answer: acronyms, jargon, labels, sources, reading ease.

const everything = { ...defaultSettings, volume: "everything" as const };
const check = (body: string, settings = everything, under = details) => checkNote(`${under}\n${body}\n`, settings);
const findings = (rule: string, body: string, settings = everything, under?: string) => check(body, settings, under).findings.filter((finding) => finding.rule === rule);
/** What a rule speaks of. */
const spoken = (rule: string, body: string, under?: string): string[] => {
  const { note, findings: all } = check(body, everything, under);
  return all.filter((finding) => finding.rule === rule).map(({ span }) => note.text.slice(span.start, span.end));
};
const subjects = (rule: string, body: string): string[] => findings(rule, body).map(({ subject }) => subject ?? "").sort();
const severities = (rule: string, body: string): string[] => findings(rule, body).map(({ severity }) => severity);
const style = ["plain-words", "hard-to-read", "long-sentence", "repeated-text"];
const ofStyle = (body: string): string[] => check(body).findings.map(({ rule }) => rule).filter((rule) => style.includes(rule));

describe("acronyms", () => {
  test("everyday ones are left alone", () => expect(spoken("acronym", "The GP, A&E, the NHS, his ID, the UK and USA, the BBC, an MP, a DVD, a PC, a USB stick, a DJ, VIP seats and SATs.")).toEqual([]));
  test("initials of people", () => expect(spoken("acronym", "TJ and AJ were in the lounge with MJ.", "Child: Kai (9)\nPresent: TJ, AJ and MJ (brothers)\n")).toEqual([]));
  test("names of schools: one quiet hint at most", () => {
    const body = "He goes to SJB and she goes to St JP II RC Primary.";
    expect(spoken("acronym", body).filter((text) => text !== "SJB")).toEqual([]);
    expect(severities("acronym", body).filter((severity) => severity !== "hint")).toEqual([]);
  });
  test("a line of capitals", () => expect(spoken("acronym", "MUM WAS SHOUTING AND I ASKED HER TO STOP.")).toEqual([]));
  test.each(["CIN", "CP", "LAC", "ICPC", "RCPC", "PLO", "IRO", "EHCP", "SGO", "LADO", "MASH", "FGC", "CAMHS", "PEP", "S47", "s.20", "Reg 24"])("%s is to be written in full", (letters) => expect(spoken("acronym", `We talked about the ${letters} with Mum.`)).toEqual([letters]));
  test("one acronym with two meanings in a note", () => {
    const [clash] = findings("acronym", "His CP plan was reviewed in May. The CP (care plan) is with the court.");
    expect(clash?.message).toMatch(/two things in this note: “care plan”/);
  });
  test("written in full before or behind, in any case", () => {
    expect(spoken("acronym", "(CAMHS) Child and Adolescent Mental Health Services wrote.")).toEqual([]);
    expect(spoken("acronym", "His child and adolescent mental health services (CAMHS) worker rang.")).toEqual([]);
  });
  test.each([["CAMHs", "CAMHS"], ["camhs", "CAMHS"], ["C.A.M.H.S.", "CAMHS"], ["IROs", "IRO"]])("%s counts as %s", (written, term) => expect(subjects("acronym", `They rang ${written} about it.`)).toEqual([term]));
  test("SW's is a social worker's", () => expect(findings("acronym", "It was on the SW's desk.")).toHaveLength(1));
  test("in a child's words it is theirs, and does not count as the first use", () => {
    expect(spoken("acronym", "Kai said “my EHCP is rubbish”.")).toEqual([]);
    expect(spoken("acronym", "Kai said “my education, health and care plan (EHCP) is rubbish”. His EHCP is due in May.")).toEqual(["EHCP"]);
  });
  test("names of tools and services; but AIM is an assessment", () => expect(spoken("acronym", "We used MOMO. She goes to SHARE and HOPE on Tuesdays. The AIM was finished.")).toEqual(["AIM"]));
  test("Y6 is everyday; a pupil referral unit and alternative provision are not", () => expect(spoken("acronym", "He is in Y6 at PRU two days and AP three.")).toEqual(["PRU", "AP"]));
  test("LAC says that many dislike the word", () => expect(findings("acronym", "His LAC review is in May.")[0]?.message).toMatch(/lack/i));
});

describe("jargon", () => {
  test.each([
    "His emergency contact is Nan; her contact number is in the book.",
    "Eye contact was good when we talked about football.",
    "The Placement Plan, the Placement with Parents Regulations and the Placement Order were in the file.",
    "I met her on my student placement.",
    "He gave me two presents.",
    "There were four adults present.",
    "The hall has a capacity of 60.",
    "She sent the photo as an email attachment.",
    "We did the Wizard and Fairy, the Safety House, Words and Pictures and All About Me.",
    "Kai said “I hate contact and my placement”.",
  ])("left alone: %s", (body) => expect(spoken("jargon", body)).toEqual([]));
  test.each([
    ["His placement is going well.", ["placement"]],
    ["He cared for his siblings.", ["siblings"]],
    ["She presents as clean and appropriately dressed.", ["presents as", "appropriately dressed"]],
    ["Mum disclosed that she was hit.", ["disclosed"]],
    ["Kai made a disclosure at school.", ["disclosure"]],
    ["We talked about her parental capacity and his attachment to his carer.", ["parental capacity", "attachment"]],
    ["The family get respite and we will step down.", ["respite", "step down"]],
    ["He absconded from the unit.", ["absconded"]],
  ] as const)("%s", (body, wanted) => {
    const found = spoken("jargon", body);
    for (const word of wanted) expect(found.some((text) => text.toLowerCase().includes(word.split(" ").at(-1)!)), word).toBe(true);
  });
  test("the type line of a statutory visit", () => expect(check("We sat outside.", everything, "Child: Kai (9)\nType of visit: Statutory visit\n").findings.filter(({ rule }) => rule === "jargon")).toEqual([]));
  test("a statutory visit in prose, softly", () => expect(severities("jargon", "This was my second statutory visit.")).toEqual(["hint"]));
});

describe("labels and blame", () => {
  test.each([
    "Mum told me she feels like a bad mother.",
    "Nan called him “a little liar”.",
    "Nan called him a little liar.",
    "The aggressive cancer his nan has is back.",
    "The cancer his nan has is aggressive.",
    "Chaotic scenes at the school gate after the fire alarm.",
    "He failed his driving test.",
    "The dirty washing was in a basket.",
    "Good enough for me, said Dad.",
    "The refuse had not been collected.",
    "He was not aggressive.",
  ])("left alone: %s", (body) => expect(spoken("judgemental-language", body)).toEqual([]));
  test.each([
    "Mum is non-compliant.", "The family are hard to reach.", "This is attention seeking.", "Kai is manipulative.", "He kicked off in the car.", "Ellie is promiscuous.", "She is streetwise.", "It is a lifestyle choice.", "She is putting herself at risk.", "She is in an inappropriate relationship with a 30 year old.", "Dad failed to attend the meeting.",
  ])("asked about: %s", (body) => {
    expect(findings("judgemental-language", body), body).toHaveLength(1);
    expect(severities("judgemental-language", body)).not.toContain("error");
    expect(severities("judgemental-language", body)).not.toContain("warning");
  });
  test("no suggestion for a harm is milder: there is none but to say what happened", () => expect(findings("judgemental-language", "Dad was aggressive on the landing.").flatMap(({ fixes }) => fixes)).toEqual([]));
});

describe("where it is known from", () => {
  test.each(["Mum has bipolar.", "It was reported that Dad visits.", "It is understood that Dad visits.", "Allegedly Dad visits.", "Apparently Dad visits.", "Dad, who has a history of violence, answered the door."])("asked about: %s", (body) => expect(findings("unsourced-statement", body)).toHaveLength(1));
  test.each([
    "Ms Khan, class teacher: attendance 82%.",
    "The school report says that he is tired.",
    "The police log shows that Dad has a history of violence.",
    "The bedroom was clean and had two beds.",
    "He is autistic (EHCP 2023).",
    "He is left-handed and supports Coventry City.",
    "She is 7 and in Year 2.",
    "Per mum, he has epilepsy.",
    "Mum told me that she has bipolar.",
  ])("left alone: %s", (body) => expect(spoken("unsourced-statement", body)).toEqual([]));
  test("an opinion about a child is information at most", () => expect([...severities("opinion-as-fact", "He is very bright."), ...severities("unsourced-statement", "He is very bright.")].filter((severity) => severity === "warning" || severity === "error")).toEqual([]));
  test("a plain feeling: a hint, what did you see or hear?", () => {
    const [hint] = findings("opinion-as-fact", "He was happy.");
    expect(hint).toMatchObject({ severity: "hint" });
    expect(hint?.message).toMatch(/see or hear/);
  });
  test("as above: a hint", () => expect(severities("unsourced-statement", "As above.")).toEqual(["hint"]));
});

describe("reading ease", () => {
  test("names do not count", () => expect(ofStyle("Ms Oluwaseun Adebayo-Featherstonehaugh visited Bartholomew and Alexandria-Rosamund with Mr Constantinopoulos.")).toEqual([]));
  test("long words that everybody knows", () => expect(ofStyle("Yesterday his grandmother gave him paracetamol before the physiotherapist came from Birmingham to the hospital.")).toEqual([]));
  test("bullets without stops are each a sentence", () => expect(ofStyle(Array.from({ length: 12 }, (_, index) => `- Kai put the ${["red", "blue", "green", "big"][index % 4]} cup number ${index} on the table`).join("\n"))).toEqual([]));
  test("abbreviations end no sentence", () => expect(sentences("At 10.30am Dr. Shah and Mrs. Low of St. Mary's came to No. 4, e.g. by bus, i.e. late, and left at 4 p.m. with Kai.")).toHaveLength(1));
  test("a quotation of several sentences stands in one, and is left alone", () => {
    const body = "He said “Why? What did I do? I hate this.” and left.";
    expect(sentences(body)).toHaveLength(1);
    expect(ofStyle(body)).toEqual([]);
  });
  test("British spellings", () => expect(ofStyle("The colour of his behaviour programme, whilst Mum did realise he should enrol and practise his practice.")).toEqual([]));
  test("nine words, and every one hard", () => expect(ofStyle("The paradigm necessitates multi-systemic recalibration of parental reflective functioning.")).toContain("hard-to-read"));
  test("short sentences: nothing is said, no praise either", () => expect(check("I went. I saw. He ran. Mum cried.").findings.filter(({ rule }) => style.includes(rule))).toEqual([]));
  test("addresses, telephone numbers and dates", () => expect(ofStyle("12 Rosemary Gardens, Coventry CV1 5RS, 07700 900123, Monday 2 June 2025, 16:00 to 17:30.")).toEqual([]));
  test("the names of orders are explained once, and not rewritten", () => expect(ofStyle("There is an Interim Care Order under section 38.")).toEqual([]));
  test("the passive, where it hides nobody", () => expect(check("He was born in 2017. She was seen alone in the kitchen.").findings.map(({ rule }) => rule).filter((rule) => [...style, "decision-without-reason"].includes(rule))).toEqual([]));
  test("the passive that hides who decided", () => expect(findings("decision-without-reason", "It was decided that Kai will move.")).toHaveLength(1));
  test("a very short note", () => expect(check("Rang Mum. No answer.").findings.filter(({ rule }) => style.includes(rule))).toEqual([]));
});
