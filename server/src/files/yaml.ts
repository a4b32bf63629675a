import { isMap, isPair, isScalar, LineCounter, parseDocument, visit, type Document } from "yaml";

/** What is wrong in a file, and where: lines and columns count from 0, columns in UTF-16 units. */
export interface FileFault {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
  readonly text: string;
}

/** The keys and places (from 0) that lead to something in data. */
export type Keys = readonly (string | number)[];

/** The beginning of a file: the place of a fault that is the whole file's. */
export const top: Omit<FileFault, "text"> = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Data from a file in YAML or JSON; or, where it cannot be read, why. */
export type YamlFile =
  | { readonly ok: true; readonly data: unknown; /** Where the keys lead: the key itself where it names something, else the entry; as far as they lead. */ readonly placeOf: (keys: Keys) => Omit<FileFault, "text"> }
  | { readonly ok: false; readonly fault: FileFault };

/** Reads a text as YAML, of which JSON is a part. `what` says in a message what it is: "this list". Never throws. */
export function readYaml(text: string, what: string): YamlFile {
  const lines = new LineCounter();
  // Without the mark of byte order every place stays in its line, and columns count from the first sign.
  const whole = text.replace(/^\uFEFF/, "");
  const at = (from: number, to: number): Omit<FileFault, "text"> => {
    const place = (offset: number) => {
      const { line, col } = lines.linePos(Math.min(offset, whole.length));
      return { line: Math.max(line - 1, 0), character: Math.max(col - 1, 0) };
    };
    return { start: place(from), end: place(Math.max(from, to)) };
  };
  let document: Document.Parsed | undefined;
  try {
    document = parseDocument(whole, { lineCounter: lines, prettyErrors: false, logLevel: "silent", uniqueKeys: false });
    const error = document.errors[0];
    if (error) return { ok: false, fault: { ...at(error.pos[0], error.pos[1]), text: problemOf(error.code, error.message) } };
    const again = doubledKey(document);
    if (again) return { ok: false, fault: { ...at(again[0], again[1]), text: problemOf("DUPLICATE_KEY") } };
    const parsed = document;
    return { ok: true, data: parsed.toJS({ maxAliasCount: mostRepeats }) as unknown, placeOf: (keys) => at(...rangeOf(parsed, keys)) };
  } catch {
    const alias = document && firstAlias(document);
    if (alias) return { ok: false, fault: { ...at(alias[0], alias[1]), text: `${what} repeats parts of itself, with & and *, in a circle or too often to be read; please write them out` } };
    return { ok: false, fault: { ...top, text: `${what} cannot be read; look at its quotation marks, brackets and spaces` } };
  }
}

/** How often parts that are named with & may be repeated with *. */
const mostRepeats = 100;

/** The first name that stands twice in one place, in UTF-16 units. The parser's own look for it takes the square of the time. */
function doubledKey(document: Document.Parsed): readonly [number, number, ...number[]] | undefined {
  let found: readonly [number, number, number] | undefined;
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) {
          found = key.range ?? [0, 0, 0];
          return visit.BREAK;
        }
        seen.add(key.value);
      }
      return undefined;
    },
  });
  return found;
}

/** Where a document first repeats a part of itself, in UTF-16 units. */
function firstAlias(document: Document.Parsed): readonly [number, number, ...number[]] | undefined {
  let found: readonly [number, number, number] | undefined;
  try {
    visit(document, {
      Alias(_, { range }) {
        found = range ?? undefined;
        return visit.BREAK;
      },
    });
  } catch {
    // Nested too deep to be gone through.
  }
  return found;
}

/** Where in a document the keys lead, in UTF-16 units. */
function rangeOf(document: Document, keys: Keys): [number, number] {
  for (let count = keys.length; count > 0; count -= 1) {
    const parent: unknown = count === 1 ? document.contents : document.getIn(keys.slice(0, count - 1), true);
    const pair = isMap(parent) ? parent.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(keys[count - 1])) : undefined;
    const node = (pair?.key ?? document.getIn(keys.slice(0, count), true)) as { range?: readonly [number, number, number] | null } | undefined;
    if (node?.range) return [node.range[0], node.range[1]];
  }
  return [0, 0];
}

const advice: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: "it begins with a tab; please use spaces",
  MISSING_CHAR: "a quotation mark or a bracket is opened and not closed, in this line or one above it",
  BAD_INDENT: "the spaces at its start do not fit the lines above it",
  BLOCK_AS_IMPLICIT_KEY: "the spaces at its start do not fit the lines above it, or a sentence with a colon lacks its quotation marks",
  BAD_COLLECTION_TYPE: "the spaces at its start do not fit the lines above it",
  UNEXPECTED_TOKEN: "something stands here that does not belong; look at the quotation marks, brackets and spaces in this line and the one above it",
  DUPLICATE_KEY: "the same name stands twice in one place",
  MULTILINE_IMPLICIT_KEY: "a colon may be missing here or in the line above",
};

/** What is wrong with a line of YAML, in words for people who do not program. */
const problemOf = (code: string, message = ""): string => `this line cannot be read: ${(/end with a/.test(message) ? advice["MISSING_CHAR"] : advice[code]) ?? "look at the quotation marks, brackets and spaces in this line and the one above it"}`;

/** Where a fault stands, as a command line says it: `path:7`, or the path alone where it is the whole file's. */
export const placeOf = (path: string, { start, end }: FileFault): string => (end.line === 0 && end.character === 0 ? path : `${path}:${start.line + 1}`);

/** Told what is wrong with a file each time it was read: nothing, where it is sound. `missing`: there is no such file. */
export type HearFaults = (path: string, faults: readonly FileFault[], missing?: true) => void;
