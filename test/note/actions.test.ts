import { describe, expect, test } from "vitest";
import { actionsOf, gapsOf } from "../../server/src/note/actions.ts";
import { noteOf } from "./support.ts";

/** "what | owner (kind) | due (kind)" of every action under a heading of next steps; those that are done in brackets. */
const actions = (body: string): string[] => {
  const note = noteOf(`## Next steps\n\n${body}`);
  const told = (part: { readonly start: number; readonly end: number; readonly kind: string } | undefined) => (part ? `${note.text.slice(part.start, part.end)} (${part.kind})` : "–");
  return actionsOf(note).map(({ what, owner, due, done }) => (done ? `[${note.text.slice(what.start, what.end)}]` : `${note.text.slice(what.start, what.end)} | ${told(owner)} | ${told(due)}`));
};

describe("who", () => {
  test.each([
    ["- Mum to ring the GP", "ring the GP | Mum (named) | –"],
    ["- I will ring the GP", "ring the GP | I (worker) | –"],
    ["- We will meet", "meet | We (worker) | –"],
    ["- SW to ring the GP", "ring the GP | SW (role) | –"],
    ["- The school nurse to weigh Kai", "weigh Kai | The school nurse (role) | –"],
    ["- Professionals to ring the GP", "ring the GP | Professionals (vague) | –"],
    ["- Keystone to sort the locks", "sort the locks | Keystone (named) | –"],
    ["- Kelly and Sam Okoro to meet", "meet | Kelly and Sam Okoro (named) | –"],
    ["- Safety plan to be reviewed", "Safety plan to be reviewed | – | –"],
    ["- Safety plan to be reviewed by Sam", "Safety plan to be reviewed by Sam | Sam (named) | –"],
    ["- Ring the GP", "Ring the GP | – | –"],
    ["- Ask the GP to ring Kelly", "Ask the GP to ring Kelly | – | –"],
    ["- Support worker to ring", "ring | Support worker (role) | –"],
    ["- Contact to continue", "Contact to continue | – | –"],
    ["- Sam: ring the GP", "ring the GP | Sam (named) | –"],
    ["- Ring the GP – Sam", "Ring the GP – Sam | Sam (named) | –"],
    ["- Ring the GP (Sam)", "Ring the GP (Sam) | Sam (named) | –"],
    ["- Will ring the GP", "ring the GP | Will (worker) | –"],
    ["- Sam and police back to the house", "back to the house | Sam and police (named) | –"],
  ])("%s", (body, expected) => expect(actions(body)).toEqual([expected]));
});

describe("by when", () => {
  test.each([
    ["by Friday 6 June 2025", "Friday 6 June 2025 (date)"],
    ["by 6/6", "6/6 (date)"],
    ["by June 6th", "June 6th (date)"],
    ["by the 6th", "by the 6th (date)"],
    ["on Thursday", "Thursday (relative)"],
    ["tomorrow", "tomorrow (relative)"],
    ["before half term", "before half term (relative)"],
    ["by 5pm", "by 5pm (relative)"],
    ["before the next core group", "before the next core group (relative)"],
    ["within 10 working days", "within 10 working days (relative)"],
    ["every two weeks", "every two weeks (regular)"],
    ["asap", "asap (vague)"],
    ["when she feels ready", "when she feels ready (vague)"],
    ["asap and by 6 June", "6 June (date)"],
    ["about the Tuesday group", "–"],
    ["about Friday", "–"],
  ])("%s", (words, due) => expect(actions(`- Mum to ring school ${words}`)[0]!.split(" | ")[2]).toBe(due));
});

describe("done, and what is no action", () => {
  test.each([
    ["- Done: rang school", ["[Done: rang school]"]],
    ["- [x] ring school", ["[ring school]"]],
    ["- Rang school", ["[Rang school]"]],
    ["- Ring school – done", ["[Ring school – done]"]],
    ["- Sam to ring school. Done on 12 June.", ["[Sam to ring school.]"]],
    ["- Kai wants to ring school", []],
    ["- Next visit: 6 June", []],
    ["- Mum will ring 999 if Lee comes back", []],
    ["- Kai to be in bed by eight", []],
  ])("%s", (body, expected) => expect(actions(body)).toEqual(expected));
});

describe("what is left open", () => {
  const gaps = (body: string) => actionsOf(noteOf(`## Next steps\n\n${body}`)).map(gapsOf);
  test.each([
    ["- Kelly to ring school by 6 June", {}],
    ["- Kelly to monitor sleep by 6 June", { what: "vague" }],
    ["- Professionals to monitor asap", { who: "vague", when: "vague", what: "vague" }],
    ["- Sam to support Kelly to fill in the form on 6 June", {}],
    ["- Bev to continue to take Kai to swimming on Tuesdays", {}],
    ["- Done: monitor", {}],
  ])("%s", (body, expected) => expect(gaps(body)).toEqual([expected]));
});

test("every span lies in the note, and inside the action", () => {
  const note = noteOf("## Next steps\n\n| What | Who | When |\n|---|---|---|\n| ring | | |\n\n- Mum to ring, by 6 June (Kelly).\n\nActions: SW to monitor.\r\n");
  for (const { start, end, what, owner, due } of actionsOf(note))
    for (const part of [what, owner, due]) {
      expect(end).toBeGreaterThan(start);
      if (part) expect(part.start >= start && part.end <= end).toBe(true);
    }
});
