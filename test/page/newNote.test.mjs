import assert from "node:assert/strict";

const headings = ["Why am I visiting?", "What we did and what we talked about", "What is your view about what is happening for you?", "What you think should happen next?", "Practitioner reflections on the visit"];

/** Goes to a section with nothing in it, from finding to finding, and makes room below its heading. */
async function toSection(desk, heading) {
  for (let at = 0; at < 8 && (await desk.selected()) !== heading; at += 1) {
    await desk.press("Control+k", "n");
    await desk.until("a finding and its explanation", async () => (await desk.selected()) && desk.page.$(".monaco-hover:not(.hidden) .hover-contents"));
  }
  assert.equal(await desk.selected(), heading);
  await desk.press("End", "ArrowDown", "Enter", "Enter", "ArrowUp");
}

/** @type {Record<string, (sit: (file?: string, settings?: object) => Promise<import("../../scripts/lib/desk.mjs").Desk>) => Promise<void>>} */
export default {
  "from New Note to a note without findings, by keyboard alone": async (sit) => {
    const desk = await sit(undefined, { "editor.minimap.enabled": false });
    await desk.command("Case Recording: New Note");

    // The questions. A day that is none is refused, and says why; and one may go back.
    const kinds = await desk.picker("What kind of note is it?");
    assert.ok(kinds.rows[0].startsWith("Statutory visit"));
    await desk.answer("statutory");
    await desk.picker("The Child or Children");
    await desk.answer("Rosie Tennant, 31/02/2017");
    const refused = await desk.picker("31/02/2017” is no day of the calendar");
    assert.equal(refused.value, "Rosie Tennant, 31/02/2017", "what was typed stays");
    await desk.answer("Rosie Tennant, 03/03/2017");
    await desk.picker("So far: Rosie Tennant, 03/03/2017");
    await desk.press("Enter");
    await desk.picker("Date of visit, with the time if you like");
    await desk.press("Control+Alt+-");
    assert.equal((await desk.picker("The Child or Children")).value, "Rosie Tennant, 03/03/2017", "what was answered stays");
    await desk.press("Enter");
    await desk.picker("So far: Rosie Tennant, 03/03/2017");
    await desk.press("Enter");
    assert.match((await desk.picker("Date of visit, with the time if you like")).name, /New Note: Date of visit/);
    await desk.answer("12/06/2025 16:00");
    await desk.picker("What is the child's status?");
    await desk.answer("child in care");
    await desk.picker("when you write this note");
    await desk.answer("13/06/2025 10:30");

    // The draft: details, headings, a field to complete, and findings.
    await desk.inEditor();
    await desk.until("the draft", () => desk.shows("Child: Rosie Tennant"));
    for (const line of ["Date of birth: 03/03/2017", "Type of visit: Statutory visit", "Date of visit: 12/06/2025 16:00", "Date recorded: 13/06/2025 10:30", "Status: Child in care"]) assert.ok(await desk.shows(line), line);
    await desk.until("the note to be read", desk.points, 60_000);
    const first = await desk.until("a finding for each empty section", async () => {
      const count = await desk.problems();
      return count >= headings.length && count;
    });
    assert.equal(await desk.selected(), "[… where the child was seen …]");

    // From field to field with Tab, to the place where one begins to write.
    await desk.type("Denise's house");
    await desk.press("Tab");
    assert.equal(await desk.selected(), "[… who was there, and who they are …]");
    await desk.type("Rosie, Denise Okafor (foster carer)");
    await desk.press("Tab");
    assert.equal(await desk.selected(), "[… your name …]");
    await desk.type("Priya Nair");
    await desk.press("Tab");
    assert.equal(await desk.selected(), "[… was it so, and where; if not, the reason …]");
    await desk.type("Yes, in her bedroom");
    await desk.press("Tab");
    await desk.type("I came to see how Rosie is at Denise's house. The plan asks for a visit every six weeks. I told Rosie this at the start.");
    const fewer = async (than) => desk.until(`fewer than ${than} findings`, async () => {
      const left = await desk.problems();
      return left < than && { left };
    });
    await fewer(first);

    // Completion offers a statement with the child's name; what is a fact is a field to complete.
    await toSection(desk, headings[1]);
    await desk.type("seen al");
    await desk.complete("Seen alone");
    await desk.until("the field", async () => (await desk.selected()) === "[… where …]");
    assert.ok(await desk.shows("I saw Rosie alone in [… where …]"));
    await desk.type("her bedroom");
    await desk.press("Tab");
    await desk.until("the next field", async () => (await desk.selected()).startsWith("[… how"));
    await desk.type("which she chose");
    await desk.press("Tab");
    await desk.type(" We drew, and Rosie talked of school. The DSL there is Miss Khan. “I feel happy at school because we do painting,” said Ros");
    await desk.complete("Rosie");
    await desk.type(".");
    await desk.press("Enter");

    // The light bulb mends a finding.
    await desk.find("DSL");
    await desk.lightBulb("Write “Designated Safeguarding Lead (DSL)”", (offered) => assert.ok(offered.some((title) => title.startsWith("Never flag this here"))));
    await desk.until("the letters in full", () => desk.shows("Designated Safeguarding Lead (DSL)"));

    // Next finding leads from one empty section to the next.
    for (const [heading, text] of [
      [headings[2], "Rosie said, “I like it here because Denise reads to me.” She gave Denise's house 9 out of 10."],
      [headings[3], "- Priya to ring Miss Khan about the painting club by 20 June 2025."],
      [headings[4], "I think the plan is working well for Rosie, because she laughs with Denise."],
    ]) {
      const before = await desk.problems();
      await toSection(desk, heading);
      await desk.type(text);
      await fewer(before);
    }

    // Nothing is left, and the status bar says so.
    try {
      await desk.until("no finding", async () => (await desk.problems()) === 0);
    } catch (error) {
      throw new Error(`still found: ${(await desk.findings()).join("; ")}`, { cause: error });
    }
    const points = await desk.until("every point met", async () => {
      const now = await desk.points();
      return now.met === now.total && now;
    });
    assert.ok(points.total > 10);
    await desk.press("Control+Home");
    for (let page = 0; page < 3; page += 1) {
      assert.equal(await desk.underlined(), 0);
      await desk.press("PageDown");
    }
    await desk.press("Control+k", "n");
    await desk.until("that nothing is left to mend", async () => (await desk.statusBar()).some((text) => text.includes("There is nothing to mend in this note")));
  },
};
