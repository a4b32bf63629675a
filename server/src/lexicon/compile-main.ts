// Run by the build: reads dictionaries/, and writes the lexicon and the standards compiled.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { Ajv } from "ajv";
import { LineCounter, parseDocument } from "yaml";
import { compileLexicon, type CompiledLexicon } from "./compile.ts";
import type { RiskEntry } from "./dictionary.ts";
import { PatternError } from "./pattern.ts";

const ajv = new Ajv({ allErrors: true });
const faults: string[] = [];

/** Reads a file of dictionaries/ and holds it against its schema; faults are gathered with their line. */
function read(path: string, schema?: string): never {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, "utf8"), { lineCounter: lines });
  for (const error of document.errors) faults.push(`${path}:${lines.linePos(error.pos[0]).line}: ${error.message.split("\n")[0]}`);
  const data: unknown = document.errors.length ? [] : document.toJS();
  if (schema && !document.errors.length) {
    const validate = ajv.compile(JSON.parse(readFileSync(`dictionaries/schema/${schema}.json`, "utf8")) as object);
    if (!validate(data))
      for (const { instancePath, message, params } of validate.errors ?? []) {
        const keys = instancePath.split("/").slice(1).map((key) => (/^\d+$/.test(key) ? Number(key) : key));
        const node = document.getIn(keys, true) as { range?: [number, number, number] } | undefined;
        const term = (data as { term?: string }[])[keys[0] as number]?.term;
        faults.push(`${path}:${node?.range ? lines.linePos(node.range[0]).line : 1}: ${term ? `“${term}” ` : ""}${keys.slice(1).join(".")} ${message ?? "is not as it should be"}${"additionalProperty" in params ? ` (${String(params["additionalProperty"])})` : ""}`);
      }
  }
  return data as never;
}
const terms = (name: string): never => read(`dictionaries/terms/${name}.yml`, name);
const cues = Object.entries(read("dictionaries/terms/cues.yml", "cues") as Record<string, string[]>).flatMap(([kind, patterns]) =>
  patterns.map((pattern) => ({ term: pattern, kind })),
);
let lexicon: CompiledLexicon | undefined;
try {
  lexicon = compileLexicon(
    { jargon: terms("jargon"), risk: readdirSync("dictionaries/terms/risks").sort().flatMap((name) => read(`dictionaries/terms/risks/${name}`, "risks") as unknown as RiskEntry[]), cue: cues, interpretation: terms("interpretation"), professional: terms("professional"), observation: terms("observations"), promise: terms("promises"), label: terms("labels"), opinion: terms("opinions"), hearsay: terms("hearsay"), decision: terms("decisions"), wordy: terms("wordy"), confidential: terms("confidential") },
    terms("acronyms"),
    read("dictionaries/words.yml", "words"),
  );
} catch (error) {
  if (!(error instanceof PatternError)) throw error;
  faults.push(`dictionaries/terms: ${error.message}`);
}
mkdirSync("server/generated", { recursive: true });
if (lexicon) writeFileSync("server/generated/lexicon.json", JSON.stringify(lexicon));
writeFileSync("server/generated/plain-words.json", JSON.stringify(read("dictionaries/plain-words.yml", "plain-words")));
const sources = read("dictionaries/terms/sources.yml") as { code: string; title: string }[];
writeFileSync("server/generated/sources.json", JSON.stringify(Object.fromEntries(sources.map(({ code, title }) => [code, title]))));
const profiles = readdirSync("dictionaries/profiles").filter((name) => name.endsWith(".yml")).sort();
writeFileSync(
  "server/generated/standards.json",
  JSON.stringify({
    profiles: profiles.map((name) => read(`dictionaries/profiles/${name}`, "profile")),
    documents: read("dictionaries/standards/documents.yml"),
    clauses: read("dictionaries/standards/clauses.yml"),
  }),
);
if (faults.length) {
  console.error(`Some entries of the dictionaries are not as their schema asks:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
  process.exitCode = 1;
}
if (lexicon) console.log(`dictionaries: ${Object.values(lexicon.entries).reduce((sum, list) => sum + list.length, 0)} entries, ${lexicon.phrases.length} phrases, ${lexicon.acronyms.length} acronyms`);
