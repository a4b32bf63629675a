import { basename, dirname, extname, resolve } from "node:path";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { version } from "../../package.json";
import { checkBatch, type BatchJob } from "./batch/batch.ts";
import { isWatched, Progress } from "./batch/progress.ts";
import { serveAsThread } from "./batch/thread.ts";
import { workersFor } from "./batch/workers.ts";
import { checkNote, read } from "./check.ts";
import { checklistFor } from "./checklist.ts";
import { draftNote } from "./drafting/draft.ts";
import { draftKinds } from "./drafting/kinds.ts";
import { readDraftRequest, type DraftProblem } from "./drafting/request.ts";
import { dueAfterNote } from "./due.ts";
import { endOnFault, faultInWords, hushLibraries } from "./fault.ts";
import { severities, type Severity } from "./engine/finding.ts";
import { defaultSettings, isProfilePath, volumes, type KnownNames, type Settings, type Volume } from "./engine/settings.ts";
import { ConfigShelf, readConfig } from "./files/config.ts";
import { PackShelf, readPackFile } from "./files/packs.ts";
import { ProfileShelf } from "./files/profiles.ts";
import { readStandardInput, readText } from "./files/read.ts";
import { findNotes } from "./files/walk.ts";
import { pointsOf } from "./points.ts";
import { placeOf, type FileFault } from "./files/yaml.ts";
import { writeTo } from "./files/write.ts";
import { htmlDocument } from "./record/html.ts";
import { leavingInWords, personalDataOf } from "./record/leaving.ts";
import type { NoteRecord } from "./record/model.ts";
import { recordOf } from "./record/record.ts";
import { plainText } from "./record/text.ts";
import { toWord } from "./record/word.ts";
import { reaches } from "./report/checked.ts";
import { checklistJson, checklistReport, type ListedNote } from "./report/checklist.ts";
import { dueJson, dueReport, type DueNote } from "./report/due.ts";
import { plain } from "./report/excerpt.ts";
import type { ReportFormatName } from "./report/formats.ts";
import { fieldsReport } from "./report/left.ts";
import { tryPack } from "./trial.ts";
import { counted } from "./report/words.ts";
import { explainRule, listRules, rulesJson } from "./report/rule.ts";
import { rules } from "./rules/registry.ts";
import { clause } from "./standards/clauses.ts";
import { defaultProfile, profiles } from "./standards/standards.ts";
import { nearest } from "./text/nearest.ts";

interface CheckOptions {
  readonly format: ReportFormatName;
  readonly profile?: string;
  readonly config?: string;
  readonly volume?: Volume;
  readonly failOn: Severity;
  readonly color: boolean;
  readonly workers?: number;
  readonly quiet?: true;
}

const known = { rules: rules.map(({ id }) => id), profiles: profiles.map(({ id }) => id) } satisfies KnownNames;

/** Something was asked for that cannot be done: said on standard error, and the exit code is 2. */
class Unusable extends Error {}

const program = new Command("case-recording")
  .description("Reads draft case notes as a careful colleague would, and says what falls short of the recording standards.\nEverything happens on this computer: nothing is sent anywhere, and no note is changed.")
  .version(version, "-V, --version", "say which version this is")
  .helpOption("-h, --help", "show this help")
  .helpCommand("help [command]", "show the help of a command")
  .showHelpAfterError("(add --help to see what is possible)")
  .exitOverride();

