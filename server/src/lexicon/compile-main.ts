// Run by the build: reads dictionaries/, and writes the lexicon and the standards compiled.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parse } from "yaml";
import { compileLexicon } from "./compile.ts";

const read = (path: string, fallback: unknown): never => (existsSync(path) ? parse(readFileSync(path, "utf8")) : fallback) as never;
const terms = (name: string): never => read(`dictionaries/terms/${name}.yml`, []);
const cues = Object.entries(read("dictionaries/terms/cues.yml", {}) as Record<string, string[]>).flatMap(([kind, patterns]) =>
  patterns.map((pattern) => ({ term: pattern, kind })),
);
const lexicon = compileLexicon(
  { jargon: terms("jargon"), risk: terms("risks"), cue: cues, interpretation: terms("interpretation"), professional: terms("professional") },
  terms("acronyms"),
  read("dictionaries/words.yml", {}),
);
mkdirSync("server/generated", { recursive: true });
writeFileSync("server/generated/lexicon.json", JSON.stringify(lexicon));
const profiles = readdirSync("dictionaries/profiles").filter((name) => name.endsWith(".yml")).sort();
writeFileSync(
  "server/generated/standards.json",
  JSON.stringify({
    profiles: profiles.map((name) => read(`dictionaries/profiles/${name}`, {})),
    documents: read("dictionaries/standards/documents.yml", []),
    clauses: read("dictionaries/standards/clauses.yml", []),
  }),
);
console.log(`dictionaries: ${Object.values(lexicon.entries).reduce((sum, list) => sum + list.length, 0)} entries, ${lexicon.phrases.length} phrases, ${lexicon.acronyms.length} acronyms`);
