import { describe, expect, test } from "vitest";
import { voices as heard } from "../../server/src/note/voice.ts";
import { details, noteOf, twoChildren, voices } from "./support.ts";

// How each child of a note is heard: in words, in what is told of them, in what was seen, or in a reason why there is none.

interface Heard {
  words: number;
  told: number;
  seen: string[];
  reasons: number;
}
const of = (body: string, name = "Kai", under = details): Heard => {
  const voice = heard(noteOf(body, under)).find(({ child }) => child.name === name)!;
  return { words: voice.words.length, told: voice.told.length, seen: [...new Set(voice.observed.flatMap(({ aspects }) => [...aspects]))].sort(), reasons: voice.reasons.length };
};
const nothing: Heard = { words: 0, told: 0, seen: [], reasons: 0 };
const baby = "Child: Noah Pike (7 months)\nPresent: Tina (mum), Bev (foster carer)\nWorker: Sam Okoro\nType of visit: Statutory visit\n";
const seen = (body: string): string[] => of(body, "Noah", baby).seen;

describe("what is seen of a baby", () => {
  test.each([
    ["alertness", "Noah was wide awake on his mat."], ["alertness", "Noah followed my keys with his eyes."], ["alertness", "Noah turned his head when the door opened."], ["alertness", "Noah was dozing in his pram."], ["alertness", "He woke, rubbed his eyes and looked at the lamp."],
    ["mobility", "Noah crawled to the door."], ["mobility", "Noah rolled over twice."], ["mobility", "Noah kicked his legs."], ["mobility", "Noah pulled himself up on the sofa."], ["mobility", "Noah bounced in his bouncer."],
    ["physical development", "Noah weighed 7.9 kg on Monday."], ["physical development", "Noah has two teeth."], ["physical development", "Noah drank all of his milk."], ["physical development", "Noah stacked two bricks."], ["physical development", "Noah babbles."],
    ["well-being", "Noah was clean and dry."], ["well-being", "Noah giggled when I dropped the cup."], ["well-being", "Noah cried for ten minutes."], ["well-being", "Noah's skin was red and sore."], ["well-being", "Noah smelled of smoke."],
    ["attachment", "Noah held his arms up to be lifted by his mum."], ["attachment", "Noah cuddled into Tina."], ["attachment", "Noah reached for his mum's hand."], ["attachment", "Noah settled when Tina picked him up."], ["attachment", "Noah clung to Bev's leg."],
  ])("%s: %s", (aspect, body) => expect(seen(body === "He woke, rubbed his eyes and looked at the lamp." ? `Noah was on the mat. ${body}` : body)).toContain(aspect));
  test("several in one sentence", () => expect(seen("Noah was awake on his mat, rolled over and smiled.")).toEqual(expect.arrayContaining(["alertness", "mobility", "well-being"])));
  test.each(["Noah was seen.", "Noah is registered with the dentist.", "Tina was tired and cried.", "Bev was awake all night.", "Tina told me that Noah is well.", "The nurse said Noah weighs 7.9 kg."])("nothing of him: %s", (body) => expect(seen(body).filter((aspect) => aspect !== "none")).toEqual([]));
});

describe("what an older child does is voice too", () => {
  test.each([
    "Kai was doing his spellings at the table.", "Kai shrugged and put his hood up.", "Kai showed me his swimming badge.", "Kai built a tower with the blocks.", "Kai pointed at the swing.", "Kai hid behind the sofa.", "Kai nodded when I asked about Nan.", "Kai slammed the door.", "Kai was on his trampoline.", "Kai drew a dragon for me.",
    "I saw Kai in the garden. He was kicking a ball against the wall.", "Kai was fidgeting and looked out of the window.",
  ])("%s", (body) => expect(of(body).seen).not.toEqual([]));
  test.each([
    "Kai was seen.", "Kai was also seen.", "Kai's uniform has been ordered.", "Mum said he is fine.", "Mum was baking in the kitchen.", "Kai is registered with Dr Shah.", "Kai's new room has a blue carpet.", "I will see Kai at school on Friday.", "Kai is in Year 4.", "Ms Khan told me he reads well.", "Kai's mum smiled and cried.", "The house was clean and warm.",
  ])("nothing: %s", (body) => expect(of(body)).toEqual(nothing));
});

describe("words, and what is told", () => {
  test("each in its own place", () => {
    expect(of("Kai said “no”.")).toMatchObject({ words: 1, told: 0 });
    expect(of("Kai said he likes it.")).toMatchObject({ words: 0, told: 1 });
    expect(of("Kai said “no” and “never”. He told me that he is fine.")).toMatchObject({ words: 2, told: 1 });
    expect(of("Mum said “no”.")).toEqual(nothing);
  });
  test("in a transcript, a block quote, a table", () => {
    expect(of("Kai: no\nSW: Tell me more.\nKai: it's loud").words).toBe(2);
    expect(of("Kai wrote:\n\n> I want to see Nan").words).toBe(1);
    expect(of("| House of Worries | House of Dreams |\n|---|---|\n| the dark | a dog |\n").words).toBe(2);
  });
});