program
  .command("check")
  .description("check notes against the standards")
  .argument("[paths...]", "notes, or folders to look through for .md, .casenote and .txt files; - reads a note from standard input")
  .addOption(new Option("-f, --format <format>", "how to answer: pretty (for people) or json (for programs)").default("pretty").argParser(readFormat))
  .option("-p, --profile <id>", "the standards profile to hold the notes against, or a file with your own")
  .option("-c, --config <file>", "the settings file to use, in place of the nearest .case-recording.yml")
  .addOption(new Option("--volume <volume>", "how much to show: what is missing or at risk, the usual, or every hint").choices(volumes))
  .addOption(new Option("--fail-on <severity>", "the mildest finding that makes the exit code 1").choices(severities).default("warning"))
  .option("-w, --workers <number>", "how many notes to check at a time; left out, as many as the computer has processors for, where there are enough notes", readWorkers)
  .option("-q, --quiet", "show no progress bar")
  .option("--no-color", "use no colours")
  .addHelpText("after", "\nExit codes: 0 nothing as grave as --fail-on, 1 something, 2 the question or an input could not be understood.")
  .action(checkCommand);

program
  .command("rules")
  .description("list the rules")
  .addOption(new Option("-f, --format <format>", "how to answer: pretty or json").default("pretty").argParser(readFormat))
  .option("--no-color", "use no colours")
  .action(({ format, color }: CheckOptions) => write(format === "json" ? rulesJson(rules) : listRules(rules, inColour(color))));

program
  .command("explain")
  .description("say what a rule asks for, and why")
  .argument("<rule>", "the rule's name, such as seen-alone-missing")
  .option("--no-color", "use no colours")
  .action((id: string, { color }: CheckOptions) => {
    const rule = rules.find((candidate) => candidate.id === id);
    if (rule) return write(explainRule(rule, rule.standards.map((id) => clause(id)), inColour(color)));
    const near = nearest(id, rules.map((candidate) => candidate.id));
    throw new Unusable(`there is no rule called "${id}".${near ? ` Did you mean ${near}?` : ""} "case-recording rules" lists them all.`);
  });

program
  .command("due")
  .description("say when the next visit is due at the latest, note by note")
  .argument("[paths...]", "notes, or folders to look through; - reads a note from standard input")
  .addOption(new Option("-f, --format <format>", "how to answer: pretty (for people) or json (for programs)").default("pretty").argParser(readFormat))
  .option("-p, --profile <id>", "the standards profile to count by, or a file with your own")
  .option("-c, --config <file>", "the settings file to use, in place of the nearest .case-recording.yml")
  .addHelpText("after", "\nIt is counted from the details of each note: the child's status, the visit, the last visit, the start of a placement\nor plan. It is the least that the standard asks; the child's plan may ask for more.")
  .action(dueCommand);

program
  .command("checklist")
  .description("list the points of the standard for each note: what is met and where, what is missing, and what only its writer can judge")
  .argument("[paths...]", "notes, or folders to look through; - reads a note from standard input")
  .addOption(new Option("-f, --format <format>", "how to answer: pretty (for people) or json (for programs)").default("pretty").argParser(readFormat))
  .option("-p, --profile <id>", "the standards profile, or a file with your own")
  .option("-c, --config <file>", "the settings file to use, in place of the nearest .case-recording.yml")
  .action(checklistCommand);

program
  .command("new")
  .description("begin a new note: its details, its headings, and the standard's questions as comments")
  .option("-k, --kind <kind>", `what kind of note: ${draftKinds.map(({ kind }) => kind).join(", ")}`)
  .option("--child <child>", "a child, with a date of birth or an age where you like: \"Rosie Tennant, 03/03/2017\"; once for each child", (value: string, before: readonly string[]) => [...before, value], [])
  .option("--visited <day>", "the day of the visit, call or meeting, with its time where you like: \"12/06/2025 16:00\"")
  .option("--recorded <day>", "the day on which it is recorded")
  .option("--last-visit <day>", "the day of the visit before")
  .option("--type <type>", "the type of visit or contact, such as \"Direct work\"")
  .option("--status <status>", "the child's status, such as \"Child in care\"")
  .option("--place <place>", "where it was")
  .option("--present <people>", "who was there")
  .option("--worker <name>", "who writes the note")
  .option("-p, --profile <id>", "the standards profile whose headings to use, or a file with your own")
  .option("-c, --config <file>", "the settings file to use, in place of the nearest .case-recording.yml")
  .option("-o, --output <file>", "write the note to this new file, in place of showing it")
  .option("--force", "write over a file that is there already")
  .addHelpText("after", "\nWhat was not given stands in the note as a field to complete, such as [… where the child was seen …].\nExit codes: 0 the note was begun, 2 something is missing or could not be understood.")
  .action(newCommand);

