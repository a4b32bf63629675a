import { workspace, type ConfigurationChangeEvent, type TextDocument } from "vscode";

/** The section of the settings that is the extension's. */
export const section = "caseRecording";

/** What decides, for one document, whether it is a case note. */
export interface RecognitionSettings {
  readonly patterns: readonly string[];
  readonly recognise: boolean;
}

/** Reads the settings that hold for one document. A value of the wrong type counts as none. */
export function recognitionSettings(document: TextDocument): RecognitionSettings {
  const settings = workspace.getConfiguration(section, document);
  const files: unknown = settings.get("files");
  return {
    patterns: Array.isArray(files) ? files.filter((file): file is string => typeof file === "string") : [],
    recognise: settings.get("recogniseNotes") !== false,
  };
}

/** Whether a change of settings may change which documents are case notes. */
export function changesRecognition(event: ConfigurationChangeEvent): boolean {
  return event.affectsConfiguration(`${section}.files`) || event.affectsConfiguration(`${section}.recogniseNotes`);
}