describe("a reason why there are no words", () => {
  test.each(["Kai did not want to talk today.", "Kai was asleep.", "Kai was at his nan's.", "Kai was not at home.", "Kai was too upset to talk.", "Kai declined to come downstairs and was not seen."])("%s", (body) => expect(of(body).reasons).toBe(1));
  // The child is not the subject of the sentence.
  test.fails("I did not see Kai.", () => expect(of("I did not see Kai.").reasons).toBe(1));
  test("too young", () => expect(of("Noah is too young to tell me.", "Noah", baby).reasons).toBe(1));
  test.each(["Mum did not want to talk today.", "Mum was asleep.", "Kai is young for his year."])("none: %s", (body) => expect(of(body).reasons).toBe(0));
});

describe("of two children", () => {
  const two = (body: string, name: string) => of(body, name, twoChildren);
  test("each has their own", () => {
    const body = "Kai was kicking a ball and Mya sat on the step. Kai said “I won”.";
    expect(two(body, "Kai")).toMatchObject({ words: 1 });
    expect(two(body, "Mya")).toMatchObject({ words: 0 });
    expect(two(body, "Mya").seen).not.toEqual([]);
  });
  test("what is said of both is nobody's own", () => {
    for (const name of ["Kai", "Mya"]) expect(two("Both children were seen.", name)).toEqual(nothing);
  });
  test("the one's doings are not the other's", () => expect(two("Kai was kicking a ball. Mya was also seen.", "Mya")).toEqual(nothing));
  const swing = "She was on the swing.";
  test("he and she, where the note tells them apart", () => {
    const body = `Kai tidied his room. Mya combed her hair. ${swing}`;
    expect(two(body, "Mya").seen).toContain("behaviour");
  });
  // With nothing in the note to tell them apart, “she” is taken for the first child.
  test.fails("he and she, where nothing does: nobody's", () => expect(two(`Kai and Mya were in the garden. ${swing}`, "Kai")).toEqual(nothing));
});

describe("what does not count", () => {
  test("plans and wonderings", () => {
    expect(of("## What you think should happen next?\n\nKai was playing.\n\n## Practitioner reflections on the visit\n\nKai smiled.", "Kai", details.replace("Case note", "Home visit"))).toEqual(nothing);
  });
  test("what stands in quotation marks", () => expect(of("Mum said “Kai was playing nicely”.")).toEqual(nothing));
});

// Who speaks, in the forms that letters, texts, pictures and transcripts take.

describe("a child quotes an adult: the child's, as one", () => {
  test.each([
    ["Kai said “Mum said ‘get out’ and I went”.", ["child Kai: Mum said ‘get out’ and I went"]],
    ["Kai told me ‘he went “shut it” and slammed the door’.", ["child Kai: he went “shut it” and slammed the door"]],
    ["“Dad goes ‘you're useless’ every time,” Kai told me.", ["child Kai: Dad goes ‘you're useless’ every time,"]],
    ["Kai wrote “Nan says ‘chin up’”.", ["child Kai: Nan says ‘chin up’"]],
    ["Kai said \"my teacher said 'well done' to me\".", ["child Kai: my teacher said 'well done' to me"]],
  ])("%s", (body, expected) => expect(voices(noteOf(body))).toEqual(expected));
});

describe("an adult quotes the child: the adult's, as one", () => {
  test.each([
    ["Mum said “Kai told me ‘I hate you’ last night”.", ["adult: Kai told me ‘I hate you’ last night"]],
    ["“He shouted ‘I'm off’ and ran,” Mum told me.", ["adult: He shouted ‘I'm off’ and ran,"]],
    ["His teacher said ‘he wrote “I am stupid” in his book’.", ["adult: he wrote “I am stupid” in his book"]],
    ["Mum's text read “Kai says ‘when is Sam coming’ every day”.", ["adult: Kai says ‘when is Sam coming’ every day"]],
  ])("%s", (body, expected) => expect(voices(noteOf(body))).toEqual(expected));
});

describe("letters and texts", () => {
  const letter = "Child: Kai Morton (9)\nWorker: Sam Okoro\nType of contact: Letter to the child\n";
  test.each([
    ["You told me “I want to stay at Nan's”.", ["child Kai: I want to stay at Nan's"]],
    ["You said to me, “I do not like the bus”.", ["child Kai: I do not like the bus"]],
    ["When we met you said “it is too loud”.", ["child Kai: it is too loud"]],
    ["“It is too loud,” you told me.", ["child Kai: It is too loud,"]],
    ["Your mum said “he is trying hard”.", ["adult: he is trying hard"]],
    ["You asked me “when can I go home?” and I said “the judge will decide”.", ["child Kai: when can I go home?", "worker: the judge will decide"]],
    ["You wrote “a dog” in your House of Dreams.", ["child Kai: a dog"]],
  ])("to the child: %s", (body, expected) => expect(voices(noteOf(`Dear Kai,\n\n${body}\n`, letter))).toEqual(expected));
  test.each([
    ["Kai texted “cant talk now”.", ["child Kai: cant talk now"]],
    ["Kai's text said “on the bus x”.", ["child Kai: on the bus x"]],
    ["Kai messaged me at 21:10, “lee is here”.", ["child Kai: lee is here"]],
    ["Mum texted me “he's not in”.", ["adult: he's not in"]],
    ["Kai replied by text “k”.", ["child Kai: k"]],
  ])("texts: %s", (body, expected) => expect(voices(noteOf(body))).toEqual(expected));
  // Wrong: it is given to the worker, who only had it.
  test("texts: I had a text from Kai", () => expect(voices(noteOf("I had a text from Kai: “can you ring me”."))).toEqual(["child Kai: can you ring me"]));
  // Nobody is heard.
  test.fails("texts: a voice note", () => expect(voices(noteOf("Kai sent me a voice note: “I'm at Nan's”."))).toEqual(["child Kai: I'm at Nan's"]));
});