program
  .command("words")
  .description("look through a team's word list, and try the sentences in it")
  .argument("<file>", "the word list, such as team-words.yml; docs/word-lists.md says how to write one")
  .action(wordsCommand);

const exportFormats = ["docx", "html", "text"] as const;

interface ExportOptions {
  readonly format?: (typeof exportFormats)[number];
  readonly output?: string;
  readonly force?: true;
  readonly profile?: string;
  readonly config?: string;
}

program
  .command("export")
  .description("write a note as it will stand in the record, without comments, with the child's words in blue and risks bold and red")
  .argument("<file>", "the note; - reads it from standard input")
  .addOption(new Option("-f, --format <format>", "docx (Word), html or text; left out, the ending of --output tells, and else it is docx").choices(exportFormats))
  .option("-o, --output <path>", "the file to write, or - for standard output; left out, a Word file goes beside the note, and html and text to standard output")
  .option("--force", "write over a file that is there already")
  .option("-p, --profile <id>", "the standards profile, or a file with your own")
  .option("-c, --config <file>", "the settings file to use, in place of the nearest .case-recording.yml")
  .addHelpText("after", "\nWhat is still to be completed in the note, such as [… the reason …], stops it, with a list of where it is.\nExit codes: 0 written, 1 something is still to be completed, 2 the question or an input could not be understood.")
  .action(exportCommand);

async function exportCommand(path: string, options: ExportOptions): Promise<void> {
  const format = options.format ?? formatOf(options.output) ?? "docx";
  const beside = path === "-" ? undefined : resolve(dirname(path), `${basename(path).replace(/(?:\.casenote)?(?:\.(?:md|markdown|txt|casenote))?$/i, "")}.docx`);
  const output = options.output ?? (format === "docx" ? beside : "-");
  if (output === undefined || (output === "-" && format === "docx" && process.stdout.isTTY)) throw new Unusable("a Word file needs a place: name one with --output.");
  if (output !== "-" && path !== "-" && resolve(output) === resolve(path)) throw new Unusable("the note itself is never written over; name another file with --output.");
  for await (const { path: found, name, text, settings } of readNotes([path], options)) {
    if (path !== "-" && resolve(found) !== resolve(path)) throw new Unusable("export takes one note at a time, and no folder.");
    const note = read(text, settings);
    const record = recordOf(note);
    if (record.unread) return complain(name, record.unread);
    if (!record.blocks.length && !record.fields.length) return complain(name, "there is nothing in this note yet, so nothing was exported");
    if (record.fields.length) {
      process.stderr.write(fieldsReport(name, note, record.fields));
      process.exitCode = 1;
      return;
    }
    const content = await exported(record, format);
    if (output === "-") await write(content);
    else {
      const problem = await writeTo(output, content, options.force);
      if (problem !== undefined) throw new Unusable(`${output}: ${problem}.`);
      process.stderr.write(`Written to ${plain(output)}.\n`);
    }
    const warning = leavingInWords(personalDataOf(note));
    if (warning) process.stderr.write(`${warning} Please keep it where only those who may read it can.\n`);
  }
}

const exported = async (record: NoteRecord, format: (typeof exportFormats)[number]): Promise<string | Uint8Array> => (format === "docx" ? toWord(record) : format === "html" ? htmlDocument(record) : plainText(record));

function formatOf(output: string | undefined): ExportOptions["format"] {
  const ending = extname(output ?? "").toLowerCase();
  return ending === ".docx" ? "docx" : ending === ".html" || ending === ".htm" ? "html" : ending === ".txt" ? "text" : undefined;
}

