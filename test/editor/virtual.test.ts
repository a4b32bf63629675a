import assert from "node:assert/strict";
import { suite, suiteSetup, suiteTeardown, teardown, test } from "mocha";
import * as vscode from "vscode";
import { closeAll, findings, found, fresh, gone, note, until } from "./support.ts";

/** A file system that only this process knows: nothing of it is on the disk. */
class Memory implements vscode.FileSystemProvider {
  readonly #files = new Map<string, { bytes: Uint8Array; mtime: number }>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  #time = Date.now() - 1_000_000;

  stat({ path }: vscode.Uri): vscode.FileStat {
    const file = this.#files.get(path);
    if (file) return { type: vscode.FileType.File, ctime: 0, mtime: file.mtime, size: file.bytes.length };
    if ([...this.#files.keys()].some((one) => one.startsWith(`${path.replace(/\/$/, "")}/`))) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    throw vscode.FileSystemError.FileNotFound();
  }
  readFile({ path }: vscode.Uri): Uint8Array {
    const file = this.#files.get(path);
    if (!file) throw vscode.FileSystemError.FileNotFound();
    return file.bytes;
  }
  writeFile(uri: vscode.Uri, bytes: Uint8Array): void {
    const type = this.#files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.#files.set(uri.path, { bytes, mtime: (this.#time += 5_000) });
    this.#changed.fire([{ type, uri }]);
  }
  /** Changes a file as somebody else does, elsewhere. */
  put(uri: vscode.Uri, text: string): void {
    this.writeFile(uri, Buffer.from(text));
  }
  text({ path }: vscode.Uri): string | undefined {
    const file = this.#files.get(path);
    return file && Buffer.from(file.bytes).toString("utf8");
  }
  readDirectory = (): [string, vscode.FileType][] => [];
  watch = (): vscode.Disposable => new vscode.Disposable(() => undefined);
  createDirectory(): void {}
  delete({ path }: vscode.Uri): void {
    this.#files.delete(path);
  }
  rename(): void {}
}

const team = vscode.Uri.parse("memfs:/team");
const at = (name: string): vscode.Uri => vscode.Uri.joinPath(team, name);

suite("a file system of the editor's that is not the disk", () => {
  const memory = new Memory();
  let registered: vscode.Disposable;
  suiteSetup(() => void (registered = vscode.workspace.registerFileSystemProvider("memfs", memory)));
  suiteTeardown(() => registered.dispose());
  teardown(async () => {
    await closeAll();
    for (const name of [".case-recording.yml", "north.yml", "words.yml"]) memory.delete(at(name));
  });

  const openNote = async (text: string): Promise<vscode.TextDocument> => {
    const uri = at(fresh(".casenote.md"));
    memory.put(uri, text);
    return (await vscode.window.showTextDocument(uri, { preview: false })).document;
  };

  test("findings follow the settings, the profile and the word list that lie there, and their changes", async () => {
    memory.put(at(".case-recording.yml"), "profile: ./north.yml\nwordLists: [words.yml]\nrules:\n  judgemental-language: off\n");
    memory.put(at("north.yml"), "id: north\ntitle: Northshire\nextends: coventry\nclauses:\n  - id: N1\n    section: Recording\n    quote: A visit is recorded on the same day.\ndocuments:\n  - letter: N\n    title: Northshire Policy\n    date: March 2026\nlimits:\n  - of: a visit\n    kinds: [statutory visit]\n    from: visited\n    to: recorded\n    within: the same day\n    clauses: [N1]\n");
    memory.put(at("words.yml"), "leave: [LAC]\njargon:\n  - term: blue form\n    plain: [the consent form]\n");
    const { uri } = await openNote(note("Rosie is a LAC child. Mum signed the blue form, the lazy mother that she is."));
    const [jargon] = await found(uri, "jargon");
    assert.match(jargon!.message, /the consent form/);
    const [late] = await found(uri, "recorded-late");
    assert.match(late!.message, /same day/);
    assert.deepEqual([...findings(uri, "acronym"), ...findings(uri, "judgemental-language")], []);

    memory.put(at("words.yml"), "leave: []\n");
    await gone(uri, "jargon");
    await found(uri, "acronym");
    memory.put(at(".case-recording.yml"), "rules:\n  acronym: off\n");
    await gone(uri, "acronym");
    await gone(uri, "recorded-late");
  });

  test("what is wrong in a file there is shown in it", async () => {
    memory.put(at(".case-recording.yml"), "volume: loud\n");
    await openNote(note("All was well."));
    await until("the fault", () => vscode.languages.getDiagnostics(at(".case-recording.yml")).some(({ message }) => /volume/.test(message)));
  });

  test("a note is exported there", async () => {
    await openNote(note("All was well."));
    const target = at("record.txt");
    await until("the export", async () => {
      await vscode.commands.executeCommand("caseRecording.export", "text", target);
      return memory.text(target) !== undefined;
    });
    assert.match(memory.text(target)!, /I feel happy here/);
  });
});
