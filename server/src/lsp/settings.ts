import { DiagnosticSeverity, DidChangeConfigurationNotification, MessageType, ShowMessageNotification, type Connection } from "vscode-languageserver";
import { defaultSettings, readSettings, withOwn, type KnownNames, type Settings } from "../engine/settings.ts";
import { configName, ConfigShelf } from "../files/config.ts";
import { isWhole } from "../files/files.ts";
import type { Reach } from "../files/find.ts";
import { PackShelf } from "../files/packs.ts";
import { ProfileShelf } from "../files/profiles.ts";
import type { FileFault, HearFaults } from "../files/yaml.ts";
import { EditorFiles } from "./editorFiles.ts";
import { ownSection, type StartOptions } from "./options.ts";
import type { Abilities } from "./ports.ts";
import { diskUri, parentOf, readable } from "./uris.ts";
import { WatchedFiles } from "./watched.ts";
import type { Workspace } from "./workspace.ts";

const section = "caseRecording";

/** The settings of each document, asked of the client once and again after every change. */
export class SettingsSource {
  readonly #byUri = new Map<string, Promise<Settings>>();
  readonly #told = new Set<string>();
  /** Files of the team's with faults that were told, until they are put right. */
  readonly #faulty = new Set<string>();
  /** The files that were ever named in the editor's own settings. */
  readonly #chosen = new Set<string>();
  readonly #files: EditorFiles;
  readonly #watched: WatchedFiles;
  readonly #configs: ConfigShelf;
  readonly #packs: PackShelf;
  readonly #profiles: ProfileShelf;
  #pushed: unknown;

  constructor(
    private readonly connection: Connection,
    private readonly abilities: Abilities,
    private readonly workspace: Workspace,
    private readonly known: KnownNames,
    { settings, readsFiles }: Pick<StartOptions, "settings" | "readsFiles">,
  ) {
    this.#pushed = settings;
    this.#watched = new WatchedFiles(connection, abilities.watchesFiles);
    this.#files = new EditorFiles(connection, readsFiles, (uri) => this.#watched.watch(uri));
    const hear = (what: string): HearFaults => (file, faults, why) => (why ? this.#sayUnread(file, faults, why) : this.#showFaults(what, file, faults));
    this.#configs = new ConfigShelf(this.#files, known, hear("some of these settings cannot be obeyed"), (folder) => workspace.reachIn(folder, "folder"));
    this.#packs = new PackShelf(this.#files, hear("some of this word list cannot be used"));
    this.#profiles = new ProfileShelf(this.#files, hear("this profile cannot be used yet"));
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
      for (const { uri } of changes) {
        const folder = uri.endsWith(`/${configName}`) ? parentOf(uri) : undefined;
        if (folder !== undefined) void this.#configs.at(this.#files.at(configName, folder));
      }
      changed();
    });
    // What was refused may be read now, or what was read may not.
    this.workspace.listen(this.connection, this.abilities.tellsFolders, () => {
      this.#byUri.clear();
      void this.#configs.readAgain();
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
    const folder = parentOf(uri);
    const team = folder === undefined ? undefined : await this.#configs.nearest(folder);
    const { settings } = readSettings(withOwn(team?.written, raw), this.known);
    const base = folder ?? this.workspace.first ?? diskUri(process.cwd());
    const { all, own } = namedIn(raw);
    for (const written of all) this.#chosen.add(written);
    const reachOf = (written: string): Reach => this.workspace.reachIn(base, own.has(written) ? "person" : "folder");
    return this.#profiles.fill(await this.#packs.fill(settings, base, reachOf), base, reachOf);
  }

  /** Shows what is wrong with a file of the team's in that file, at its place, and says once that there is something; what was put right goes. */
  #showFaults(what: string, uri: string, faults: readonly FileFault[]): void {
    const [first, ...more] = faults;
    if (!first) this.#faulty.delete(uri);
    else if (!this.#faulty.has(uri)) {
      this.#faulty.add(uri);
      this.#say(`${readable(uri)}: ${what} (line ${first.start.line + 1}: ${first.text}).${more.length ? ` ${more.length} more in that file.` : ""}`);
    }
    const diagnostics = faults.map(({ start, end, text }) => ({ range: { start, end }, severity: DiagnosticSeverity.Error, source: "Case Recording", message: `${text[0]!.toUpperCase()}${text.slice(1)}.` }));
    this.connection.sendDiagnostics({ uri, diagnostics }).catch(() => undefined);
  }

  /** Says that a file is not there, which may come yet; or that settings may not name it, which is written to the log, and shown in the team's file where it stands there. */
  #sayUnread(written: string, [fault]: readonly FileFault[], why: "missing" | "refused"): void {
    if (why === "refused") this.connection.console.warn(`Case Recording: ${written}: ${fault?.text}.`);
    if (why === "refused" && !this.#chosen.has(written)) return;
    this.#say(`${written}: ${fault?.text}.`);
    if (!isWhole(written)) this.#watched.expect(written.split(/[\\/]/).at(-1)!);
  }

  #tell(fault: string): void {
    if (this.#told.has(fault)) return;
    this.#told.add(fault);
    this.#say(fault);
  }

  #say(fault: string): void {
    // A notification: the window's own method asks a question, and waits for an answer. Editors make links, even commands, of “[…](…)”.
    this.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message: `Case Recording: ${fault.replaceAll("](", "] (")}` }).catch(() => undefined);
  }
}

/** The files that an editor's settings name, and which of them are a person's own choice: all, but for those in settings that the client says are a folder's. */
function namedIn(raw: unknown): { all: readonly string[]; own: ReadonlySet<string> } {
  const { profile, wordLists } = readSettings(raw).settings;
  const ofFolder: unknown = (raw as { readonly ofFolder?: unknown } | null | undefined)?.ofFolder;
  const named = { profile: profile === undefined ? [] : [profile], wordLists };
  const own = Object.entries(named).flatMap(([setting, files]) => (Array.isArray(ofFolder) && ofFolder.includes(setting) ? [] : files));
  return { all: [...named.profile, ...wordLists], own: new Set(own) };
}
