import { describe, expect, test } from "vitest";
import { known, noteOf, twoChildren, voices } from "./support.ts";

// Whose words a quotation holds. Where nothing tells, it is nobody's: a wrong speaker is worse than none.

describe("the verb stands", () => {
  test.each([
    ["before", "Kai said “no”."], ["before, with to me", "Kai said to me “no”."], ["before, with a colon", "Kai told me: “no”."], ["before, with a comma", "Kai said, “no”."],
    ["behind", "“No,” Kai said."], ["behind, turned", "“No,” said Kai."], ["behind, with an age", "“No,” said Kai (9)."], ["behind, with an adverb", "“No,” Kai said quietly."],
    ["between", "“No,” said Kai, “never.”"],
    ["an adverb between", "Kai quietly said “no”."], ["in the past perfect", "Kai had said “no”."], ["in the present", "Kai says “no”."], ["shouted", "Kai shouted “no”."], ["asked", "Kai asked “no?”"], ["replied", "Kai replied “no”."], ["told me", "Kai told me “no”."], ["whispered", "Kai whispered “no”."], ["wrote", "Kai wrote “no”."], ["texted", "Kai texted “no”."], ["described", "Kai described home as “no”."], ["told me that it was", "Kai told me that school was “no”."],
    ["while we drew", "Kai told me while we drew, “no”."], ["while we drew, with a colon", "Kai told me, while we were drawing: “no”."], ["as he drew", "Kai told me as he drew, “no”."], ["when I called", "Kai answered when I called, “no”."],
  ])("%s", (_, body) => expect(voices(noteOf(body)).map((voice) => voice.split(":")[0])).toEqual(body.match(/“/g)!.map(() => "child Kai")));
});

describe("pronouns", () => {
  test.each([
    ["the sentence before", "Kai was in the garden. He said “no”.", ["child Kai: no"]],
    ["two sentences before", "Kai was in the garden. It was warm. He said “no”.", ["child Kai: no"]],
    ["the same sentence", "Kai sat down and then he said “no”.", ["child Kai: no"]],
    ["she is Mum, in a note about a boy", "Kai was in his room with his cars. Mum came in. She said “no”.", ["adult: no"]],
    ["he is Kai, she is Mum", "Mum asked Kai about his day. He said “good” and she said “well done”.", ["child Kai: good", "adult: well done"]],
    ["they, of one child", "Kai likes they and them. They said “no”.", ["child Kai: no"]],
    ["I am the worker", "I said “hello”.", ["worker: hello"]],
    ["we asked", "We asked “how was school?”", ["worker: how was school?"]],
  ])("%s", (_, body, expected) => expect(voices(noteOf(body))).toEqual(expected));
  test("him and her, of two children", () => {
    expect(voices(noteOf("Kai tidied his room. Mya washed her hair. She said “it's cold” and he said “it's not”.", twoChildren))).toEqual(["child Mya: it's cold", "child Kai: it's not"]);
  });
});

describe("a subject that is left out", () => {
  test.each([
    ["and said", "Kai sat down and said “no”.", ["child Kai: no"]],
    ["then said", "Kai looked up, then said “no”.", ["child Kai: no"]],
    ["a note's short style", "Saw Kai at school. Said “no”.", ["child Kai: no"]],
    ["saying", "Kai ran off, saying “no”.", ["child Kai: no"]],
    ["two verbs", "Mum opened the door and said “come in”.", ["adult: come in"]],
    ["the mum of Kai, not Kai", "Kai's mum sat down and said “no”.", ["adult: no"]],
    ["and with someone", "Kai came in with Mum and said “no”.", ["child Kai: no"]],
  ])("%s", (_, body, expected) => expect(voices(noteOf(body))).toEqual(expected));
});

describe("adults", () => {
  test.each([
    ["Mum", "Mum said “no”."], ["his mum", "His mum said “no”."], ["Kai's mum", "Kai's mum said “no”."], ["by name", "Kelly said “no”."], ["by name and relation", "Kelly (mum) said “no”."], ["Mr", "Mr Patel said “no”."], ["his teacher", "His teacher said “no”."], ["behind", "“No,” Mum said."], ["his mum behind", "“No,” said his mum."], ["about Kai", "Mum said of Kai “no”."], ["told Kai", "Mum told Kai “no”."], ["asked Kai", "Mum asked Kai “no?”"], ["the police", "The police officer said “no”."], ["a text", "Mum's text said “no”."],
  ])("%s", (_, body) => expect(voices(noteOf(body)).map((voice) => voice.split(":")[0])).toEqual(["adult"]));
  test.each([
    ["the worker asks the child", "I asked Kai “why?”", ["worker: why?"]],
    ["told by the child of an adult", "Kai said Mum told him “no”.", ["adult: no"]],
    ["heard", "I heard Mum say “no”.", ["adult: no"]],
    ["heard the child", "I heard Kai say “no”.", ["child Kai: no"]],
  ])("%s", (_, body, expected) => expect(voices(noteOf(body))).toEqual(expected));
});

