// Run by the build: reads dictionaries/, and writes the lexicon and the standards compiled.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";
import { LineCounter, parseDocument } from "yaml";
import { bankHolidays } from "./bank-holidays.ts";
import { compilePhrases, type CompiledLexicon, type Entries } from "./compile.ts";
import type { AcronymEntry, Entry, RiskEntry } from "./dictionary.ts";
import { betweenLists } from "./lists.ts";
import { packLists } from "./pack.ts";
import { PatternError } from "./pattern.ts";

const ajv = new Ajv({ allErrors: true });
const standalone = ((standaloneCode as unknown as { default?: typeof standaloneCode }).default ?? standaloneCode);
const faults: string[] = [];

/** Reads a file of dictionaries/ and holds it against its schema; faults are gathered with their line. */
function read(path: string, schema?: string, besides: object = {}): never {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, "utf8"), { lineCounter: lines });
  for (const error of document.errors) faults.push(`${path}:${lines.linePos(error.pos[0]).line}: ${error.message.split("\n")[0]}`);
  const own: unknown = document.errors.length ? [] : document.toJS();
  const data: unknown = Object.keys(besides).length ? { ...(own as object), ...besides } : own;
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
/** Every profile with what stands in the folder of its name: its clauses, its checklist, who records what. */
function readProfiles(): unknown[] {
  const folder = "dictionaries/profiles";
  return readdirSync(folder).filter((name) => name.endsWith(".yml")).sort().map((name) => {
    const beside = path.join(folder, name.slice(0, -4));
    const parts = existsSync(beside) ? readdirSync(beside).sort().map((part) => [part.slice(0, -4), read(path.join(beside, part))] as const) : [];
    return read(path.join(folder, name), "profile", Object.fromEntries(parts));
  });
}
const terms = (name: string): never => read(`dictionaries/terms/${name}.yml`, name);
const cues = Object.entries(read("dictionaries/terms/cues.yml", "cues") as Record<string, string[]>).flatMap(([kind, patterns]) =>
  patterns.map((pattern) => ({ term: pattern, kind })),
);
const entries: Entries = { jargon: terms("jargon"), risk: readdirSync("dictionaries/terms/risks").sort().flatMap((name) => read(`dictionaries/terms/risks/${name}`, "risks") as unknown as RiskEntry[]), cue: cues, interpretation: terms("interpretation"), professional: terms("professional"), observation: terms("observations"), promise: terms("promises"), label: terms("labels"), opinion: terms("opinions"), hearsay: terms("hearsay"), decision: terms("decisions"), wordy: terms("wordy"), action: terms("actions"), response: terms("responses"), communication: terms("communication"), strength: terms("strengths"), confidential: terms("confidential") };
const acronyms: readonly AcronymEntry[] = terms("acronyms");
/** The entries of all lists without some of their fields. */
const without = (...fields: string[]): Entries => Object.fromEntries(Object.entries(entries).map(([name, list]) => [name, list.map((entry) => less(entry, fields))])) as unknown as Entries;
const less = <T extends object>(entry: T, fields: readonly string[]): T => Object.fromEntries(Object.entries(entry).filter(([field]) => !fields.includes(field))) as T;
const only = ({ match, except, near }: Entry): Partial<Entry> => ({ ...(match && { match }), ...(except && { except }), ...(near && { near }) });
const ofTeams = Object.values(packLists).flatMap(({ dictionary }) => (dictionary === "acronym" ? [] : [dictionary]));
let lexicon: CompiledLexicon | undefined;
try {
  const words = read("dictionaries/words.yml", "words");
  lexicon = { ...compilePhrases(entries, words), entries: without("match", "except", "near", "flag", "allow"), acronyms: acronyms.map((entry) => less(entry, ["flag", "allow"])), words };
} catch (error) {
  if (!(error instanceof PatternError)) throw error;
  faults.push(`dictionaries/terms: ${error.message}`);
}
mkdirSync("server/generated", { recursive: true });
if (lexicon) writeFileSync("server/generated/lexicon.json", JSON.stringify(lexicon));
// The patterns on which teams' lists may build, and the entries whole, with the sentences that are run as tests.
writeFileSync("server/generated/patterns.json", JSON.stringify(Object.fromEntries(ofTeams.map((name) => [name, entries[name].map(only)]))));
writeFileSync("server/generated/entries.json", JSON.stringify({ ...entries, acronym: acronyms }));
writeFileSync("server/generated/names.json", JSON.stringify(read("dictionaries/names.yml", "names")));
writeFileSync("server/generated/plain-words.json", JSON.stringify(read("dictionaries/plain-words.yml", "plain-words")));
const sources = read("dictionaries/terms/sources.yml") as { code: string; title: string }[];
writeFileSync("server/generated/sources.json", JSON.stringify(Object.fromEntries(sources.map(({ code, title }) => [code, title]))));
writeFileSync("server/generated/standards.json", JSON.stringify(readProfiles()));
writeFileSync("server/generated/drafts.json", JSON.stringify(read("dictionaries/drafts.yml", "drafts")));
writeFileSync("server/generated/statements.json", JSON.stringify(read("dictionaries/statements.yml", "statements")));
writeFileSync("server/generated/bank-holidays.json", JSON.stringify(bankHolidays(read("dictionaries/bank-holidays.yml"))));
const schema = JSON.parse(readFileSync("dictionaries/schema/profile.json", "utf8"), (key, value: unknown) => (key === "description" && typeof value === "string" ? undefined : value)) as object;
// A team's own profile is held against the same schema while the product runs, by this function and without the library.
const forRunning = new Ajv({ allErrors: true, code: { source: true, esm: true } });
writeFileSync("server/generated/profile-schema.mjs", standalone(forRunning, forRunning.compile(schema)));
writeFileSync("server/generated/profile-schema.d.mts", "export declare const validate: (data: unknown) => boolean;\n");
if (faults.length) {
  console.error(`Some entries of the dictionaries are not as their schema asks:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
  process.exitCode = 1;
}
if (lexicon) console.log(`dictionaries: ${Object.values(entries).reduce((sum, list) => sum + list.length, 0)} entries, ${lexicon.automaton.asked.split(betweenLists).length} places, ${acronyms.length} acronyms`);
