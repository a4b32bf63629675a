import { strFromU8, unzipSync } from "fflate";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Folder } from "./run.ts";

const note = `# Visit to Kai\n\nChild: Kai Morton (9)\nType of contact: Case note\n\n## What we talked about\n\nKai said “it is better now”. **There is no food in the fridge.** <!-- a comment -->\n`;
const unfinished = `Child: Kai Morton (9)\nType of contact: Case note\n\nI went because [… the reason …].\n\n- Sam to ring – by: [… a date …]\n`;

let folder: Folder;
beforeEach(() => void (folder = new Folder()));
afterEach(() => folder.remove());

describe("export", () => {
  test("puts a Word file beside the note, and says what leaves with it", async () => {
    folder.write("kai.casenote.md", note);
    const { code, stdout, stderr } = await folder.run(["export", "kai.casenote.md"]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toMatch(/^Written to .*kai\.docx\.\nThis copy holds a full name\. /);
    const document = strFromU8(unzipSync(readFileSync(join(folder.path, "kai.docx")))["word/document.xml"]!);
    expect(document).toContain("it is better now");
    expect(document).not.toContain("a comment");
    expect(readFileSync(join(folder.path, "kai.casenote.md"), "utf8")).toBe(note);
  });
  test("writes HTML and plain text to standard output", async () => {
    folder.write("kai.md", note);
    const html = await folder.run(["export", "kai.md", "--format", "html"]);
    expect(html.code).toBe(0);
    expect(html.stdout).toMatch(/^<!doctype html><html lang="en-GB">.*it is better now.*<\/html>\n$/s);
    const text = await folder.run(["export", "-f", "text", "-"], { input: note });
    expect(text).toMatchObject({ code: 0, stdout: "Visit to Kai\n\nChild: Kai Morton (9)\nType of contact: Case note\n\nWhat we talked about\n\nKai said “it is better now”. [RISK: There is no food in the fridge.]\n" });
    expect(text.stderr).toContain("This copy holds a full name.");
  });
  test("the ending of the output tells the format", async () => {
    folder.write("kai.md", note);
    expect((await folder.run(["export", "kai.md", "-o", "out.html"])).code).toBe(0);
    expect(readFileSync(join(folder.path, "out.html"), "utf8")).toMatch(/^<!doctype html>/);
    expect((await folder.run(["export", "kai.md", "-o", "out.txt"])).code).toBe(0);
    expect(readFileSync(join(folder.path, "out.txt"), "utf8")).toMatch(/^Visit to Kai\n/);
    expect((await folder.run(["export", "kai.md", "-f", "docx", "-o", "-"])).stdout.slice(0, 2)).toBe("PK");
  });
  test("never writes over a file unless it is asked to, and never over the note", async () => {
    folder.write("kai.md", note);
    folder.write("out.txt", "mine");
    const refused = await folder.run(["export", "kai.md", "-o", "out.txt"]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("out.txt: this file is there already, and was left as it is");
    expect(readFileSync(join(folder.path, "out.txt"), "utf8")).toBe("mine");
    expect((await folder.run(["export", "kai.md", "-o", "out.txt", "--force"])).code).toBe(0);
    expect(readFileSync(join(folder.path, "out.txt"), "utf8")).toContain("it is better now");
    const itself = await folder.run(["export", "kai.md", "-f", "text", "-o", "./kai.md", "--force"]);
    expect(itself.code).toBe(2);
    expect(readFileSync(join(folder.path, "kai.md"), "utf8")).toBe(note);
  });
  test("what is still to be completed stops it, with its places", async () => {
    folder.write("kai.md", unfinished);
    const { code, stdout, stderr } = await folder.run(["export", "kai.md"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toBe("2 places in this note are still to be completed, so nothing was exported:\n  kai.md:4:16  [… the reason …]\n  kai.md:6:21  [… a date …]\n");
    expect(existsSync(join(folder.path, "kai.docx"))).toBe(false);
  });
  test.each<readonly [string, readonly string[], string, string]>([
    ["no such note", ["nope.md"], "", "there is no such file"],
    ["a folder", ["."], "", "export takes one note at a time, and no folder"],
    ["a folder that is not there", ["kai.md", "-o", "none/out.docx"], "", "the folder is not there"],
    ["an unknown format", ["kai.md", "-f", "pdf"], "", "pdf"],
    ["Word from standard input to nowhere", ["-"], note, "name one with --output"],
    ["an empty note", ["-f", "text", "-"], "<!-- nothing -->\n", "there is nothing in this note yet"],
    ["bytes", ["-f", "text", "-"], "Kai\0\0\0", "this is not a text file"],
  ])("%s: exit code 2, and nothing on standard output", async (_, args, input, said) => {
    folder.write("kai.md", note);
    const { code, stdout, stderr } = await folder.run(["export", ...args], { input });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(said);
  });
  test("line ends and a mark of byte order change nothing", async () => {
    folder.write("one.md", note);
    folder.write("two.md", `\uFEFF${note.replaceAll("\n", "\r\n")}`);
    const [one, two] = await Promise.all(["one.md", "two.md"].map((name) => folder.run(["export", name, "-f", "html"])));
    expect(two!.stdout).toBe(one!.stdout);
  });
});
