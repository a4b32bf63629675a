import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as rest } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { readSettled } from "../../server/src/files/read.ts";

const folder = mkdtempSync(path.join(tmpdir(), "case-recording-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = path.join(folder, "profile.yml");

describe("a file that is just being saved", () => {
  test("is read when its text is there again, not while it is empty", async () => {
    writeFileSync(file, "");
    const reading = readSettled(file);
    await rest(120);
    writeFileSync(file, "id: north\n");
    expect(await reading).toEqual({ ok: true, text: "id: north\n" });
  });
  test("is read when it is whole, not while half of it is there", async () => {
    writeFileSync(file, "id: nor");
    const reading = readSettled(file);
    await rest(10);
    writeFileSync(file, "id: north\ntitle: North\n");
    expect(await reading).toEqual({ ok: true, text: "id: north\ntitle: North\n" });
  });
  test("is empty where it stays so", async () => {
    writeFileSync(file, "");
    expect(await readSettled(file)).toEqual({ ok: true, text: "" });
  });
  test("is read at once where nobody has touched it lately, and a file that is not there is said", async () => {
    writeFileSync(file, "");
    utimesSync(file, 1_600_000_000, 1_600_000_000);
    const asked = Date.now();
    expect(await readSettled(file)).toEqual({ ok: true, text: "" });
    expect(Date.now() - asked).toBeLessThan(900);
    expect((await readSettled(path.join(folder, "none.yml"))).ok).toBe(false);
  });
});
