import { describe, expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import { defaultSettings } from "../../server/src/engine/settings.ts";
import { pointsOf } from "../../server/src/points.ts";
import { good, point, points, poor, texts, told } from "./notes.ts";

const headings = ["Why-am-I-visiting", "What-we-did-and-what-we-talked-about", "What-is-your-view-about-what-is-happening-for-you", "What-you-think-should-happen-next", "Practitioner-reflections-on-the-visit"].map((id) => `visit-heading-missing:${id}`);

describe("the good sample", () => {
  const all = points(good);
  test("meets every point that a program can tell", () => {
    expect(all).toMatchObject({ kind: "statutory visit", profile: { id: "planning-and-seeing", title: "Planning and Seeing our Children" } });
    expect(Object.entries(told(all)).filter(([, state]) => state !== "met")).toEqual([]);
    expect(all.met).toBe(all.total);
    expect(all.total).toBe(23);
  });
  test("each with what meets it", () => {
    const met = (id: string): string[] => texts(good, point(all, id));
    expect(headings.flatMap(met)).toEqual(["Why am I visiting?", "What we did and what we talked about", "What is your view about what is happening for you?", "What you think should happen next?", "Practitioner reflections on the visit"]);
    expect(met("seen-alone-missing:Rosie")).toEqual(["I saw Rosie on her own in her bedroom, which she chose."]);
    expect(met("voice-missing:Alfie")).toEqual(["“No go Craig house.”"]);
    expect(met("voice-missing:Rosie")[0]).toBe("“I knew you'd come.”");
    expect(met("feelings-missing")).toEqual(["“I feel scared at mum's when Craig is there. I want to see mum but not him.”"]);
    expect(met("voice-method-missing").join()).toContain("while we packed the pens away");
    expect(met("recorded-late:visited-recorded")).toEqual(["recorded: 13/06/2025 10:30"]);
    expect(met("visit-overdue")).toEqual(["date of visit: 12/06/2025 16:00", "last visit: 08/05/2025"]);
    expect(met("statutory-visit-at-school")).toEqual(["place: foster home"]);
    expect(met("details-missing")).toEqual(["name: Rosie Tennant", "name: Alfie Tennant", "date of visit: 12/06/2025 16:00", "recorded: 13/06/2025 10:30", "place: foster home"]);
    expect(met("risk-not-marked").join()).toContain("I saw a bruise on Rosie's left arm");
    // Of a dog that barked, and whom Alfie ran to, nobody was told.
    expect(met("risk-no-action").join()).not.toContain("dog");
    expect(met("risk-no-action").join()).toContain("Priya to tell her team manager, Helen Marsh");
    expect(met("action-incomplete")).toHaveLength(5);
    expect(met("childs-own-words")).toContain("“I knew you'd come.”");
  });
  test("Alfie is three: nobody asks whether he was seen alone", () => expect(told(all)).not.toHaveProperty("seen-alone-missing:Alfie"));
  test("a point names its clauses under the profile, word for word", () => {
    const [first] = point(all, "seen-alone-missing:Rosie").clauses;
    expect(first).toMatchObject({ id: "P27", document: "Planning and Seeing our Children Practice Guide", date: "October 2024" });
    expect(first!.section).not.toBe("");
    expect(first!.quote.length).toBeGreaterThan(20);
    expect(point(all, headings[2]!).clauses.map(({ id }) => id)).toEqual(["P01", "P13"]);
  });
});

describe("the poor sample", () => {
  const all = points(poor);
  const found = (id: string): string[] => [...new Set(point(all, id).findings.map(({ rule }) => rule))].sort();
  test("misses these, each with its finding", () => {
    expect(Object.entries(told(all)).filter(([, state]) => state === "missing").map(([id]) => id)).toEqual([
      headings[2], headings[3], "recorded-late:visited-recorded", "visit-overdue", "dates-and-names", "seen-alone-missing:Rosie", "childs-own-words", "risk-not-marked", "fair-and-factual", "plain-and-in-full",
    ]);
    expect(found(headings[2]!)).toEqual(["visit-heading-missing"]);
    expect(found(headings[3]!)).toEqual(["visit-section-empty"]);
    expect(found("seen-alone-missing:Rosie")).toEqual(["seen-alone-missing"]);
    expect(found("childs-own-words")).toEqual(["interpretation-in-quote", "interpretation-with-quote", "reported-speech", "unclosed-quote"]);
    expect(found("fair-and-factual")).toEqual(["judgemental-language", "opinion-as-fact", "unsourced-statement"]);
  });
  test("a missing point has the fixes of its finding", () => {
    expect(point(all, "seen-alone-missing:Rosie").findings[0]!.fixes.map(({ title }) => title)).toEqual(["“Rosie was seen alone in …”", "“Rosie was not seen alone because …”"]);
  });
  test("the heading that is empty is there, and does not meet the point", () => expect(point(all, headings[3]!)).toMatchObject({ state: "missing", evidence: [{}] }));
  test("“I rang Mum prior to the visit” says of no risk who was told: the writer can tell", () => expect(point(all, "risk-no-action")).toMatchObject({ state: "judge", evidence: [], ticked: false }));
});

describe("what does not arise is not asked", () => {
  const ids = (text: string): string[] => Object.keys(told(points(text)));
  test("a phone call has no headings, nobody is seen, and no place is asked for", () => {
    const call = "Child: Kai Morton (9)\nType of contact: Phone call\nDate: 03/06/2025\n\nKelly (mum) rang me. She said “he is better today”. I will ring school by Friday 6 June 2025.\n";
    expect(points(call).kind).toBe("phone call");
    expect(ids(call).filter((id) => /^(?:visit-|seen-|voice-|details-|statutory-|strengths-|feelings-|risk-)/.test(id))).toEqual([]);
    expect(ids(call)).toEqual(expect.arrayContaining(["dates-and-names", "fair-and-factual", "plain-and-in-full"]));
  });
  test("a meeting at school is no visit at school", () => {
    const meeting = "Child: Kai Morton (9)\nType of contact: Core group meeting\nDate: 03/06/2025\nPlace: St Bride's School\n\nMs Khan, class teacher, said that Kai reads every day.\n\n## Actions\n\n- Ms Khan to ring Kelly by Friday 6 June 2025\n";
    expect(points(meeting).kind).toBe("meeting");
    expect(ids(meeting)).not.toContain("statutory-visit-at-school");
    expect(point(points(meeting), "action-incomplete")).toMatchObject({ state: "met" });
  });
  test("no risk, no point on risks; no next step, none on who and by when", () => {
    const note = "Child: Kai (9)\nType of visit: Statutory visit\n\nI saw Kai alone in the garden. He said “I got a star”. He smiled.\n";
    expect(ids(note).filter((id) => /^(?:risk|action)/.test(id))).toEqual([]);
  });
  test("no dates, nothing is counted; recorded before the visit, it is a wrong date and not in time", () => {
    const note = (details: string): string => `Child: Kai (9)\nType of visit: Statutory visit\n${details}\nI saw Kai alone.\n`;
    expect(ids(note("")).filter((id) => /late|overdue/.test(id))).toEqual([]);
    expect(ids(note("Date of visit: 03/06/2025\nRecorded: 01/06/2025\n")).filter((id) => /late/.test(id))).toEqual([]);
    expect(ids(note("Date of visit: 03/06/2025\nRecorded: 04/06/2025\n"))).toContain("recorded-late:visited-recorded");
  });
  test("an empty text meets nothing", () => expect(points("").met).toBe(0));
});

describe("brothers and sisters", () => {
  const note = "Children: Kai Morton (9), Mya Morton (7), Theo Morton (5)\nType of visit: Statutory visit\n\n## What we did and what we talked about\n\nI saw Kai on his own in the garden. He said “I got a star”. Mya was seen with Mum in the kitchen. She showed me her reading book and smiled.\n";
  const all = points(note);
  test("each has their own points", () => {
    expect(told(all)).toMatchObject({ "seen-alone-missing:Kai": "met", "seen-alone-missing:Mya": "missing", "seen-alone-missing:Theo": "missing", "voice-missing:Kai": "met", "voice-missing:Mya": "met", "voice-missing:Theo": "missing" });
    expect(texts(note, point(all, "voice-missing:Mya"))).toEqual(["She showed me her reading book and smiled."]);
  });
  test("with their own findings", () => {
    const rules = (id: string): string[] => point(all, id).findings.map(({ rule }) => rule);
    expect(rules("seen-alone-missing:Mya")).toEqual(["seen-alone-reason"]);
    expect(rules("seen-alone-missing:Theo")).toEqual(["seen-alone-missing"]);
    expect(rules("voice-missing:Theo").sort()).toEqual(["child-not-recorded", "voice-missing"]);
  });
});

describe("whose standards", () => {
  test("Gloucestershire and Coventry name no headings, no limit for a visit and no risks in bold; their own clauses are cited", () => {
    for (const [profile, letters] of [["gloucestershire", /^[GR]/], ["coventry", /^[VSR]/]] as const) {
      const all = points(good, { profile });
      expect(Object.keys(told(all)).filter((id) => id.startsWith("visit-heading") || id === "risk-not-marked" || id === "statutory-visit-at-school")).toEqual([]);
      expect(point(all, "seen-alone-missing:Rosie").clauses.map(({ id }) => id).every((id) => letters.test(id))).toBe(true);
      expect(all.profile.id).toBe(profile);
      expect(all.points.filter(({ part }) => part === "For you to judge").flatMap(({ clauses }) => clauses).every(({ id }) => letters.test(id))).toBe(true);
    }
    expect(Object.keys(told(points(good, { profile: "coventry" })))).not.toContain("recorded-late:visited-recorded");
  });
  test("a rule that is off asks nothing, and the others of its group still speak", () => {
    expect(told(points(poor, { rules: { "seen-alone-missing": "off", "recorded-late": "off" } }))).not.toHaveProperty("seen-alone-missing:Rosie");
    expect(told(points(poor, { rules: { "recorded-late": "off" } }))).not.toHaveProperty("recorded-late:visited-recorded");
    const note = "Child: Kai (9)\nType of visit: Statutory visit\n\nKai was seen with Mum in the kitchen.\n";
    expect(point(points(note, { rules: { "seen-alone-missing": "off" } }), "seen-alone-reason")).toMatchObject({ state: "missing", title: "Seen alone, or why not" });
    expect(told(points(poor, { rules: Object.fromEntries(["acronym", "jargon", "plain-words", "hard-to-read", "long-sentence", "repeated-text"].map((id) => [id, "off" as const])) }))).not.toHaveProperty("plain-and-in-full");
  });
});

describe("how much is shown", () => {
  const wordy = "Child: Kai (9)\n\nI rang Mum prior to tea, in order to ask her. I rang school subsequent to that. I commenced a list. We utilise it. I endeavoured to ring Nan.\n";
  test("what a volume keeps to itself still stands against a point", () => {
    const own = { volume: "essential" as const };
    const report = checkNote(wordy, { ...defaultSettings, ...own });
    expect(report.findings).toEqual([]);
    expect(point(points(wordy, own), "plain-and-in-full").state).toBe("missing");
    const usual = checkNote(wordy);
    expect(usual.heldBack).toBeGreaterThan(0);
    expect(point(points(wordy), "plain-and-in-full").findings).toHaveLength(usual.findings.length + usual.heldBack);
  });
});

test("a rule that failed leaves its points out: silence would say nothing", () => {
  const report = checkNote(good);
  const all = pointsOf({ ...report, failed: ["acronym", "seen-alone-reason"] });
  expect(told(all)).not.toHaveProperty("plain-and-in-full");
  expect(told(all)).not.toHaveProperty("seen-alone-missing:Rosie");
  expect(all.total).toBe(21);
});

test("a statement with a field to complete meets nothing yet", () => {
  const begun = good.replace("I saw Rosie on her own in her bedroom, which she chose.", "Rosie was seen alone in [… where …].");
  const all = points(begun);
  expect(point(all, "seen-alone-missing:Rosie")).toMatchObject({ state: "missing", findings: [] });
  expect(point(all, "seen-alone-missing:Rosie").detail).toMatch(/There is a field to complete\.$/);
  expect(texts(begun, point(all, "seen-alone-missing:Rosie"))).toEqual(["Rosie was seen alone in [… where …]."]);
  expect(point(points(begun.replace("[… where …]", "her bedroom")), "seen-alone-missing:Rosie").state).toBe("met");
});

test("a draft of headings and fields alone meets no point but what its details say", () => {
  const draft = "---\nchild: Rosie Tennant (8)\ndate of visit: [… day and time …]\nrecorded: [… day and time …]\ntype of visit: Statutory visit\nplace: [… where …]\n---\n\n## Why am I visiting?\n\n<!-- Explain why you are visiting? -->\n\n## What is your view about what is happening for you?\n\nRosie said: “[… the child's own words …]”\n\n## What you think should happen next?\n\n- [… what …] – who: [… name …] – by: [… date …]\n";
  const all = points(draft);
  expect(all.points.filter(({ state }) => state === "met").map(({ id }) => id)).toEqual(["dates-and-names"]);
  expect(all.total).toBeGreaterThan(8);
  expect(point(all, headings[3]!).detail).toMatch(/There is a field to complete\.$/);
});

test("what is neither found wanting nor understood is for the writer to judge, and can be ticked", () => {
  const report = checkNote(poor);
  const all = pointsOf({ ...report, findings: report.findings.filter(({ rule }) => rule !== "seen-alone-missing") });
  expect(point(all, "seen-alone-missing:Rosie")).toMatchObject({ state: "judge", evidence: [], ticked: false });
  expect(point(all, "seen-alone-missing:Rosie").detail).toContain("you can tell");
  expect(all.total).toBe(points(poor).total - 1);
});

test("as a draft is completed, more and more is met", () => {
  const details = "Child: Kai Morton (9)\nType of visit: Statutory visit\n";
  const dates = `${details}Date of visit: 03/06/2025 16:00\nRecorded: 04/06/2025 10:30\nLast visit: 14/05/2025\nStatus: Child protection plan\nPlace: home\n`;
  const why = "\n## Why am I visiting?\n\nI came to see how Kai is after the meeting on 20 May.\n";
  const what = "\n## What we did and what we talked about\n\nI saw Kai on his own in the garden. We played Uno and talked about school.\n";
  const view = "\n## What is your view about what is happening for you?\n\nWhile we played Uno, Kai said, “I like it better now.”\n";
  const next = "\n## What you think should happen next?\n\n- Kelly (mum) to ring school by Friday 6 June 2025\n";
  const reflections = "\n## Practitioner reflections on the visit\n\nMy view is that Kai is more settled than in May, because he laughed and asked me to stay.\n";
  const drafts = [details, dates, dates + why, dates + why + what, dates + why + what + view, dates + why + what + view + next, dates + why + what + view + next + reflections].map((text) => points(text));
  const met = drafts.map((draft) => draft.met);
  const missing = drafts.map(({ met: some, total }) => total - some);
  expect(met).toEqual([...new Set(met)].sort((a, b) => a - b));
  expect(missing.every((number, index) => index === 0 || number <= missing[index - 1]! )).toBe(true);
  expect(drafts.at(-1)!.points.filter(({ state }) => state === "missing").map(({ findings }) => findings)).toEqual([]);
  expect(missing[0]).toBeGreaterThan(5);
});
