import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { files, root } from "./imports.ts";

const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const texts = JSON.parse(read("package.nls.json")) as Readonly<Record<string, string>>;
interface Setting {
  readonly default: unknown;
  readonly scope: string;
  readonly enum: readonly string[];
  readonly markdownDescription: string;
  readonly markdownEnumDescriptions: readonly string[];
}
const settings = Object.assign({}, ...(JSON.parse(read("package.json")) as { contributes: { configuration: readonly { properties: object }[] } }).contributes.configuration.map(({ properties }) => properties)) as Readonly<Record<string, Setting>>;
const text = (named: string): string => texts[named.slice(1, -1)]!;

describe("the setting that records messages", () => {
  const trace = settings["caseRecording.trace.server"]!;
  test("is off, and no folder can turn it on", () => expect(trace).toMatchObject({ default: "off", scope: "application" }));
  test("warns, in bold, of the text that it writes and of the file in which that stays", () => {
    const [bold] = /\*\*[^*]+\*\*/.exec(text(trace.markdownDescription))!;
    expect(bold).toContain("the text of your notes");
    expect(bold).toContain("log file");
    expect(text(trace.markdownDescription)).toContain("Leave it `off`");
    expect(text(trace.markdownEnumDescriptions[trace.enum.indexOf("verbose")]!)).toContain("**with the text of your notes**");
  });
  test("says of every value what is recorded", () => expect(trace.enum).toEqual(["off", "messages", "verbose"]));
});

describe("the extension keeps nothing of a note", () => {
  const sources = files("client").map((file) => ({ file, source: read(file) }));
  const with_ = (pattern: RegExp): string[] => sources.filter(({ source }) => pattern.test(source)).map(({ file }) => file);
  test("no store of the editor's, no folder for logs or temporary files, no disk of its own", () => expect(with_(/\b(?:globalState|workspaceState|storageUri|globalStorageUri|storagePath|globalStoragePath|logUri|logPath|tmpdir|mkdtemp|localStorage|sessionStorage|indexedDB)\b|["'](?:node:)?(?:fs|os)["'\/]/)).toEqual([]));
  test("writes a file in one place: the export", () => expect(with_(/\bfs\.(?:writeFile|copy|rename|delete|createDirectory)\b/)).toEqual(["client/src/export.ts"]));
  test("the page of the preview keeps the address of its note and nothing else", () => {
    expect(with_(/\bsetState\(/)).toEqual(["client/webview/preview.ts"]);
    expect(sources.flatMap(({ source }) => [...source.matchAll(/\bsetState\(\{[^}]*\}\)/g)].map(([call]) => call))).toEqual(['setState({ uri: document.body.dataset["uri"] })']);
  });
  test("has no telemetry, opens no address, and says to the console nothing", () => expect(with_(/\bcreateTelemetryLogger\b|\benv\.openExternal\b|\bconsole\.\w+\(/)).toEqual([]));
  test("tells its output that the server did not start, that a note could not be opened or closed, and nothing else", () => {
    const said = sources.flatMap(({ source }) => [...source.matchAll(/(?:output|client)\.(?:error|warn|info|debug|trace|append|appendLine)\(([^,$]*)/g)].map(([, first]) => first!));
    expect(said.sort()).toEqual(['"A note could not be closed"', '"A note could not be opened"', "`The server did not start: "]);
  });
});

describe("what people are told of it", () => {
  const page = read("docs/privacy.md");
  const { version } = JSON.parse(read("package.json")) as { version: string };
  test("is about this version, so that it is read again before the next", () => {
    expect(page).toContain(`It is about version ${version},`);
    expect(page).toContain(`case-recording-${version}.vsix`);
    expect(read("SECURITY.md")).toContain(`| ${version.split(".").slice(0, 2).join(".")} | yes |`);
  });
  test("names tests that are there", () => {
    const named = [...page.matchAll(/`npx vitest run ([^`]+)`/g)].map(([, where]) => where!);
    expect(named.length).toBeGreaterThan(2);
    for (const where of named) expect(existsSync(path.join(root, where)), where).toBe(true);
  });
  test("names settings of ours that are there, and every value of the one that records messages", () => {
    for (const [name] of page.matchAll(/(?<![\w.])caseRecording\.[\w.]+\w/g)) expect(settings, name).toHaveProperty([name]);
    for (const value of settings["caseRecording.trace.server"]!.enum) expect(page).toContain(`\`${value}\``);
  });
  test("invents no address", () => expect(page + read("SECURITY.md")).not.toMatch(/https?:|mailto:|[\w.]+@[\w.]+/));
});
