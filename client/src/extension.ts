import { window, type ExtensionContext } from "vscode";
import { registerCommands } from "./commands.ts";
import { OpenNotes } from "./openNotes.ts";
import { Service } from "./service.ts";

let service: Service | undefined;

/** What other extensions, and tests, may ask of this one. */
export interface Exports {
  /** Whether a case note has been opened, so that the server runs. */
  readonly started: boolean;
}

/** Called by the editor when a document opens in which a case note may stand, or when a command is run. */
export function activate(context: ExtensionContext): Exports {
  const output = window.createOutputChannel("Case Recording", { log: true });
  const notes = new OpenNotes();
  const running = new Service(context, notes, output);
  service = running;
  context.subscriptions.push(output, notes, running, notes.onDidOpen(() => void running.start()), ...registerCommands(notes, running, output));
  notes.considerAll();
  return {
    get started() {
      return running.started;
    },
  };
}

/** Called by the editor when it closes or the extension is turned off. */
export async function deactivate(): Promise<void> {
  await service?.stop();
}