interface NewOptions {
  readonly kind?: string;
  readonly child: readonly string[];
  readonly visited?: string;
  readonly recorded?: string;
  readonly lastVisit?: string;
  readonly type?: string;
  readonly status?: string;
  readonly place?: string;
  readonly present?: string;
  readonly worker?: string;
  readonly profile?: string;
  readonly config?: string;
  readonly output?: string;
  readonly force?: boolean;
}

/** What each part of a new note is called on the command line. */
const newOptionOf: Readonly<Record<DraftProblem["field"], string>> = { kind: "--kind", type: "--type", children: "--child", visited: "--visited", recorded: "--recorded", lastVisit: "--last-visit", status: "--status", place: "--place", present: "--present", worker: "--worker", profile: "--profile" };

async function newCommand({ child, profile, config, output, force = false, ...rest }: NewOptions): Promise<void> {
  if (profile !== undefined && !known.profiles.includes(profile) && !isProfilePath(profile)) throw new Unusable(noSuchProfile(profile));
  const missing = [rest.kind === undefined && `--kind (${draftKinds.map(({ kind }) => kind).join(", ")})`, !child.length && "--child (such as \"Rosie Tennant, 03/03/2017\")"].filter((one) => one !== false);
  if (missing.length) throw new Unusable(`a new note needs ${missing.join(" and ")}.`);
  const own = await (await settingsSource({ ...(config === undefined ? {} : { config }) }))(output === undefined ? process.cwd() : dirname(output));
  const settings = profile === undefined ? own : await (await settingsSource({ ...(config === undefined ? {} : { config }), profile }))(process.cwd());
  const read = readDraftRequest({ ...rest, children: child, ...(profile !== undefined && known.profiles.includes(profile) ? { profile } : {}) });
  if ("problems" in read) {
    for (const { field, message } of read.problems) complain(newOptionOf[field], message);
    return;
  }
  // The note names its standards where whoever checks it there would not choose them by themselves.
  const text = draftNote(read.request, read.request.profile ? own : settings);
  if (output === undefined) return write(text);
  const problem = await writeTo(output, text, force);
  if (problem !== undefined) throw new Unusable(`${output}: ${problem}.`);
}

async function wordsCommand(path: string): Promise<void> {
  const { pack, faults, unreadable } = await readPackFile(path);
  if (unreadable) throw new Unusable(whatIsWrong(path, faults));
  complainOf(path, faults);
  const trials = tryPack(pack);
  const failed = trials.filter(({ wanted, found }) => found !== (wanted === "flag"));
  const entries = pack.acronyms.length + Object.values(pack.entries).reduce((sum, list) => sum + list.length, 0);
  const lines = failed.map(({ list, term, sentence, wanted }) => `  ${plain(`${list}, “${term}”: ${wanted === "flag" ? "should be found, and is not" : "should be left alone, and is found"}: ${sentence}`)}`);
  await write([...lines, `${counted(entries, "entry", "entries")}, ${counted(pack.leave.length, "word")} left alone, ${counted(trials.length, "sentence")} tried: ${failed.length ? `${failed.length} not as they should be` : trials.length ? "all as they should be" : "none to try"}${faults.length ? `; ${counted(faults.length, "fault")} above` : ""}.`, ""].join("\n"));
  if (failed.length && !process.exitCode) process.exitCode = 1;
}

