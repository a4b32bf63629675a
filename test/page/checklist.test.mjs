import assert from "node:assert/strict";

/** Saved as it is typed, so that a test can read what the note holds. */
const saving = { "files.autoSave": "afterDelay", "files.autoSaveDelay": 100 };

/** @type {Record<string, (sit: (file?: string, settings?: object) => Promise<import("../../scripts/lib/desk.mjs").Desk>) => Promise<void>>} */
export default {
  "the checklist is walked, ticked and mended by keyboard, and says what it is": async (sit) => {
    const desk = await sit("checklist.casenote.md", saving);
    const row = (what, wanted) => desk.until(what, async () => {
      const { row: here, box, ...list } = await desk.focus();
      return here && wanted(here, box) && { ...here, box, list };
    });
    await desk.until("the points in the status bar", desk.points, 60_000);
    const before = await desk.points();
    assert.match(before.label, /^Case Recording: \d+ of \d+ points of the standard are met\. Show the checklist\.$/);
    assert.ok(before.met < before.total);
    /** Opens the list and goes to its first row. */
    const toTop = async () => {
      await desk.command("Case Recording: Show the Checklist");
      await desk.until("the keyboard in the list", async () => (await desk.focus()).role === "tree" && (await desk.rows()).length > 0, 60_000);
      return desk.until("the first row", async () => {
        await desk.press("Home");
        const { row: here, ...list } = await desk.focus();
        return here?.label.startsWith("Missing, or worth a look") && { ...here, list };
      });
    };

    // Every row says what it is before what it is about.
    const first = await toTop();
    assert.deepEqual([first.list.name, first.role, first.level, first.expanded], ["Checklist", "treeitem", 1, "true"]);
    const missing = (await desk.rows()).filter(({ level }) => level === 2);
    assert.ok(missing.length >= 2);
    for (const { label } of missing) assert.match(label, /^Missing: \S/);
    await desk.press("End");
    await row("the last heading", ({ label }) => /^Met: \d+$/.test(label));
    await desk.press("ArrowRight");
    await desk.until("what is met", async () => (await desk.rows()).some(({ label }) => label.startsWith("Met: ") && !/^Met: \d+$/.test(label)));
    await desk.press("ArrowDown");
    await row("a point that is met", ({ label, level }) => level === 2 && label.startsWith("Met: "));
    await desk.press("ArrowLeft");
    await row("the heading", ({ label, expanded }) => /^Met: \d+$/.test(label) && expanded === "true");
    await desk.press("ArrowLeft");
    await row("the heading, closed", ({ label, expanded }) => /^Met: \d+$/.test(label) && expanded === "false");

    // A tick, with the space bar, and again with Enter.
    await desk.press("ArrowUp", "ArrowRight");
    await row("the points to judge", ({ label, expanded }) => label.startsWith("For you to judge: 0 of") && expanded === "true");
    await desk.until("the points to judge", async () => (await desk.rows()).some(({ checked }) => checked === "false"));
    await desk.press("ArrowDown");
    const unticked = await row("a point to judge", ({ level, label }, box) => level === 2 && label.startsWith("For you to judge: ") && box?.checked === "false");
    assert.equal(unticked.box.label, unticked.label.replace("For you to judge: ", ""));
    await desk.press("Space");
    const ticked = await row("the tick", (_, box) => box?.checked === "true");
    assert.equal(ticked.label, unticked.label.replace("For you to judge: ", "Ticked: "));
    await desk.until("the tick in the note", () => /<!-- case-recording-ticked: [\w:-]+ -->\s*$/.test(desk.read("checklist.casenote.md")));
    await desk.press("Enter");
    await row("no tick", (_, box) => box?.checked === "false");
    await desk.until("no tick in the note", () => !desk.read("checklist.casenote.md").includes("case-recording-ticked"));

    // Enter goes to what is missing.
    await desk.press("Home", "ArrowDown");
    for (let at = 0; at < 12 && !(await desk.focus()).row?.label.includes("Practitioner reflections"); at += 1) await desk.press("ArrowDown");
    await row("a section with nothing in it", ({ label }) => label.startsWith("Missing: Practitioner reflections"));
    await desk.press("Enter");
    await desk.inEditor();
    await desk.until("the cursor under the heading", async () => (await desk.line()) >= lineOf("## Practitioner reflections on the visit"));

    // Ctrl+. puts in what is missing, and goes there.
    await toTop();
    for (let at = 0; at < 12 && !(await desk.focus()).row?.label.includes("What you think should happen next?"); at += 1) await desk.press("ArrowDown");
    await row("a heading that is missing", ({ label }) => label.startsWith("Missing: What you think should happen next?"));
    await desk.press("Control+.");
    await desk.until("the heading in the note", () => desk.read("checklist.casenote.md").includes("## What you think should happen next?\n"));
    await desk.inEditor();
    await desk.until("the cursor under the new heading", async () => {
      const at = desk.read("checklist.casenote.md").split("\n").indexOf("## What you think should happen next?") + 1;
      const next = desk.read("checklist.casenote.md").split("\n").indexOf("## Practitioner reflections on the visit") + 1;
      const line = await desk.line();
      return line > at && line < next;
    });
  },
};

const note = `Child: Rosie Tennant
Date of birth: 03/03/2017
Date of visit: 12/06/2025 16:00
Date recorded: 13/06/2025
Type of visit: Statutory visit
Place: Denise's house

## Why am I visiting?

I came to see how Rosie is at Denise's house. The plan asks for it.

## What we did and what we talked about

I saw Rosie alone in her bedroom. We drew, and she showed me her books.

## What is your view about what is happening for you?

Rosie said, “I feel happy when Denise reads to us.”

## Practitioner reflections on the visit
`;
const lineOf = (text) => note.split("\n").indexOf(text) + 1;
export const files = { "checklist.casenote.md": note };
