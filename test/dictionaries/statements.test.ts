import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { checkNote } from "../../server/src/check.ts";
import { statements, statementText, type Statement } from "../../server/src/drafting/statements.ts";
import { defaultSettings } from "../../server/src/engine/settings.ts";
import { clause } from "../../server/src/standards/clauses.ts";

// Each statement is put into a note in which nothing is wrong: with its fields it brings nothing but what its fields are for, and complete it brings nothing at all.

/** The rules that ask for what stands in a field. */
const aboutFields = ["action-incomplete", "risk-no-action"];
const settings = { ...defaultSettings, volume: "everything" as const };

/** A note for a kind of note, with a statement in the section it fits, or in the first. */
function noteWith({ kinds, sections, item, title }: Statement, words: string): string {
  const kind = kinds && !kinds.includes("statutory visit") ? kinds[0]! : "statutory visit";
  const head = `Child: Rosie Tennant\nDate of birth: 03/03/2017\nDate of visit: 12/06/2025\nRecorded: 13/06/2025\nType of visit: ${kind[0]!.toUpperCase()}${kind.slice(1)}\nPlace: foster home\nPresent: Rosie, Denise (foster carer), Leanne (mum)\nWorker: Priya Nair\n`;
  if (kind === "letter to the child") return `${head}\nDear Rosie,\n\nThank you for showing me the garden.\n\n${words}\n\nPriya\n`;
  if (kind === "no access") return `${head}\n## What happened\n\nI went to the house.\n\n${item ? "" : `${words}\n\n`}## What happens next\n\n${item ? words : "- Priya to ring Leanne by 13 June 2025."}\n`;
  const role = sections?.[0] ?? (item ? "next" : "what");
  const alone = /\balone\b/i.test(title) ? "" : " I saw Rosie on her own in her bedroom.";
  const inside = (section: string): string => (section === role && !item ? `\n${words}\n` : "");
  return `${head}
## Why am I visiting?

I came to see how Rosie is, as the plan says.
${inside("why")}
## What we did and what we talked about

We drew and talked.${alone}
${inside("what")}
## What is your view about what is happening for you?

While we drew, Rosie said, “I feel happy here.”
${inside("view")}
## What you think should happen next?

- Priya to ring Rosie by 20 June 2025.
${item ? `${words}\n` : inside("next")}
## Practitioner reflections on the visit

I think the plan is working well for Rosie.
${inside("reflections")}`;
}

const found = (text: string): string[] => {
  const { note, findings } = checkNote(text, settings);
  return findings.map(({ rule, span }) => `${rule}: ${note.text.slice(span.start, span.end)}`);
};

test.each([["drafts"], ["statements"]])("%s.yml is as its schema asks", (name) => {
  const validate = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(`dictionaries/schema/${name}.json`, "utf8")) as object);
  expect(validate(parse(readFileSync(`dictionaries/${name}.yml`, "utf8"))), JSON.stringify(validate.errors)).toBe(true);
});

test("the note that they are put into has no findings but that nobody was seen alone, where that is what a statement tells", () => {
  expect(found(noteWith({ clauses: [], eachChild: false, item: false, id: "", title: "", about: "", text: "", example: "", sections: ["what"] }, "We had tea."))).toEqual([]);
});

test("ids and titles stand once", () => {
  expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
  expect(new Set(statements.map(({ title }) => title)).size).toBe(statements.length);
});

describe.each(statements.map((statement) => [statement.id, statement] as const))("%s", (_, statement) => {
  test("names clauses that there are", () => {
    for (const id of statement.clauses) expect(clause(id).quote.length).toBeGreaterThan(0);
  });
  test("is a statement with fields, and tells nothing of them", () => {
    expect(statement.text).toMatch(/\[… [^\]]+ …\]/);
    expect(statement.text.replace(/\[… [^\]]+ …\]/g, "")).not.toMatch(/…|\d/);
  });
  test.each([["with the child's name", "Rosie"], ["without it", undefined]])("brings nothing but its fields, %s", (_, child) => {
    const rules = found(noteWith(statement, statementText(statement, child))).map((one) => one.split(":")[0]!);
    expect(rules.filter((rule) => !aboutFields.includes(rule))).toEqual([]);
  });
  test("brings nothing when it is complete", () => {
    expect(statement.example).not.toContain("[…");
    expect(found(noteWith(statement, statement.example))).toEqual([]);
  });
  test("its example fills in its own words", () => {
    const words = statementText(statement, "Rosie").split(/\[… [^\]]+ …\]/).map((part) => part.trim().replace(/[.,:]+$/, "")).filter((part) => part.length > 3);
    let from = 0;
    for (const part of words) {
      const at = statement.example.indexOf(part, from);
      expect(at, `“${part}” in “${statement.example}”`).toBeGreaterThanOrEqual(0);
      from = at + part.length;
    }
  });
});

describe("snippets/case-note.json", () => {
  const snippets = JSON.parse(readFileSync("snippets/case-note.json", "utf8")) as Record<string, { prefix: string; body: string[]; description: string }>;
  test("holds every statement, found by plain words, its fields as tab stops that stay fields", () => {
    expect(Object.keys(snippets)).toEqual(statements.map(({ title }) => title));
    for (const { prefix, body, description } of Object.values(snippets)) {
      expect(prefix).toMatch(/^[\p{L}' ]+$/u);
      expect(description.length).toBeGreaterThan(5);
      expect(body.join("\n")).toMatch(/\$\{1:\[… [^\]]+ …\]\}/);
      expect(body.join("\n").replace(/\$\{\d+:\[… [^\]]+ …\]\}/g, "")).not.toMatch(/[${}…]/);
    }
    expect(new Set(Object.values(snippets).map(({ prefix }) => prefix)).size).toBe(statements.length);
  });
  test("the child's name is typed once", () => expect(snippets["Question and answer"]!.body[0]).toMatch(/^I asked \$\{1:\[… child's name …\]\} .*\$\{1:\[… child's name …\]\} said/));
});
