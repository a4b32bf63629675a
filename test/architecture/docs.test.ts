import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { rules } from "../../server/src/rules/registry.ts";
import { files, root } from "./imports.ts";

const text = (file: string): string => readFileSync(path.join(root, file), "utf8");

test("the pages of the rules and the list in README.md say what the rules say", () => {
  const ran = spawnSync(process.execPath, ["scripts/docs.mjs", "--check"], { cwd: root, encoding: "utf8" });
  expect(ran.stderr).toBe("");
  expect(ran.status).toBe(0);
});

describe("README.md", () => {
  const readme = text("README.md");
  test("names every rule, with a link to its page", () => {
    for (const { id } of rules) expect(readme).toContain(`[\`${id}\`](docs/rules/${id}.md)`);
  });
});

describe("links between pages lead somewhere", () => {
  const pages = ["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", ...files("docs", ".md")];
  test.each(pages)("%s", (page) => {
    for (const [, target] of text(page).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target!) || target!.startsWith("#")) continue;
      const file = path.posix.join(path.posix.dirname(page), target!.split("#")[0]!);
      expect(() => readFileSync(path.join(root, file)), `${page}: ${target}`).not.toThrow(/ENOENT/);
    }
  });
});
