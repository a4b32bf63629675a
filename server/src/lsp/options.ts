/** What a client may say of us when it starts us. */
export interface StartOptions {
  /** Check every document that the client opens with us: it opens notes alone. */
  readonly checkAll: boolean;
  /** The folder of the rules' pages, as a URI. */
  readonly docsUri?: string;
  /** Settings, from clients that cannot be asked for them: under `caseRecording`, under `settings`, or bare. */
  readonly settings: unknown;
  /** The client has a command that adds a word to the team's own. */
  readonly addsWords: boolean;
  /** The client has a command that turns a rule off. */
  readonly turnsRulesOff: boolean;
  /** The client has a command that explains when the next visit is due. */
  readonly explainsNextVisit: boolean;
  /** The client has a command that shows all that the standard asks under a heading. */
  readonly explainsSections: boolean;
  /** What lies in the client's folders is trusted. A client that says nothing knows no folder that is not. */
  readonly trusted: boolean;
  /** The client reads files for us that do not stand on the disk: it answers `caseRecording/stat` and `caseRecording/readFile`. */
  readonly readsFiles: boolean;
  /** The client's own command that asks for completion once more: what may stand in a detail, once its name is there. */
  readonly suggestCommand?: string;
}

/** Reads `initializationOptions`, which may be anything at all. */
export function readOptions(raw: unknown): StartOptions {
  const options = typeof raw === "object" && raw !== null && !Array.isArray(raw) ? (raw as Record<string, unknown>) : {};
  const docsUri = options["docsUri"];
  const suggestCommand = options["suggestCommand"];
  return {
    checkAll: options["checkAll"] === true,
    ...(typeof docsUri === "string" && docsUri !== "" ? { docsUri } : {}),
    ...(typeof suggestCommand === "string" && suggestCommand !== "" ? { suggestCommand } : {}),
    trusted: options["trusted"] !== false,
    readsFiles: options["readsFiles"] === true,
    addsWords: options["addsWords"] === true,
    turnsRulesOff: options["turnsRulesOff"] === true,
    explainsNextVisit: options["explainsNextVisit"] === true,
    explainsSections: options["explainsSections"] === true,
    settings: ownSection(options["settings"] ?? options),
  };
}

/** Our section of a client's settings, whether it sends all of them or ours alone. */
export function ownSection(settings: unknown): unknown {
  return typeof settings === "object" && settings !== null && "caseRecording" in settings ? settings.caseRecording : settings;
}
