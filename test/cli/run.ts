import { spawn } from "node:child_process";
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface JsonReport {
  readonly version: number;
  readonly profile: string;
  readonly notes: readonly {
    readonly path: string;
    readonly kind: string;
    readonly findings: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly message: string;
      readonly subject?: string;
      readonly start: { readonly line: number; readonly character: number; readonly offset: number };
      readonly end: { readonly line: number; readonly character: number; readonly offset: number };
      readonly text: string;
      readonly standards: readonly { readonly id: string; readonly document: string; readonly date: string; readonly clause: string }[];
      readonly fixes: readonly { readonly title: string; readonly safe: boolean; readonly edits: readonly { readonly start: number; readonly end: number; readonly newText: string }[] }[];
    }[];
    readonly quotations: readonly { readonly start: number; readonly end: number; readonly speaker: string; readonly name?: string }[];
  }[];
  readonly summary: Readonly<Record<string, number>>;
}

/** A folder of files for one test. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), "case-recording-"));

  write(name: string, content: string | Uint8Array): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  /** Runs the command line in this folder. Without `input`, standard input is empty; `command` ends with Node, which runs it. */
  run(args: readonly string[], { input = "", env = {}, command: [program, ...words] = [process.execPath] }: { input?: string | Uint8Array; env?: Record<string, string>; command?: readonly [string, ...string[]] } = {}): Promise<Ran> {
    return new Promise((done, fail) => {
      const { NO_COLOR: _, FORCE_COLOR: __, ...clean } = process.env;
      const ran = spawn(program, [...words, cli, ...args], { cwd: this.path, env: { ...clean, ...env } });
      const out: Buffer[] = [];
      const err: Buffer[] = [];
      ran.stdout.on("data", (data: Buffer) => out.push(data));
      ran.stderr.on("data", (data: Buffer) => err.push(data));
      ran.on("error", fail);
      ran.on("close", (code) => done({ code, stdout: Buffer.concat(out).toString("utf8"), stderr: Buffer.concat(err).toString("utf8") }));
      ran.stdin.on("error", () => undefined);
      ran.stdin.end(input);
    });
  }

  async json(args: readonly string[], options?: Parameters<Folder["run"]>[1]): Promise<Ran & { report: JsonReport }> {
    const ran = await this.run(["check", "--format", "json", ...args], options);
    return { ...ran, report: JSON.parse(ran.stdout) as JsonReport };
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
