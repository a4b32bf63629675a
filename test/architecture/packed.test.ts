import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { homedir, hostname, tmpdir, userInfo } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pack } from "../../scripts/lib/pack.mjs";
import { faultsOfPacked } from "../../scripts/lib/packedList.mjs";
import { root } from "./imports.ts";

const folder = mkdtempSync(path.join(tmpdir(), "case-recording-packed-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** vsce gives three files the names that the Marketplace knows them by. */
const calledThere: Readonly<Record<string, string>> = { "readme.md": "README.md", "changelog.md": "CHANGELOG.md", "LICENSE.txt": "LICENSE" };
/** What describes the package stands beside the extension's own files. */
const ofThePackage = ["extension.vsixmanifest", "[Content_Types].xml"];

let file: string;
let whole: Uint8Array;
let packed: Readonly<Record<string, Uint8Array>>;
beforeAll(async () => {
  file = await pack(folder);
  whole = readFileSync(file);
  packed = unzipSync(whole);
}, 60_000);
const paths = (): string[] => Object.keys(packed).filter((name) => !ofThePackage.includes(name)).map((name) => name.replace(/^extension\//, "")).map((name) => calledThere[name] ?? name);
const texts = (): [string, string][] => Object.entries(packed).filter(([name]) => !/\.(?:webp|png)$/.test(name)).map(([name, bytes]) => [name, strFromU8(bytes)]);

/** What the secrets of this trade look like: keys, tokens, passwords in an address. */
const secrets = /-----BEGIN [A-Z ]*PRIVATE KEY|\bnpm_[A-Za-z0-9]{36}\b|\bgh[pousr]_[A-Za-z0-9]{36}|\bgithub_pat_\w{22}|\bAKIA[0-9A-Z]{16}\b|\bsk-[A-Za-z0-9_-]{20}|\bxox[abprs]-\w|\bglpat-[\w-]{20}|_authToken|\beyJ[\w-]{10,}\.eyJ|:\/\/[^\s/:@"'`<>${}()]+:[^\s/:@"'`<>${}()]+@/;

describe("the .vsix", () => {
  test("holds the files that are named in scripts/lib/packedList.mjs, all of those that it needs, and no others", () => {
    expect(faultsOfPacked(paths())).toEqual({ stray: [], missing: [] });
    for (const name of ofThePackage) expect(Object.keys(packed)).toContain(name);
  });
  test("each file as it was built or written", () => {
    for (const [name, bytes] of Object.entries(packed)) {
      const source = calledThere[name.replace(/^extension\//, "")] ?? name.replace(/^extension\//, "");
      // The file that says what the extension is, vsce writes anew.
      if (!ofThePackage.includes(name) && source !== "package.json") expect(Buffer.compare(bytes, readFileSync(path.join(root, source))), source).toBe(0);
    }
  });
  test("is the same, byte by byte, wherever and whenever it is packed from the same files", () => {
    const again = mkdtempSync(path.join(folder, "again-"));
    const script = `import { pack } from ${JSON.stringify(pathToFileURL(path.join(root, "scripts/lib/pack.mjs")).href)}; await pack(${JSON.stringify(again)});`;
    execFileSync(process.execPath, ["--input-type=module", "--eval", script], { cwd: root, env: { ...process.env, SOURCE_DATE_EPOCH: undefined, TZ: "Asia/Tokyo" }, stdio: "ignore" });
    expect(Buffer.compare(readFileSync(path.join(again, path.basename(file))), whole)).toBe(0);
  }, 60_000);
  test("is at most 2 MB, pictures included", () => expect(whole.length).toBeLessThanOrEqual(2_000_000));
  test("says nothing of the machine that it was made on", () => {
    const here = [root.replace(/[\\/]$/, ""), tmpdir(), ...[homedir()].filter((one) => one.length > 1), ...[userInfo().username, hostname()].filter((one) => one.length > 7)];
    for (const [name, text] of texts()) {
      for (const one of here) expect(text.includes(one), `${name} holds ${one}`).toBe(false);
      expect(/(?:\/home\/|\/Users\/|\/root\/|\/work\/|[A-Z]:\\Users\\)[\w.-]+|\bfile:\/\/\/[\w.]/.exec(text)?.[0], name).toBeUndefined();
    }
  });
  test("holds no key and no token", () => {
    for (const [name, text] of texts()) expect(secrets.exec(text)?.[0], name).toBeUndefined();
  });
  test("asks to have no map of its sources loaded", () => {
    for (const [name, text] of texts()) expect(/[#@] sourceMappingURL=/.exec(text)?.[0], name).toBeUndefined();
  });
});

describe("the list of what may be packed", () => {
  test("tells what is too much, and what is missing", () => {
    const listed = paths();
    for (const stray of ["server/src/cli.ts", "test/build.ts", "dist/server.js.map", "dist/meta.json", "dist/server.cache", "dist/parts/start.cache", "node_modules/yaml/package.json", "docs/rules/deep/page.md", "docs/notes.md", ".env", "images/new.png", "samples/real.casenote.md"]) expect(faultsOfPacked([...listed, stray]).stray).toEqual([stray]);
    expect(faultsOfPacked(listed.filter((file) => file !== "THIRD-PARTY-NOTICES.txt")).missing).toEqual(["THIRD-PARTY-NOTICES.txt"]);
    expect(faultsOfPacked(listed.filter((file) => !file.startsWith("docs/rules/"))).missing).toHaveLength(1);
  });
  test("a secret is known when it is seen", () => {
    const letters = "aB3".repeat(12);
    for (const secret of [`npm_${letters}`, `ghp_${letters}`, `//registry.example/:_authToken=${letters}`, "https://me:word@example.org/", "-----BEGIN RSA PRIVATE KEY-----", `eyJ${letters}.eyJ${letters}`]) expect(secrets.test(secret), secret).toBe(true);
    for (const innocent of ["https://example.org/a:b@c", "`${scheme}://${user}:${word}@`", "npm_execpath"]) expect(secrets.test(innocent), innocent).toBe(false);
  });
});
