// `npm run docs`: writes docs/rules/, a page for each rule and their index, and the list of rules in README.md,
// from what the rules say of themselves, docs/standards.md, from the profiles, docs/dependencies.md, from package.json
// and scripts/lib/reasons.yml, dictionaries/schema/settings.schema.json, from the settings and the rules, and
// snippets/case-note.json, from the standard statements. `npm run docs -- --check` writes nothing, and fails where a
// page differs.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { dependenciesPage } from "./lib/dependenciesPage.mjs";
import { settingsSchema } from "./lib/settingsSchema.mjs";
import { snippetsFile } from "./lib/snippets.mjs";
import { bundleOf } from "./lib/l10n.mjs";
import { settingsIn, withTexts } from "./lib/manifest.mjs";
import { standardsPage } from "./lib/standardsPage.mjs";

const root = path.resolve(import.meta.dirname, "..");
const checking = process.argv.includes("--check");

/** The rules and the clauses they rest on, from the sources as they stand. */
async function readRules() {
  if (!existsSync(path.join(root, "server/generated/standards.json"))) throw new Error("Please run `npm run build` first: the dictionaries are not compiled yet.");
  const program = path.join(root, "node_modules/.cache/case-recording", `docs-${process.pid}.mjs`);
  mkdirSync(path.dirname(program), { recursive: true });
  try {
    await build({
      stdin: {
        contents: 'export { rules } from "./server/src/rules/registry.ts"; export { clause } from "./server/src/standards/clauses.ts"; export { severityWords } from "./server/src/report/words.ts"; export { allProfiles, profiles } from "./server/src/standards/standards.ts"; export { settingNames } from "./server/src/engine/settings.ts"; export { inWords } from "./server/src/standards/length.ts"; export { statements } from "./server/src/drafting/statements.ts";',
        resolveDir: root,
        loader: "ts",
      },
      absWorkingDir: root,
      outfile: program,
      bundle: true,
      platform: "node",
      target: "node20",
      format: "esm",
      mainFields: ["module", "main"],
      banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
      logLevel: "error",
    });
    return await import(pathToFileURL(program).href);
  } finally {
    rmSync(program, { force: true });
  }
}

const note = (text) => `\`\`\`markdown\n${text.replace(/\n+$/, "")}\n\`\`\``;

/** How a severity is called, with its article. */
const severityLine = (severity, words) => `${/^[aeiou]/.test(words[severity]) ? "An" : "A"} ${words[severity]}${words[severity] === severity ? "" : ` (\`${severity}\` in settings)`}`;

/** The page of one rule. */
function page({ id, severity, summary, explain, leaves, poor, better, standards }, clause, words) {
  const parts = [
    `# ${id}`,
    `**${summary}.**`,
    `${severityLine(severity, words)}, unless your team chooses otherwise.`,
    explain.trim(),
    "## Left alone",
    leaves.map((line) => `- ${line}`).join("\n"),
    "## An example",
    "This is pointed out:",
    note(poor),
    "This is not:",
    note(better),
    "## What it rests on",
    standards
      .map((id) => clause(id))
      .map((one) => `**${one.document}** (${one.date}), ${one.section} [${one.id}]\n\n> ${one.quote.replaceAll("\n", " ")}`)
      .join("\n\n"),
    "## To change it",
    `Give \`${id}\` another severity, or \`off\`: in VS Code under the setting \`caseRecording.rules\`, for the command line in \`.case-recording.yml\`:`,
    `\`\`\`yaml\nrules:\n  ${id}: hint\n\`\`\``,
    "[All rules](README.md)",
  ];
  return `${parts.join("\n\n")}\n`;
}

/** The rules as a table, with links that begin with `base`. */
const table = (rules, words, base) => ["| rule | | what it points out |", "|---|---|---|", ...rules.map(({ id, severity, summary }) => `| [\`${id}\`](${base}${id}.md) | ${words[severity]} | ${summary} |`)].join("\n");

const begin = "<!-- rules: written by npm run docs -->";
const end = "<!-- /rules -->";

