/** @type {Record<string, (sit: (file?: string, settings?: object) => Promise<import("../../scripts/lib/desk.mjs").Desk>) => Promise<void>>} */
export default {
  "the poor sample is underlined, and nothing is asked of any other machine": async (sit) => {
    const desk = await sit("poor.casenote.md");
    await desk.page.waitForSelector(".monaco-editor .squiggly-warning, .monaco-editor .squiggly-info", { timeout: 40_000 });
  },
};
