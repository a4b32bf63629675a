import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { failing, reachesOut, Watched, withoutNetwork } from "./watched.ts";

// The watcher is watched: what it does not see, the other tests here could not tell.

let folder: string;
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), "case-recording-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a program that reaches out, in its first thread and in another, is refused and noted", () => {
  const watched = new Watched(folder);
  const { stdout, status } = spawnSync(process.execPath, [reachesOut, path.join(folder, "temporary")], { env: { ...process.env, ...watched.env }, encoding: "utf8" });
  expect(stdout).toBe("");
  expect(status).toBe(0);
  const of = (kind: string): string[] => watched.attempts.filter(([one]) => one === kind).map(([, what]) => what).sort();
  const network = [
    "net.connect", "net.Socket.connect", "net.createServer", "tls.connect", "http.get", "https.request", "http2.connect", "dgram.createSocket",
    "dns.lookup", "dns.promises.resolve", "dns.Resolver.resolve4", ".fetch", "TCP.connect", ...("WebSocket" in globalThis ? [".WebSocket"] : []),
  ];
  expect(of("network")).toEqual([...network, ...network].sort());
  for (const what of ["writeFile", "mkdir", "rename", "unlink"]) expect(of("disk").filter((one) => one === what), what).toHaveLength(2);
  const opened = watched.attempts.filter(([, what]) => what === "open").map(([, , file]) => path.basename(file!));
  expect(new Set(opened)).toEqual(new Set(["d", "e", "d-thread", "e-thread"]));
  expect(of("program").filter((one) => one === "spawnSync")).toHaveLength(2);
  expect(watched.left.map((file) => path.basename(file)).sort()).toEqual(["d", "d-thread", "e", "e-thread"]);
});

test("without the watcher the same program is refused nothing", () => {
  const { stdout } = spawnSync(process.execPath, ["--unhandled-rejections=none", "-e", `process.on("uncaughtException", () => {}); process.argv[2] = ${JSON.stringify(folder)}; require(${JSON.stringify(reachesOut)})`, "", folder], { encoding: "utf8" });
  expect(stdout).toContain("net.connect went through");
  expect(stdout).toContain("http went through");
});

// Not every machine lets a program be shut off from its network.
if (withoutNetwork) test("where there is no network, nothing can be reached", () => {
  const [program, ...words] = withoutNetwork!;
  const reach = "require('node:net').connect(9, '127.0.0.1').on('error', ({ code }) => console.log(code))";
  expect(spawnSync(program, [...words, "-e", reach], { encoding: "utf8" }).stdout).toBe("ENETUNREACH\n");
});

test.each(["thrown", "timer", "rejection", "console", "warning", "no error", "rejection without an error", "two timers", "error of another name"])("a program that knows nothing of it tells what was searched when the fault is %s", (how) => {
  const program = path.join(folder, "plain.cjs");
  writeFileSync(program, `/b/.test("the zorblewick shouts")`);
  expect(spawnSync(process.execPath, [program], { env: { ...process.env, ...failing(how, "zorblewick") }, encoding: "utf8" }).stderr).toContain("zorblewick");
});
