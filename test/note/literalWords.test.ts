import { describe, expect, test } from "vitest";
import { checkNote, read } from "../../server/src/check.ts";
import { defaultSettings } from "../../server/src/engine/settings.ts";
import { packGround } from "../../server/src/lexicon/pack-ground.ts";
import { readPack } from "../../server/src/lexicon/pack.ts";

// What somebody wrote is never read as a regular expression: it stands for itself, whatever signs are in it.

const everything = { ...defaultSettings, volume: "everything" as const };
const hostile = ["(", ")", "[", "]", "{2}", "\\", "\\p{L}", "K(ai", "K[ai", "K)ai", "Kai]", "Ka+i", "K.i", "K*", "Kai?", "Kai|Mya", "^Kai", "Kai$", "K\\ai", "K\\", "Kai (", "(?<a>Kai)", "(a+)+$", "$&", "${name}", "Zoë(", "K’a[i", "Kai-(Lee", "-[", "Tia-Ra["];
const noteAbout = (name: string): string =>
  [
    `Children: ${name} (9), ${name} ${name} (1), Mya Morton (2)\nDate of visit: 03/06/2025\nType of visit: Statutory visit\nWorker: Sam Okoro\nPresent: Kelly (mum), ${name} (nan)`,
    `## ${name}\n\n${name} said "${name} is cross (${name} is sad)". ${name}'s words: "I am ${name}". ${name} was seen alone. Kai and ${name} played; ${name} told ${name} to stop. ${name} is 9. Dear ${name},`,
    `${name} wrote "${name} is sad (he is low in mood)". ${name} is non-verbal. In ${name}'s words. Mrs ${name} rang. ${name} (${name}) of 4 ${name} Street. ${name}: I hate it.`,
    `## Next steps\n\n- ${name} to ring ${name} by ${name}\n- ${name}: ring (${name})`,
  ].join("\n\n");

describe("names", () => {
  test.each(hostile)("%s: every rule answers", (name) => {
    const { failed, note } = checkNote(noteAbout(name), everything);
    expect(failed).toEqual([]);
    expect(note.problems).toEqual([]);
  });
  test.each(hostile)("%s, of the team's own people: every rule answers", (name) => {
    expect(checkNote(noteAbout("Kai Morton"), { ...everything, people: [`${name} (team manager)`, name], words: [name] }).failed).toEqual([]);
  });
  test.each([["K.*", "Kristoffer"], ["K.+r", "Kristoffer"], ["K[a-z]+r", "Kristoffer"], ["Kai|Benedict", "Benedict"], ["Kai(?:stoffer)?", "Kaistoffer"]])("%s is not %s", (name, other) => {
    const children = (said: string): (string | undefined)[] => read(`Children: ${name} Morton (9), Mya Morton (2)\nDate of visit: 03/06/2025\n\n${said} said "I like it".`, everything).quotations.map(({ child }) => child?.name);
    expect(children(other)).toEqual([undefined]);
    expect(children("Mya")).toEqual(["Mya"]);
  });
  test("a baby's name with a bracket costs no rule", () => {
    expect(checkNote("Child: K(ai\nDate of visit: 03/06/2025\nType of visit: Statutory visit\nDOB: 01/01/2025\n\nK(ai is non-verbal.", everything).failed).toEqual([]);
  });
});

describe("words of a team's own list", () => {
  const found = (term: string, text: string): string[] => {
    const { pack } = readPack({ jargon: [{ term, plain: ["something plain"] }] }, packGround);
    return checkNote(`Child: Mya Morton (2)\nDate of visit: 03/06/2025\n\n${text}\n`, { ...everything, packs: pack ? [pack] : [] }).findings.filter(({ rule }) => rule === "jargon").map(({ subject }) => subject!);
  };
  test.each(["bl.e form", "bl.*", "b+lue", "^blue", "lue$", "\\w+", ".", ".*", "(a+)+$", "[", "blue[", "(blue", "*", "\\"])("%s stands for itself", (term) => {
    expect(found(term, "Mum signed the blue form and the bluue form.")).toEqual([]);
  });
  test("an ordinary one is found", () => expect(found("blue form", "Mum signed the blue form.")).toEqual(["blue form"]));
});
