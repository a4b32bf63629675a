import { FileType, Uri, workspace, type FileStat } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient/node";

/** What the server asks about: a file or folder, by its URI. */
interface About {
  readonly uri: string;
}

/** Answers the server from the editor's own file systems, the virtual and remote ones among them. */
export function serveFiles(client: BaseLanguageClient): void {
  client.onRequest("caseRecording/stat", ({ uri }: About) => workspace.fs.stat(Uri.parse(uri)).then(told, () => null));
  client.onRequest("caseRecording/readFile", ({ uri }: About) =>
    workspace.fs.readFile(Uri.parse(uri)).then(
      (bytes) => ({ content: Buffer.from(bytes).toString("base64") }),
      () => null,
    ),
  );
}

/** `mtime` in milliseconds. */
const told = ({ mtime, type }: FileStat): { mtime: number; symbolicLink: boolean } => ({ mtime, symbolicLink: (type & FileType.SymbolicLink) !== 0 });
