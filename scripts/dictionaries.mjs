// `npm run dictionaries -- stats`: what the dictionaries hold: entries, patterns, sources, and the sentences that are run as tests.
// It fails where an entry has no source, or names one that sources.yml does not know.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

const root = path.resolve(import.meta.dirname, "..");
const folder = path.join(root, "dictionaries/terms");
const load = (name) => parse(readFileSync(path.join(folder, name), "utf8"));

/** The lists, in the order in which they are shown: a name, and its entries. */
function lists() {
  const files = ["acronyms", "jargon", "labels", "opinions", "hearsay", "decisions", "actions", "wordy", "interpretation", "professional", "observations", "promises", "responses", "communication", "strengths", "confidential"];
  const risks = readdirSync(path.join(folder, "risks")).sort();
  return [...files.map((name) => [name, load(`${name}.yml`)]), ["risks", risks.flatMap((name) => load(`risks/${name}`))]];
}

/** The codes that an entry names, or each of its meanings. */
const codesOf = (entry) => (entry.senses ? entry.senses.map(({ source }) => source ?? []) : [entry.source ?? []]);

export function stats() {
  // A source is a document of sources.yml, or a clause of the standards.
  const profiles = path.join(root, "dictionaries/profiles");
  const clauses = new Set(readdirSync(profiles).filter((name) => !name.endsWith(".yml")).flatMap((name) => parse(readFileSync(path.join(profiles, name, "clauses.yml"), "utf8")).map(({ id }) => id)));
  const known = new Set(load("sources.yml").map(({ code }) => code));
  const used = new Map();
  const faults = [];
  const rows = lists().map(([name, entries]) => {
    let attested = 0;
    for (const entry of entries) {
      const groups = codesOf(entry);
      // An everyday acronym (TV) has no meaning to look up.
      if (!entry.everyday && groups.some((codes) => codes.length === 0)) faults.push(`${name}: “${entry.term}” has no source`);
      for (const code of new Set(groups.flat())) {
        if (known.has(code)) used.set(code, (used.get(code) ?? 0) + 1);
        else if (!clauses.has(code)) faults.push(`${name}: “${entry.term}” names the source ${code}, which sources.yml does not know`);
      }
      if (groups.flat().some((code) => code !== "unattested")) attested += 1;
    }
    const sum = (count) => entries.reduce((total, entry) => total + count(entry), 0);
    return {
      list: name,
      entries: entries.length,
      meanings: sum(({ senses }) => senses?.length ?? 1),
      patterns: sum(({ match, except, near }) => (match?.length ?? 1) + (except?.length ?? 0) + (near?.length ?? 0)),
      attested,
      flag: sum(({ flag }) => flag?.length ?? 0),
      allow: sum(({ allow }) => allow?.length ?? 0),
      both: entries.filter(({ flag, allow }) => flag?.length && allow?.length).length,
    };
  });
  return { rows, sources: known.size - 1, used: used.size - Number(used.has("unattested")), faults };
}

function print({ rows, sources, used, faults }) {
  const heads = ["list", "entries", "meanings", "patterns", "attested", "flag", "allow", "both"];
  const total = Object.fromEntries(heads.map((head) => [head, head === "list" ? "all" : rows.reduce((sum, row) => sum + row[head], 0)]));
  console.log(heads.map((head, at) => (at ? head.padStart(10) : head.padEnd(16))).join(""));
  for (const row of [...rows, total]) console.log(heads.map((head, at) => (at ? String(row[head]).padStart(10) : String(row[head]).padEnd(16))).join(""));
  console.log(`\nattested: with a source that was read; the others say “unattested”, known from practice.
flag, allow: sentences that are run as tests: in the first the entry must be found, in the second not.
both: entries with a sentence of each kind.
${used} of ${sources} sources are named.`);
  for (const fault of faults) console.error(fault);
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const [command] = process.argv.slice(2);
  if (command === "stats") {
    const found = stats();
    print(found);
    if (found.faults.length) process.exitCode = 1;
  } else {
    console.error("npm run dictionaries -- stats: what the dictionaries hold.\nTo try a word list of your own: node dist/cli.js words FILE.");
    process.exitCode = 2;
  }
}