/** A text with its list of rules made anew. */
function withList(text, list) {
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`README.md lacks the lines ${begin} and ${end}.`);
  return `${text.slice(0, from + begin.length)}\n\n${list}\n\n${text.slice(to)}`;
}

try {
  const { rules, clause, severityWords, allProfiles, profiles, inWords, settingNames, statements } = await readRules();
  const folder = path.join(root, "docs/rules");
  const wanted = new Map(rules.map((rule) => [path.join(folder, `${rule.id}.md`), page(rule, clause, severityWords)]));
  wanted.set(
    path.join(folder, "README.md"),
    `# The rules\n\nEach page says what a rule points out and what it leaves alone, with an example each way and the words of the standard that it rests on.\n\n${table(rules, severityWords, "")}\n\nAn *error* is what cannot be so, a *warning* a standard that is clearly not met, a *suggestion* something worth a look, a *hint* a matter of style.\n`,
  );
  wanted.set(path.join(root, "docs/dependencies.md"), dependenciesPage());
  wanted.set(path.join(root, "docs/standards.md"), standardsPage(allProfiles, rules, inWords));
  wanted.set(path.join(root, "snippets/case-note.json"), snippetsFile(statements));
  const readme = path.join(root, "README.md");
  if (existsSync(readme)) wanted.set(readme, withList(readFileSync(readme, "utf8"), table(rules, severityWords, "docs/rules/")));

  // The settings name every rule, so that an editor can offer them and their severities.
  const manifestFile = path.join(root, "package.json");
  const manifest = JSON.parse(readFileSync(manifestFile, "utf8"));
  const textsFile = path.join(root, "package.nls.json");
  const texts = JSON.parse(readFileSync(textsFile, "utf8"));
  for (const name of Object.keys(texts)) if (name.startsWith("rules.")) delete texts[name];
  for (const { id, severity, summary } of rules) texts[`rules.${id}`] = `${summary}. Usually: ${severityWords[severity]}.`;
  const chosen = settingsIn(manifest)["caseRecording.rules"];
  chosen.properties = Object.fromEntries(rules.map(({ id, severity }) => [id, { type: "string", enum: ["off", "error", "warning", "information", "hint"], default: severity, markdownDescription: `%rules.${id}%` }]));
  chosen.additionalProperties = false;
  wanted.set(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`);
  wanted.set(textsFile, `${JSON.stringify(texts, null, 2)}\n`);
  wanted.set(path.join(root, "l10n/bundle.l10n.json"), bundleOf(path.join(root, "client/src")));
  wanted.set(path.join(root, "dictionaries/schema/settings.schema.json"), settingsSchema(withTexts(settingsIn(manifest), texts), settingNames, rules, profiles, severityWords));

  const differing = [...wanted].filter(([file, text]) => !existsSync(file) || readFileSync(file, "utf8").replaceAll("\r\n", "\n") !== text).map(([file]) => file);
  const stray = existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)).filter((file) => file.endsWith(".md") && !wanted.has(file)) : [];
  const shown = (file) => path.relative(root, file);
  if (checking) {
    for (const file of differing) console.error(`${shown(file)} is not what the rules say now.`);
    for (const file of stray) console.error(`${shown(file)} belongs to no rule.`);
    if (differing.length + stray.length) {
      console.error("`npm run docs` writes them anew.");
      process.exitCode = 1;
    } else console.log(`${wanted.size} pages are as the rules say.`);
  } else {
    mkdirSync(folder, { recursive: true });
    mkdirSync(path.join(root, "snippets"), { recursive: true });
    for (const file of differing) writeFileSync(file, wanted.get(file));
    for (const file of stray) rmSync(file);
    console.log(`${differing.length} of ${wanted.size} pages written${stray.length ? `, ${stray.length} removed` : ""}.`);
  }
} catch (error) {
  // esbuild has already printed what it found.
  if (!error.errors) console.error(String(error.message ?? error));
  process.exitCode = 1;
}
