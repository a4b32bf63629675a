import assert from "node:assert/strict";
import { colourOf } from "../../scripts/lib/colour.mjs";

const saving = { "files.autoSave": "afterDelay", "files.autoSaveDelay": 100, "workbench.colorTheme": "Default Light Modern" };
const note = `Child: Kai Tennant
Date of birth: 03/03/2017
Date of visit: 12/06/2025 16:00
Date recorded: 13/06/2025
Type of visit: Case note

We drew in the kitchen. Her mum, Leanne, said, “I like it best at Nan's.”

He is a LAC child.

The NRPF letter came.
`;

/** @type {Record<string, (sit: (file?: string, settings?: object) => Promise<import("../../scripts/lib/desk.mjs").Desk>) => Promise<void>>} */
export default {
  "whose words they are is told, and set right, by keyboard; a finding is left alone, and a rule turned off": async (sit) => {
    const desk = await sit("words.casenote.md", saving);
    await desk.until("findings", async () => (await desk.problems()) >= 2, 60_000);
    const blue = colourOf("childsWordsForeground", "light");
    const text = () => desk.read("words.casenote.md");
    const hover = async () => {
      await desk.press("Control+k", "Control+i");
      const said = await desk.until("the explanation", () => desk.page.$$eval(".monaco-hover:not(.hidden) .hover-contents", (all) => all.map((one) => one.textContent).join(" ")));
      await desk.press("Escape");
      return said;
    };

    await desk.find("best at Nan");
    assert.match(await hover(), /Leanne’s words\..*said/s);
    assert.notEqual((await desk.look("best at Nan")).color, blue);
    await desk.lightBulb("These are Kai's words", (offered) => assert.ok(offered.some((title) => title.startsWith("Nobody's: a title"))));
    await desk.until("the comment in the note", () => text().includes("“I like it best at Nan's.” <!-- case-recording-words: Kai -->"));
    await desk.until("the words in blue", async () => (await desk.look("best at Nan")).color === blue);
    await desk.find("best at Nan");
    assert.match(await hover(), /Kai’s words\. The note says so in a comment\./);

    const line = (of) => desk.until(`a line under ${of}`, () => desk.isUnderlined(of));
    await line("LAC");
    await desk.find("LAC");
    await desk.lightBulb("Never flag this here (acronym)");
    await desk.until("the comment in the note", () => text().includes("<!-- case-recording-disable-next-line acronym -->\nHe is a LAC child."));
    await desk.until("no line under it", async () => !(await desk.isUnderlined("LAC")));
    assert.ok(await desk.isUnderlined("NRPF"), "the other one stays");

    await desk.find("NRPF");
    await desk.lightBulb("Turn the rule “acronym” off");
    await desk.until("no line under it", async () => !(await desk.isUnderlined("NRPF")));
    await desk.until("that the rule is off", async () => (await desk.notifications()).some((said) => said.includes("The rule “acronym” is off for the notes in this folder.")));
    await desk.until("the setting", () => JSON.parse(desk.read(".vscode/settings.json"))["caseRecording.rules"]?.acronym === "off");
  },
};
export const files = { "words.casenote.md": note };
