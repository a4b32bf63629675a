import { DiagnosticSeverity, DidChangeConfigurationNotification, MessageType, ShowMessageNotification, type Connection } from "vscode-languageserver";
import { dirname, isAbsolute } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { defaultSettings, readSettings, withOwn, type KnownNames, type Settings } from "../engine/settings.ts";
import { teamSettings } from "../files/config.ts";
import { PackShelf } from "../files/packs.ts";
import { ProfileShelf, type FileFault } from "../files/profiles.ts";
import { ownSection } from "./options.ts";
import type { Abilities } from "./ports.ts";

const section = "caseRecording";

/** The settings of each document, asked of the client once and again after every change. */
export class SettingsSource {
  readonly #byUri = new Map<string, Promise<Settings>>();
  readonly #told = new Set<string>();
  readonly #packs = new PackShelf((place, problem) => this.#tell(`${place}: ${problem}.`));
  readonly #profiles = new ProfileShelf((path, faults) => this.#showFaults(path, faults));
  #pushed: unknown;

  constructor(
    private readonly connection: Connection,
    private readonly abilities: Abilities,
    private readonly known: KnownNames,
    given: unknown,
  ) {
    this.#pushed = given;
  }

  /** Asks the client to tell of changes, where it must be asked, and hears them. */
  listen(changed: () => void): void {
    this.connection.onDidChangeConfiguration(({ settings }) => {
      if (!this.abilities.answersConfiguration) this.#pushed = ownSection(settings);
      this.#byUri.clear();
      changed();
    });
    // A team's settings file was written, made or taken away.
    this.connection.onDidChangeWatchedFiles(() => {
      this.#byUri.clear();
      changed();
    });
    if (this.abilities.registersConfiguration) this.connection.client.register(DidChangeConfigurationNotification.type, { section }).catch(() => undefined);
  }

  /** The settings for a document. Never rejects: what cannot be had or understood is left at its default, and said once. */
  of(uri: string): Promise<Settings> {
    let settings = this.#byUri.get(uri);
    if (!settings) this.#byUri.set(uri, (settings = this.#ask(uri)));
    return settings;
  }

  /** Forgets the settings of a document. */
  forget(uri: string): void {
    this.#byUri.delete(uri);
  }

  async #ask(uri: string): Promise<Settings> {
    let raw = this.#pushed;
    if (this.abilities.answersConfiguration) {
      try {
        raw = await this.connection.workspace.getConfiguration({ scopeUri: uri, section });
      } catch {
        this.connection.console.warn("Case Recording: the editor did not answer the question for settings; the usual ones are used.");
        return defaultSettings;
      }
    }
    const { settings, faults } = readSettings(withOwn(await this.#team(uri), raw), { ...this.known, prefix: `${section}.` });
    for (const { text } of faults) this.#tell(text);
    return this.#profiles.fill(await this.#packs.fill(settings, folderOf(uri)), folderOf(uri));
  }

  /** The team's settings file nearest to a document on the disk. */
  async #team(uri: string): Promise<unknown> {
    if (!uri.startsWith("file:")) return undefined;
    return teamSettings(folderOf(uri), (path, problem) => this.#tell(`${path}: ${problem}.`)).catch(() => undefined);
  }

  /** Shows what is wrong with a team's own profile in that file, at its place; what was put right goes. */
  #showFaults(path: string, faults: readonly FileFault[]): void {
    if (faults.length) this.#tell(`${path}: this profile cannot be used yet (line ${faults[0]!.start.line + 1}: ${faults[0]!.text}).${faults.length > 1 ? ` ${faults.length - 1} more in that file.` : ""}`);
    if (!isAbsolute(path)) return;
    const diagnostics = faults.map(({ start, end, text }) => ({ range: { start, end }, severity: DiagnosticSeverity.Error, source: "Case Recording", message: `${text[0]!.toUpperCase()}${text.slice(1)}.` }));
    this.connection.sendDiagnostics({ uri: pathToFileURL(path).href, diagnostics }).catch(() => undefined);
  }

  #tell(fault: string): void {
    if (this.#told.has(fault)) return;
    this.#told.add(fault);
    // A notification: the window's own method asks a question, and waits for an answer.
    this.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message: `Case Recording: ${fault}` }).catch(() => undefined);
  }
}

/** The folder of a document on the disk; for any other document, the one where the server was started. */
function folderOf(uri: string): string {
  try {
    return uri.startsWith("file:") ? dirname(fileURLToPath(uri)) : process.cwd();
  } catch {
    return process.cwd();
  }
}