async function checkCommand(paths: readonly string[], options: CheckOptions): Promise<void> {
  const heard: [string, string][] = [];
  const hear: Complain = (path, problem) => void heard.push([path, problem]);
  const say = (said: readonly [string, string][]): void => said.forEach((one) => complain(...one));
  const asked = await lookFor(paths, options, hear);
  async function* jobs(): AsyncGenerator<BatchJob> {
    for await (const note of readEach(asked, hear)) {
      const said = heard.splice(0);
      yield { ...note, profile: note.settings.profile ?? defaultProfile, say: () => say(said) };
    }
  }
  // A bar stands between whole lines, and the parts of an answer for programs are none.
  const progress = asked.files.length > 1 && options.format === "pretty" && !options.quiet && isWatched(process) ? new Progress(process.stderr, asked.files.length) : undefined;
  const totals = await checkBatch(jobs(), {
    writing: { format: options.format, look: { colour: inColour(options.color), columns: columns() } },
    workers: await workersFor(asked.files, options.workers),
    program: __filename,
    profile: options.profile ?? defaultProfile,
    write: isRead,
    complain,
    aside: (count, tell) => (progress ? progress.past(count, tell) : tell()),
    end: () => {
      progress?.end();
      say(heard);
    },
  });
  if (!process.exitCode && reaches(totals, options.failOn)) process.exitCode = 1;
}

async function dueCommand(paths: readonly string[], options: CheckOptions): Promise<void> {
  const notes: DueNote[] = [];
  for await (const { path, text, settings } of readNotes(paths, options)) notes.push({ path, next: dueAfterNote(read(text, settings), settings) });
  await write(options.format === "json" ? dueJson(notes) : dueReport(notes));
}

async function checklistCommand(paths: readonly string[], options: CheckOptions): Promise<void> {
  const notes: ListedNote[] = [];
  for await (const { path, name, text, settings } of readNotes(paths, options)) {
    const report = checkNote(text, settings);
    for (const rule of report.failed) complain(name, `the rule ${rule} failed on this note, by a fault of the program; the points that rest on it are missing`);
    notes.push({ path, note: report.note, points: pointsOf(report, settings), checklist: checklistFor(report.note, settings) });
  }
  await write(options.format === "json" ? checklistJson(notes) : checklistReport(notes));
}

const noSuchProfile = (name: string): string => `there is no profile called "${name}"; there are ${known.profiles.join(", ")}, or the path of a file with your own.`;

/** Told of what cannot be read or obeyed: where it stands, and what is wrong. */
type Complain = (path: string, problem: string) => void;

/** Files that were asked for, "-" for standard input among them, and where their settings come from. */
interface Asked {
  readonly files: readonly string[];
  readonly settingsFor: (folder: string) => Promise<Settings>;
}

/** Looks for what was asked for. Throws where that cannot be done at all. */
async function lookFor(paths: readonly string[], options: Pick<CheckOptions, "profile" | "config" | "volume">, hear: Complain): Promise<Asked> {
  if (paths.length === 0 && process.stdin.isTTY) throw new Unusable("which notes? Name files or folders, or - for standard input.");
  if (options.profile !== undefined && !known.profiles.includes(options.profile) && !isProfilePath(options.profile)) throw new Unusable(noSuchProfile(options.profile));
  const settingsFor = await settingsSource(options, hear);
  const walked = await findNotes(paths.filter((path) => path !== "-"));
  for (const { path, problem } of walked.problems) hear(path, problem);
  return { files: paths.length === 0 || paths.includes("-") ? ["-", ...walked.files] : walked.files, settingsFor };
}

/** The notes that were asked for, one after another, each with its settings. What cannot be read is said and passed over. */
async function* readEach({ files, settingsFor }: Asked, hear: Complain): AsyncGenerator<{ path: string; name: string; text: string; settings: Settings; count: number }> {
  for (const [index, path] of files.entries()) {
    const name = path === "-" ? "standard input" : path;
    const file = path === "-" ? await readStandardInput() : await readText(path);
    if (file.ok) yield { path, name, text: file.text, settings: await settingsFor(dirname(path)), count: index + 1 };
    else hear(name, file.problem);
  }
}

async function* readNotes(paths: readonly string[], options: Pick<CheckOptions, "profile" | "config" | "volume">): ReturnType<typeof readEach> {
  yield* readEach(await lookFor(paths, options, complain), complain);
}

