import { DiagnosticSeverity, DidChangeConfigurationNotification, MessageType, ShowMessageNotification, type Connection } from "vscode-languageserver";
import { dirname, isAbsolute, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { defaultSettings, readSettings, withOwn, type KnownNames, type Settings } from "../engine/settings.ts";
import { configName, ConfigShelf } from "../files/config.ts";
import { PackShelf } from "../files/packs.ts";
import { ProfileShelf } from "../files/profiles.ts";
import type { FileFault } from "../files/yaml.ts";
import { ownSection } from "./options.ts";
import type { Abilities } from "./ports.ts";

const section = "caseRecording";

/** The settings of each document, asked of the client once and again after every change. */
export class SettingsSource {
  readonly #byUri = new Map<string, Promise<Settings>>();
  readonly #told = new Set<string>();
  /** Files of the team's with faults that were told, until they are put right. */
  readonly #faulty = new Set<string>();
  readonly #configs: ConfigShelf;
  readonly #packs = new PackShelf((path, faults, missing) => this.#showFaults("some of this word list cannot be used", path, faults, missing));
  readonly #profiles = new ProfileShelf((path, faults, missing) => this.#showFaults("this profile cannot be used yet", path, faults, missing));
  #pushed: unknown;

  constructor(
    private readonly connection: Connection,
    private readonly abilities: Abilities,
    private readonly known: KnownNames,
    given: unknown,
  ) {
    this.#pushed = given;
    this.#configs = new ConfigShelf(known, (path, faults) => this.#showFaults("some of these settings cannot be obeyed", path, faults));
  }

  /** Asks the client to tell of changes, where it must be asked, and hears them. */
  listen(changed: () => void): void {
    this.connection.onDidChangeConfiguration(({ settings }) => {
      if (!this.abilities.answersConfiguration) this.#pushed = ownSection(settings);
      this.#byUri.clear();
      changed();
    });
    // A team's settings file was written, made or taken away; its faults show even where no note is open.
    this.connection.onDidChangeWatchedFiles(({ changes }) => {
      this.#byUri.clear();
      for (const { uri } of changes) if (uri.endsWith(`/${configName}`)) void this.#configs.at(join(folderOf(uri), configName));
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
    for (const { text } of readSettings(raw, { ...this.known, prefix: `${section}.` }).faults) this.#tell(text);
    // What is wrong in the team's file is shown there.
    const team = uri.startsWith("file:") ? await this.#configs.nearest(folderOf(uri)) : undefined;
    const { settings } = readSettings(withOwn(team?.written, raw), this.known);
    return this.#profiles.fill(await this.#packs.fill(settings, folderOf(uri)), folderOf(uri));
  }

  /** Shows what is wrong with a file of the team's in that file, at its place, and says once that there is something; what was put right goes. */
  #showFaults(what: string, path: string, faults: readonly FileFault[], missing?: true): void {
    const [first, ...more] = faults;
    if (missing) return this.#say(`${path}: ${first?.text}.`);
    if (!first) this.#faulty.delete(path);
    else if (!this.#faulty.has(path)) {
      this.#faulty.add(path);
      this.#say(`${path}: ${what} (line ${first.start.line + 1}: ${first.text}).${more.length ? ` ${more.length} more in that file.` : ""}`);
    }
    if (!isAbsolute(path)) return;
    const diagnostics = faults.map(({ start, end, text }) => ({ range: { start, end }, severity: DiagnosticSeverity.Error, source: "Case Recording", message: `${text[0]!.toUpperCase()}${text.slice(1)}.` }));
    this.connection.sendDiagnostics({ uri: pathToFileURL(path).href, diagnostics }).catch(() => undefined);
  }

  #tell(fault: string): void {
    if (this.#told.has(fault)) return;
    this.#told.add(fault);
    this.#say(fault);
  }

  #say(fault: string): void {
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
