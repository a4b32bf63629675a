// THIRD-PARTY-NOTICES.txt, which goes along in the .vsix: whose code and words are in it, and under which licences.
// The packages are those that esbuild says it has put into the bundles, so none that came in through another is left out.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { root } from "./run.mjs";

const read = (file) => readFileSync(path.join(root, file), "utf8");

/** The folder of the package that a file belongs to, as a path from the root; undefined for a file of ours. */
export const packageOf = (file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0];

/** The folders of all packages of which something is in what was built, sorted. Takes esbuild's metafiles. */
export function bundled(metafiles) {
  const files = metafiles.flatMap(({ outputs }) => Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs)));
  return [...new Set(files.flatMap((file) => packageOf(file) ?? []))].sort();
}

/** Code that stands in the bundles without being a package of its own there: carried.yml. */
export const carried = () => parse(read("scripts/lib/carried.yml"));

// In the text of a licence “copyright” is written small or in capitals, or as a heading.
const isCopyright = (line) => /^(?!\s*#).*(?:\bCopyright\s+\S|^\s*\(c\)\s)/.test(line);
const isTitle = (line) => /^[\s(#]*(?:The )?(?:MIT|ISC|Blue Oak Model|BSD|Apache)?(?: Licen[cs]e)?[\s)]*(?:\(\w+(?: Licen[cs]e)?\))?\s*$/i.test(line) || /^\s*All rights reserved\.?\s*$/i.test(line);

/** A licence without whose it is, and how two of them are told to be the same: by their words alone. */
function licenceText(whole) {
  const lines = whole.replaceAll("\r\n", "\n").split("\n");
  const text = lines.filter((line) => !isCopyright(line) && !isTitle(line)).join("\n").trim().replace(/[ \t]+$/gm, "").replace(/\n{3,}/g, "\n\n");
  return { text, key: text.toLowerCase().replace(/[^a-z0-9]+/g, " ").trim(), copyright: lines.filter(isCopyright).map((line) => line.trim()) };
}

const person = (author) => (typeof author === "string" ? author : (author?.name ?? "")).replace(/\s*[<(].*$/, "");
/** What has to be said of a package that is installed in that folder. */
function noticeOf(folder) {
  const about = JSON.parse(read(`${folder}/package.json`));
  const files = readdirSync(path.join(root, folder)).sort();
  const whole = files.filter((name) => /^licen[cs]e(?:-mit)?(?:\.(?:md|txt))?$/i.test(name)).map((name) => read(`${folder}/${name}`))[0];
  const notice = files.filter((name) => /^notice(?:\.(?:md|txt))?$/i.test(name)).map((name) => read(`${folder}/${name}`).trim())[0];
  const { copyright = [], ...licence } = whole === undefined ? {} : licenceText(whole);
  // Where a package has no file with its licence, its author stands for the holder, as its package.json says.
  return { name: about.name, version: about.version, licence: about.license, copyright: copyright.length > 0 ? copyright : [`Copyright (c) ${person(about.author)}`], notice, ...licence };
}

/** Everything in the bundles that is not ours, sorted by name. */
export function notices(metafiles) {
  const folders = bundled(metafiles);
  const besides = carried().filter(({ name }) => !folders.includes(`node_modules/${name}`));
  const installed = besides.filter(({ licence }) => licence === undefined).map(({ name }) => `node_modules/${name}`);
  const others = besides.filter(({ licence }) => licence !== undefined).map(({ within, ...one }) => ({ ...one, version: `in ${within}` }));
  const order = ({ name, version }) => `${name} ${version}`;
  return [...[...folders, ...installed].map(noticeOf), ...others].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** The texts of the licences, each once; a notice without a text of its own has the one that is commonest under its licence. */
function texts(all) {
  const groups = new Map();
  for (const { key, text, licence } of all) if (key) groups.set(key, { licence, text, count: (groups.get(key)?.count ?? 0) + 1 });
  const sorted = [...groups].sort(([a, one], [b, other]) => (one.licence === other.licence ? other.count - one.count || (a < b ? -1 : 1) : one.licence < other.licence ? -1 : 1));
  const named = new Map();
  const seen = new Map();
  for (const [key, { licence, text }] of sorted) {
    const nth = (seen.get(licence) ?? 0) + 1;
    seen.set(licence, nth);
    named.set(key, { title: nth === 1 ? licence : `${licence}, wording ${nth}`, text });
  }
  const of = ({ key, licence, name }) => {
    const found = key ? named.get(key) : [...named.values()].find(({ title }) => title === licence);
    if (!found) throw new Error(`${name} has no text of its licence (${licence}), and no other package has one either.`);
    return found.title;
  };
  return { all: [...named.values()], of };
}

const rule = "-".repeat(80);

/** The packages that have the same to say of them, together. */
function together(all, licences) {
  const groups = new Map();
  for (const notice of all) {
    const said = [`  ${licences.of(notice)}`, ...notice.copyright.map((line) => `  ${line}`), ...(notice.notice ? [notice.notice.replace(/^/gm, "  ")] : [])].join("\n");
    groups.set(said, [...(groups.get(said) ?? []), `${notice.name} (${notice.version})`]);
  }
  return [...groups].map(([said, names]) => `${names.join("\n")}\n${said}`);
}

/** The documents of the profiles that come with the product, each by its title and date. */
function documents() {
  const profiles = readdirSync(path.join(root, "dictionaries/profiles")).filter((name) => name.endsWith(".yml")).sort().map((name) => parse(read(`dictionaries/profiles/${name}`)));
  return [...new Set(profiles.flatMap(({ documents = [] }) => documents.map(({ title, date }) => `- ${title} (${date})`)))];
}

/** How many pages the word lists rest on. */
const sources = () => parse(read("dictionaries/terms/sources.yml")).filter(({ code }) => code !== "unattested").length;

/** The whole file. The same packages and dictionaries give the same bytes. */
export function noticesText(metafiles) {
  const all = notices(metafiles);
  const licences = texts(all);
  return `${[
    "Case Recording holds code and words of others. This file says whose, and on what terms. Case Recording itself is under the licence in LICENSE.",
    `1. CODE\n\n${rule}\n\nEach package with its version, the name of its licence, and who holds the copyright; npm knows all of them by these names. The texts of the licences follow in part 2.`,
    together(all, licences).join("\n\n"),
    `2. LICENCES\n\n${rule}`,
    licences.all.map(({ title, text }) => `${title}\n\n${text}`).join(`\n\n${rule}\n\n`),
    `3. WORDS AND DATES\n\n${rule}`,
    "The standards are quoted, clause by clause, from documents that their authorities have published; the rights in them stay with those authorities:",
    documents().join("\n"),
    `The word lists are a selection of Case Recording's own, under its licence. The words and meanings in them are known from ${sources()} sources, most of them published glossaries and guides, in which the rights stay with their authors. The file dictionaries/terms/sources.yml in the sources of Case Recording lists them, with their addresses where they are recorded.`,
    "The lists of first names and of small words name no source outside this project. Those of easy words and of plainer phrases belong to the packages dale-chall, spache, retext-simplify and write-good in part 1.",
    "England's bank holidays are computed from the law (Banking and Financial Dealings Act 1971) and from the proclamations listed at https://www.gov.uk/bank-holidays (Open Government Licence v3.0).",
  ].join("\n\n")}\n`;
}
