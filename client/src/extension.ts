import { window, type ExtensionContext } from "vscode";
import { ActiveNote } from "./activeNote.ts";
import { NoteChanges } from "./changes.ts";
import { ChecklistView } from "./checklistView.ts";
import { Colours } from "./colours.ts";
import { registerCommands } from "./commands.ts";
import { registerConfigHelp } from "./configCompletion.ts";
import { registerExport } from "./export.ts";
import { registerFindings } from "./findings.ts";
import { registerNewNote } from "./newNote.ts";
import { OpenNotes } from "./openNotes.ts";
import { NotePoints } from "./points.ts";
import { Preview } from "./preview.ts";
import { registerSamples } from "./samples.ts";
import { Service } from "./service.ts";
import { StatusBar } from "./statusBar.ts";

let service: Service | undefined;

/** What other extensions, and tests, may ask of this one. */
export interface Exports {
  /** Whether a case note has been opened, so that the server runs. */
  readonly started: boolean;
  /** What stands beside the note in front: the checklist, the status bar, the preview. */
  readonly checklist: ChecklistView;
  readonly statusBar: StatusBar;
  readonly preview: Preview;
}

/** Called by the editor when a document opens in which a case note may stand, or when a command is run. */
export function activate(context: ExtensionContext): Exports {
  const output = window.createOutputChannel("Case Recording", { log: true });
  const notes = new OpenNotes();
  const running = new Service(context, notes, output);
  service = running;
  const changes = new NoteChanges(running);
  const active = new ActiveNote(notes, changes);
  const points = new NotePoints(active, changes, running);
  const checklist = new ChecklistView(points, running);
  const statusBar = new StatusBar(points);
  const preview = new Preview(context, active, changes, running);
  context.subscriptions.push(
    output, notes, running, changes, active, points, checklist, statusBar, preview, new Colours(notes, running, changes), notes.onDidOpen(() => void running.start()),
    ...registerCommands(notes, running, output), ...registerExport(active, running, preview), ...registerFindings(notes, points), ...registerSamples(context), registerNewNote(running),
  );
  registerConfigHelp(context, running);
  notes.considerAll();
  return {
    get started() {
      return running.started;
    },
    checklist,
    statusBar,
    preview,
  };
}

/** Called by the editor when it closes or the extension is turned off. */
export async function deactivate(): Promise<void> {
  await service?.stop();
}