describe("pictures and signs", () => {
  test.each([
    ["Kai wrote “KEEP OUT” on the door of his drawing.", ["child Kai: KEEP OUT"]],
    ["Under the picture Kai wrote “me and Nan”.", ["child Kai: me and Nan"]],
    ["Kai pointed to the picture and said “that's Lee”.", ["child Kai: that's Lee"]],
    ["Kai signed “more” and then “finished”.", ["child Kai: more", "child Kai: finished"]],
    ["In the speech bubble Kai put “help”.", ["child Kai: help"]],
    ["Kai put “Mum shouting” in the House of Worries.", ["child Kai: Mum shouting"]],
  ])("%s", (body, expected) => expect(voices(noteOf(body))).toEqual(expected));
});

describe("the verb before, behind, between", () => {
  test.each([
    ["“I don't know,” Kai said, “maybe.”", ["child Kai: I don't know,", "child Kai: maybe."]],
    ["“I don't know,” he said, “ask Mum.” She said “it was me”.", ["child Kai: I don't know,", "child Kai: ask Mum.", "adult: it was me"]],
    ["“Come here,” said Mum, “now.”", ["adult: Come here,", "adult: now."]],
    ["“Can we play?” asked Kai.", ["child Kai: Can we play?"]],
    ["Kai – who had not looked up – said “no”.", ["child Kai: no"]],
  ])("%s", (body, expected) => expect(voices(noteOf(`Kai was in the kitchen with Mum. ${body}`))).toEqual(expected));
  test.each([
    ["“Why did he go?” Mya asked. “Because,” said Kai.", ["child Mya: Why did he go?", "child Kai: Because,"]],
    ["Kai said Mya said “I hate it” to Mum.", ["child Mya: I hate it"]],
    ["Mya told Kai “you're wrong” and he told her “no, you”.", ["child Mya: you're wrong", "child Kai: no, you"]],
    ["Kai said “no” and his sister said “yes”.", ["child Kai: no", "child Mya: yes"]],
  ])("two children: %s", (body, expected) => expect(voices(noteOf(`Kai tidied his room and Mya combed her hair. ${body}`, twoChildren))).toEqual(expected));
});

describe("the worker's own words are the worker's", () => {
  // Wrong, and worse than silence: the worker's words are given to the child.
  test.each([["“How was school?” I asked.", "worker: How was school?"], ["“How was school?” I asked him.", "worker: How was school?"]])("%s", (body, expected) => expect(voices(noteOf(`Kai was on the step. ${body}`))).toEqual([expected]));
  test.each([
    ["I told Kai “I'll be back on Friday”.", "worker: I'll be back on Friday"],
    ["I wrote “well done” on his sheet.", "worker: well done"],
  ])("%s", (body, expected) => expect(voices(noteOf(`Kai was on the step. ${body}`))).toEqual([expected]));
});

describe("unknown rather than wrong", () => {
  // Wrong: both did it, and all of it is given to the first.
  test("the houses of two, in one table", () => {
    expect(voices(noteOf("Kai and Mya did the Three Houses with me.\n\n| House of Worries | House of Dreams |\n|---|---|\n| the dark | a dog |\n", twoChildren)).filter((voice) => voice.startsWith("child"))).toEqual([]);
  });
  // Wrong: "YP: I hate it" right below the details is read as one of them, and makes a child called I.
  test("a transcript right below the details brings no child", () => expect(noteOf("YP: I hate it\nSW: Tell me more.\nYP: I do", twoChildren).children.map(({ name }) => name)).toEqual(["Kai", "Mya"]));
  // Wrong: the nickname is not known, and the other child is heard instead.
  test("a nickname in marks", () => {
    expect(voices(noteOf("Kai was out. Libby said “I lost my shoe”.", 'Children: Kai Morton (9), Elizabeth "Libby" Morton (6)\n'))).toEqual(["child Elizabeth: I lost my shoe"]);
  });
  test("a nickname in brackets", () => expect(voices(noteOf("Kai was out. Libby said “I lost my shoe”.", "Children: Kai Morton (9), Elizabeth (Libby) Morton (6)\n"))).toEqual(["child Elizabeth: I lost my shoe"]));
});
