// What may stand in the .vsix, and nothing else. A new file is named here and in .vscodeignore.

/** The files by their paths from the root; the value says whether the package is whole without it. Only pages of rules and the parts of the bundles go by a pattern. */
const files = {
  needed: [
    "package.json", "package.nls.json", "l10n/bundle.l10n.json",
    "README.md", "CHANGELOG.md", "LICENSE", "THIRD-PARTY-NOTICES.txt", "SECURITY.md",
    "language-configuration.json", "syntaxes/case-note.tmLanguage.json", "snippets/case-note.json",
    "dist/client.js", "dist/preview.js", "dist/preview.css", "dist/server.js", "dist/cli.js", "dist/start.js",
    "docs/comments.md", "docs/privacy.md", "docs/profiles.md", "docs/standards.md", "docs/word-lists.md",
    "dictionaries/schema/profile.json", "dictionaries/schema/settings.schema.json",
    "samples/good.casenote.md", "samples/poor.casenote.md",
    ...["icon.png", "view.svg", "note-dark.svg", "note-light.svg", "record-dark.svg", "record-light.svg"].map((name) => `images/${name}`),
    ...["checklist", "compare", "dark", "high-contrast", "light-bulb", "new-note", "preview", "problems"].map((name) => `images/${name}.webp`),
  ],
  allowed: ["docs/dependencies.md", "docs/testing.md"],
  patterns: [/^docs\/rules\/[a-zA-Z-]+\.md$/, /^dist\/parts\/[\w-]+\.js$/],
};

/** What is wrong with a list of files to pack: those that have no place there, and those that are missing. Paths from the root with "/" between. */
export function faultsOfPacked(paths) {
  const known = new Set([...files.needed, ...files.allowed]);
  return {
    stray: paths.filter((file) => !known.has(file) && !files.patterns.some((pattern) => pattern.test(file))),
    missing: [...files.needed.filter((file) => !paths.includes(file)), ...files.patterns.filter((pattern) => !paths.some((file) => pattern.test(file))).map(String)],
  };
}
