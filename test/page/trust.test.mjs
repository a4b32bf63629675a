const note = `Child: Rosie Tennant
Date of birth: 03/03/2017
Date of visit: 12/06/2025 16:00
Date recorded: 13/06/2025
Type of visit: Statutory visit

## What we did and what we talked about

Rosie is a LAC child.
`;

/** The editor asks here whether the folder is trusted. */
export const restricted = true;

/** @type {Record<string, (sit: (file?: string, settings?: object) => Promise<import("../../scripts/lib/desk.mjs").Desk>) => Promise<void>>} */
export default {
  "in a folder that is not trusted nothing outside it is read, and at once when it is": async (sit) => {
    const desk = await sit("trust.casenote.md");
    await desk.page.getByRole("button", { name: "No, I don't trust the authors" }).click({ timeout: 60_000 });
    await desk.until("the note to be read", desk.points, 60_000);
    desk.write("../team-words.yml", "leave: [LAC]\n");
    desk.write(".case-recording.yml", "wordLists: [../team-words.yml]\n");
    await desk.command("Case Recording: Start Again");
    await desk.until("that something is refused", async () => (await desk.notifications()).some((said) => said.includes("leads out of this folder, which is not trusted")), 40_000);
    await desk.until("the word to be pointed out", async () => desk.isUnderlined("LAC"), 40_000);

    await desk.command("Workspaces: Manage Workspace Trust");
    await desk.page.waitForSelector(".workspace-trust-editor");
    await desk.press("Control+Enter");
    await desk.page.locator(".workspace-trust-editor", { hasText: "You trust" }).waitFor();
    await desk.page.getByRole("tab", { name: "trust.casenote.md" }).click();
    await desk.until("the word to be left alone", async () => (await desk.isUnderlined("LAC")) === false, 40_000);
  },
};

export const files = { "trust.casenote.md": note };
