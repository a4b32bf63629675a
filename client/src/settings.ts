import { workspace, type ConfigurationChangeEvent, type TextDocument, type Uri, type WorkspaceConfiguration } from "vscode";

/** The section of the settings that is the extension's. */
export const section = "caseRecording";

/** What decides, for one document, whether it is a case note. */
export interface RecognitionSettings {
  readonly patterns: readonly string[];
  readonly recognise: boolean;
}

/** The settings that the server asks for. */
const sent = ["profile", "volume", "rules", "words", "people", "wordLists", "disputedTerms", "seenAloneAge", "showNextVisit", "showPrompts"];

/** The settings that hold names of files, under the names by which the server knows them. */
const naming = { profile: ["profile", "profileFile"], wordLists: ["wordLists"] };

/**
 * The settings that somebody chose, without the defaults: what nobody chose is left to the team's settings file. `ofFolder`
 * says which of those that may name files come from the settings of a workspace or folder, and not from the person's own.
 */
export function ownChoices(scope: Uri | undefined): Record<string, unknown> {
  const settings = workspace.getConfiguration(section, scope);
  const chosen = (name: string): unknown => {
    const found = settings.inspect(name);
    const values = [found?.globalValue, found?.workspaceValue, found?.workspaceFolderValue].filter((value) => value !== undefined);
    // Of settings with names in them the nearer go before the farther, name by name, as everywhere in the editor.
    return values.length > 1 && values.every(isObject) ? Object.assign({}, ...values) : values.at(-1);
  };
  const file = chosen("profileFile");
  return {
    ...Object.fromEntries(sent.map((name) => [name, chosen(name)]).filter(([, value]) => value !== undefined)),
    // A profile of one's own stands where the name of a profile stands.
    ...(typeof file === "string" && file.trim() ? { profile: file.trim() } : {}),
    ofFolder: Object.entries(naming).filter(([, names]) => names.some((name) => inFolder(settings.inspect(name)))).map(([name]) => name),
  };
}

const inFolder = (found: ReturnType<WorkspaceConfiguration["inspect"]>): boolean => found?.workspaceValue !== undefined || found?.workspaceFolderValue !== undefined;

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null && !Array.isArray(value);

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
