import { window, type ExtensionContext } from "vscode";
import { registerCommands } from "./commands.ts";
import { OpenNotes } from "./openNotes.ts";
import { Service } from "./service.ts";

let service: Service | undefined;

/** Called by the editor when a document opens in which a case note may stand, or when a command is run. */
export function activate(context: ExtensionContext): void {
  const output = window.createOutputChannel("Case Recording", { log: true });
  const notes = new OpenNotes();
  const running = new Service(context, notes, output);
  service = running;
  context.subscriptions.push(output, notes, running, notes.onDidOpen(() => void running.start()), ...registerCommands(notes, running, output));
  notes.considerAll();
}

/** Called by the editor when it closes or the extension is turned off. */
export async function deactivate(): Promise<void> {
  await service?.stop();
}