describe("what is written", () => {
  test.each([
    ["a letter", "Kai's letter says “I want to stay”.", ["child Kai: I want to stay"]],
    ["a card", "On his card Kai wrote “I want to stay”.", ["child Kai: I want to stay"]],
    ["a text", "Kai texted me “I want to stay”.", ["child Kai: I want to stay"]],
    ["a text, with time", "Kai texted at 16:40: “I want to stay”.", ["child Kai: I want to stay"]],
    ["on the sheet", "In the House of Worries Kai put “the dark”.", ["child Kai: the dark"]],
    ["on the sheet, he", "Kai did the sheet. In the House of Worries he put “the dark”.", ["child Kai: the dark"]],
    ["in Kai's words", "In Kai's words, it is “all right, mostly, when it's quiet”.", ["child Kai: all right, mostly, when it's quiet"]],
    ["he pressed his tablet", "Kai pressed “more” on his talker.", ["child Kai: more"]],
    ["a sign, in marks", "Kai signed “more”.", ["child Kai: more"]],
    ["through the interpreter", "Kai said, through the interpreter, “I want to stay”.", ["child Kai: I want to stay"]],
    ["in Polish, and in English", "Kai said “Chcę do domu” (I want to go home).", ["child Kai: Chcę do domu"]],
    ["a number", "Kai gave it “a 7, maybe an 8”.", ["child Kai: a 7, maybe an 8"]],
  ])("%s", (_, body, expected) => expect(voices(noteOf(body))).toEqual(expected));
});

describe("it stands by itself", () => {
  const view = "## What is your view about what is happening for you?\n\n";
  test("in the section of the child's view", () => expect(voices(noteOf(`${view}“I like it here.”\n`))).toEqual(["child Kai: I like it here."]));
  test("in a list there", () => expect(voices(noteOf(`${view}- “I like it here”\n- “I miss Mum”\n`))).toEqual(["child Kai: I like it here", "child Kai: I miss Mum"]));
  test("under a child's own heading, of two", () => {
    expect(voices(noteOf(`${view}### Kai\n\n“I like it here.”\n\n### Mya\n\n“I don't.”\n`, twoChildren))).toEqual(["child Kai: I like it here.", "child Mya: I don't."]);
  });
  test("behind a label", () => expect(voices(noteOf(`${view}Kai: “I like it here.”\n\nMya: “I don't.”\n`, twoChildren))).toEqual(["child Kai: I like it here.", "child Mya: I don't."]));
  test("one behind another", () => expect(voices(noteOf("Kai said “no”. “Never.”"))).toEqual(["child Kai: no", "child Kai: Never."]));
  test("in the section of what was done, of two children: nobody's", () => {
    expect(known(noteOf("## What we did and what we talked about\n\nKai and Mya were in the garden. “I like it here.”\n", twoChildren))).toEqual([]);
  });
});

describe("nobody's", () => {
  test.each([
    ["a sign on a wall", "A sign on the door read “No smoking”."],
    ["what people say", "There is a saying, “better late than never”."],
    ["a thing without an owner", "The poster said “be kind”."],
  ])("%s", (_, body) => expect(noteOf(body).quotations.filter(({ speaker }) => speaker === "child")).toEqual([]));
  test("a film, a game", () => expect(known(noteOf("Kai watched “Paw Patrol” and played “Minecraft”."))).toEqual([]));
});

describe("of two", () => {
  test.each([
    ["each their own", "Kai said “no” and Mya said “yes”.", ["child Kai: no", "child Mya: yes"]],
    ["the asker and the asked", "Kai asked Mya “are you coming?” and she said “no”.", ["child Kai: are you coming?", "child Mya: no"]],
    ["told by the one of the other", "Mya told me Kai said “no”.", ["child Kai: no"]],
    ["Kai's sister", "Kai was with Mya. Mya said “no”.", ["child Mya: no"]],
    ["sections of their own", "### Kai\n\nHe said “no”.\n\n### Mya\n\nShe said “yes”.\n", ["child Kai: no", "child Mya: yes"]],
  ])("%s", (_, body, expected) => expect(voices(noteOf(body, twoChildren))).toEqual(expected));
});

