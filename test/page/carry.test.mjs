import assert from "node:assert/strict";

const note = `Child: Rosie Tennant
Date of birth: 03/03/2017
Date of visit: 12/06/2025 16:00
Date recorded: 13/06/2025
Type of visit: Statutory visit

## What we did and what we talked about

<!-- ask Denise about school -->
Rosie said, “I like my room.”

**Risk: there is no lock on the back door.**

We drew in the kitchen.
`;

/** What the clipboard holds, by its type. */
const clipboard = (desk) => desk.page.evaluate(async () => {
  const held = {};
  for (const item of await globalThis.navigator.clipboard.read()) for (const type of item.types) held[type] = await (await item.getType(type)).text();
  return held;
});

/** @type {Record<string, (sit: (file?: string, settings?: object) => Promise<import("../../scripts/lib/desk.mjs").Desk>) => Promise<void>>} */
export default {
  "the note is copied with its colours and as plain text, and not before it is complete": async (sit) => {
    const desk = await sit("carry.casenote.md", { "workbench.colorTheme": "Default Light Modern" });
    await desk.until("the note to be read", desk.points, 60_000);
    await desk.press("Control+Home");
    await desk.find("We drew in the kitchen");
    await desk.press("Control+c");
    await desk.press("End");
    await desk.type(" We went to [… where …].");
    await desk.command("Case Recording: Copy for the Case System");
    const stopped = await desk.picker("1 place in this note is still to complete. Nothing has left the editor.");
    assert.match(stopped.rows.join(), /\[… where …\].*line 14/);
    assert.match((await clipboard(desk))["text/plain"], /^We drew in the kitchen\s*$/);
    await desk.press("Enter");
    await desk.inEditor();
    await desk.until("the place selected", async () => (await desk.selected()) === "[… where …]");

    await desk.type("the park");
    await desk.command("Case Recording: Copy for the Case System");
    await desk.until("that it was copied", async () => (await desk.notifications()).some((said) => said.includes("The note is on the clipboard, with its headings and colours.")), 40_000);
    const { "text/html": html, "text/plain": plain } = await clipboard(desk);
    /** The colour that the innermost element around a text brings with it, in red, green and blue from 0 to 255. */
    const colour = (text) => desk.page.evaluate(([page, wanted]) => {
      const around = [...new globalThis.DOMParser().parseFromString(page, "text/html").querySelectorAll("[style]")].findLast((one) => one.style.color.startsWith("rgb") && one.textContent.includes(wanted));
      return around?.style.color.match(/\d+/g).map(Number) ?? around?.outerHTML;
    }, [html, text]);
    assert.match(html, /<h\d[^>]*>What we did and what we talked about<\/h\d>/);
    const [words, risk] = [await colour("I like my room"), await colour("no lock on the back door")];
    assert.ok(words?.[2] > 120 && words[0] < 90, `blue: ${words}`);
    assert.ok(risk?.[0] > 120 && risk[2] < 90, `red: ${risk} ${html}`);
    assert.match(plain, /Rosie said, “I like my room\.”[^]*We drew in the kitchen\. We went to the park\./);
    for (const copy of [html, plain]) assert.doesNotMatch(copy, /ask Denise|<!--|\*\*/);
  },

  "the walkthrough opens, and its steps lead on, by keyboard": async (sit) => {
    const desk = await sit();
    await desk.command("Welcome: Open Walkthrough...");
    await desk.picker("walkthrough");
    await desk.page.keyboard.insertText("Record a Visit");
    await desk.page.locator(".quick-input-list .monaco-list-row.focused", { hasText: "Record a Visit" }).waitFor();
    await desk.press("Enter");
    const steps = await desk.until("the steps", async () => {
      const titles = await desk.page.$$eval(".gettingStartedContainer .step-title", (all) => all.map((one) => one.textContent));
      return titles.length > 3 && titles;
    });
    assert.deepEqual(steps, ["Begin a note", "Read and mend", "See what is missing", "Copy or export it", "Poor and good"]);
    await desk.tabTo(steps[1]);
    await desk.press("Enter");
    await desk.tabTo("Open the Sample Note");
    await desk.press("Enter");
    await desk.inEditor();
    await desk.until("the sample", () => desk.shows("LAC visit to the siblings in placement"));
    await desk.until("its findings", async () => (await desk.underlined()) > 0, 60_000);
  },
};
export const files = { "carry.casenote.md": note };