/** Where the settings of a note in a folder come from: the file that was named, or the nearest; a profile that was named goes before both. */
async function settingsSource({ config: path, profile, volume }: Pick<CheckOptions, "profile" | "config" | "volume">, hear: Complain = complain): Promise<(folder: string) => Promise<Settings>> {
  const chosen = { ...(profile === undefined ? {} : { profile }), ...(volume === undefined ? {} : { volume }) };
  const hearOf = (path: string, faults: readonly FileFault[]): void => complainOf(path, faults, hear);
  const packs = new PackShelf(hearOf);
  const profiles = new ProfileShelf((path, faults) => complainOfProfile(path, faults, hear));
  const fill = async (settings: Settings, folder: string): Promise<Settings> => profiles.fill(await packs.fill(settings, folder), folder);
  if (path === undefined) {
    const configs = new ConfigShelf(known, hearOf);
    return async (folder) => fill({ ...((await configs.nearest(folder))?.settings ?? defaultSettings), ...chosen }, profile === undefined ? folder : process.cwd());
  }
  const config = await readConfig(path, known);
  if (config.unreadable) throw new Unusable(whatIsWrong(path, config.faults));
  hearOf(path, config.faults);
  const settings = await fill({ ...config.settings, ...chosen }, profile === undefined ? dirname(path) : process.cwd());
  return async () => settings;
}

/** Says what is wrong with a team's own profile, line by line. */
function complainOfProfile(path: string, faults: readonly FileFault[], hear: Complain): void {
  complainOf(path, faults, hear);
  if (faults.length) hear(path, `this profile is not used until that is put right; “${defaultProfile}” is used in its place`);
}

/** Says what is wrong with a file of the team's, line by line. */
function complainOf(path: string, faults: readonly FileFault[], hear: Complain = complain): void {
  for (const fault of faults) hear(placeOf(path, fault), fault.text);
}

/** Why a file that was named cannot be used at all. */
const whatIsWrong = (path: string, faults: readonly FileFault[]): string => faults.map((fault) => `${placeOf(path, fault)}: ${fault.text}.`).join("\n");

/** Says on standard error what could not be done; the work goes on, and the exit code will be 2. */
function complain(path: string, problem: string): void {
  process.stderr.write(`${plain(path)}: ${plain(problem).replace(/\.$/, "")}.\n`);
  process.exitCode = 2;
}

/** Writes an answer, however long, to its end before the program goes. */
async function write(answer: string | Uint8Array): Promise<void> {
  await isRead(answer);
}

/** Writes an answer; false where nobody reads it any more. */
const isRead = (answer: string | Uint8Array): Promise<boolean> => new Promise((done) => process.stdout.write(answer, (error) => done(!error)));

function readWorkers(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new InvalidArgumentError("It is a whole number, and at least 1.");
}

function readFormat(value: string): ReportFormatName {
  if (value === "pretty" || value === "json") return value;
  throw new InvalidArgumentError(value === "sarif" || value === "html" ? `The format ${value} is not there yet; pretty and json are.` : "The formats are pretty and json.");
}

/** How wide a line of a note may be shown: as wide as the terminal, within reason. */
const columns = (): number => Math.min(Math.max(process.stdout.columns ?? 100, 60), 160);

function inColour(wanted: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (!wanted || NO_COLOR) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return process.stdout.isTTY === true && TERM !== "dumb";
}

// A reader that closes early (head, less) is no fault of ours or theirs.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

/** Runs the command that was asked for. */
async function run(): Promise<void> {
  endOnFault(2);
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else {
      process.stderr.write(`case-recording: ${error instanceof Unusable ? error.message : `something went wrong in the program itself (${faultInWords(error)}); please report it`}\n`);
      process.exitCode = 2;
    }
  }
}

hushLibraries((fault) => process.stderr.write(`case-recording: a library met a fault (${fault}).\n`));
// In a thread, whoever started it tells what became of it.
if (!serveAsThread()) void run();