describe("more of them, as practitioners write", () => {
  test.each([
    ["When I asked Kai about school, he shrugged and told me it was “boring”.", ["child Kai: boring"]],
    ["“I don't care,” he said, and Mum told him “that's enough”.", ["child Kai: I don't care,", "adult: that's enough"]],
    ["Mum told me that Kai had said “I hate you” to her.", ["child Kai: I hate you"]],
    ["Asked how he sleeps, Kai said “not good”.", ["child Kai: not good"]],
    ["Kai, who had been quiet until then, said “can I go now?”", ["child Kai: can I go now?"]],
    ["School told me Kai had written “I am stupid” in his book.", ["child Kai: I am stupid"]],
    ["Ms Khan (class teacher) said Kai told her “my dad drinks a lot”.", ["child Kai: my dad drinks a lot"]],
    ["The text from Mum read “don't come today”.", ["adult: don't come today"]],
    ["Kai drew a cloud. “That's the shouting,” he explained.", ["child Kai: That's the shouting,"]],
    ["Kai told his mum “I'm not going” and she replied “you are”.", ["child Kai: I'm not going", "adult: you are"]],
    ["His nan told me, in front of Kai, “he wets the bed”.", ["adult: he wets the bed"]],
    ["Kai heard Dad shout “get out”.", ["adult: get out"]],
    ["On a scale of 0 to 10 he chose “4, cos of the noise”.", ["child Kai: 4, cos of the noise"]],
    ["Kai rang me at 5pm. “Can you come?” he asked. I said “yes, on Friday”.", ["child Kai: Can you come?", "worker: yes, on Friday"]],
    ["Mum was upset. She cried and said “I can't do this”. Kai hugged her and said “it's ok Mum”.", ["adult: I can't do this", "child Kai: it's ok Mum"]],
    ["Kai said yes when I asked “do you like it here?”", ["worker: do you like it here?"]],
    ["The teacher asked him “are you ok?” and he answered “no”.", ["adult: are you ok?", "child Kai: no"]],
    ["Kelly then said “that's not true, Kai” and he went upstairs.", ["adult: that's not true, Kai"]],
    ["Kai's foster mum, Jo, said “he has settled”. He said “she's nice”.", ["adult: he has settled", "child Kai: she's nice"]],
    ["He told Mrs Lowe “my tummy hurts”.", ["child Kai: my tummy hurts"]],
    ["Kai (through tears) said “I want my mum”.", ["child Kai: I want my mum"]],
  ])("%s", (body, expected) => expect(voices(noteOf(body))).toEqual(expected));
  test("of two: chips and pizza", () => {
    expect(voices(noteOf("I asked the children what they wanted. “Pizza,” said Mya. “Chips,” said Kai.", twoChildren))).toEqual(["child Mya: Pizza,", "child Kai: Chips,"]);
  });
  // Open, and worse than silence: words of somebody else are given to the child, or the child's to somebody else.
  test.each([
    ["I showed Kai the card. It says “we are proud of you”.", "child Kai: we are proud of you"],
    ["Kai said he was told “you're too young”.", "child Kai: you're too young"],
  ])("%s: not the child's", (body, wrong) => expect(voices(noteOf(body))).not.toContain(wrong));
  test("Mum asked Mya, and she said: Mya's", () => expect(voices(noteOf("Mum asked Mya to tell me. “I don't want to,” she said.", twoChildren))).toEqual(["child Mya: I don't want to,"]));
  // Once wrong, and mended.
  test.each([
    ["According to Kai, it is “rubbish”.", "child Kai: rubbish"],
    ["Kai's view is that home is “fine most days”.", "child Kai: fine most days"],
    ["Kai was pale. He feels “sick in my tummy” before school.", "child Kai: sick in my tummy"],
    ["Kai – “it's alright I suppose”.", "child Kai: it's alright I suppose"],
    ["I heard a child say “it's her with the lanyard” and then a shush.", "unknown: it's her with the lanyard"],
    ["I overheard somebody upstairs shouting “go away”.", "unknown: go away"],
    ["Kai ran to the door. He was heard to say “up, up”.", "child Kai: up, up"],
    ["I heard Kai say “no”.", "child Kai: no"],
    ["Kai nodded. “Yeah.”", "child Kai: Yeah."],
  ])("%s", (body, expected) => expect(voices(noteOf(body))).toEqual([expected]));
});

describe("a grown-up's words are nobody else's", () => {
  const of = (body: string) => noteOf(body).quotations.map(({ speaker }) => speaker);
  test.each([
    "Kai showed me a text from Darren. “youre dead”.",
    "Mum asked Kai to leave. “Get out of my sight” – Kai went upstairs.",
    "## What was said\n\nMagda rang back. She says it's lies. “He makes stuff up, always has”.",
  ])("%s", (body) => expect(of(body)).not.toContain("child"));
  test("a text whose sender the note knows is the sender's", () => expect(of("Kelly (mum) was there. Kai showed me a text from Kelly. “Be good”.")).toEqual(["adult"]));
  test.each(["“No way,” Kai went.", "Kai nodded. “Yeah.”"])("and the child's stay the child's: %s", (body) => expect(of(body)).toEqual(["child"]));
});
