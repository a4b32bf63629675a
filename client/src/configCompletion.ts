import { CompletionItem, CompletionItemKind, extensions, Hover, l10n, languages, MarkdownString, Range, SnippetString, Uri, workspace, type CompletionItemProvider, type ExtensionContext, type HoverProvider, type Position, type TextDocument } from "vscode";
import schema from "../../dictionaries/schema/settings.schema.json" with { type: "json" };
import { nameAt, placeIn } from "./configText.ts";
import { literal } from "./markdown.ts";
import { neverNotes } from "./openNotes.ts";
import type { Service } from "./service.ts";

/** What a schema says of a setting, as far as it is shown. */
interface Described {
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly anyOf?: readonly Described[];
  readonly default?: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Described>>;
}

const settings = schema.properties as Readonly<Record<string, Described>>;
const rules = settings["rules"]?.properties ?? {};
const levels: Described = schema.definitions.level;

/** The files that hold a team's settings. */
const files = { pattern: "**/.case-recording.yml" };
const isConfig = (document: TextDocument): boolean => !neverNotes.has(document.uri.scheme) && workspace.fs.isWritableFileSystem(document.uri.scheme) !== undefined && document.uri.path.endsWith("/.case-recording.yml");

/** Completes and explains a team's settings file, and shows its faults once it is open. */
export function registerConfigHelp(context: ExtensionContext, service: Pick<Service, "start">): void {
  const look = async (document: TextDocument): Promise<void> => {
    if (isConfig(document)) (await service.start())?.look(document.uri.toString());
  };
  context.subscriptions.push(
    languages.registerCompletionItemProvider(files, completions, " "),
    languages.registerHoverProvider(files, hovers(context.extensionUri)),
    workspace.onDidOpenTextDocument((document) => void look(document)),
  );
  for (const document of workspace.textDocuments) void look(document);
}

/** Where Red Hat's YAML extension is, it does the same by the same schema. */
const servedElsewhere = (document: TextDocument): boolean => document.languageId === "yaml" && extensions.getExtension("redhat.vscode-yaml") !== undefined;

const completions: CompletionItemProvider = {
  provideCompletionItems(document, position) {
    if (servedElsewhere(document)) return [];
    const place = placeIn(linesOf(document), position.line, position.character);
    const range = document.getWordRangeAtPosition(position, /[\w-]+/) ?? new Range(position, position);
    switch (place?.at) {
      case "setting":
        return Object.entries(settings).filter(([name]) => !place.known.includes(name)).map(([name, said], order) => named(name, said, range, order, after(said)));
      case "rule":
        return Object.entries(rules).filter(([name]) => !place.known.includes(name)).map(([name, said], order) => named(name, said, range, order, ": "));
      case "level":
        return values(levels, range, rules[place.rule]?.default);
      case "value": {
        const said = settings[place.setting];
        return said ? values(said, range, said.default) : [];
      }
      default:
        return [];
    }
  },
};

/** What follows the name of a setting: a place for its value, on the line or under it. */
function after({ type, properties }: Described): string {
  if (properties) return ":\n  ";
  return type === "array" ? ":\n  - " : ": ";
}

function named(name: string, said: Described, range: Range, order: number, behind: string): CompletionItem {
  const item = new CompletionItem(name, CompletionItemKind.Property);
  item.range = range;
  item.insertText = new SnippetString(`${name}${behind}$0`);
  item.sortText = String(order).padStart(3, "0");
  item.documentation = explained(said);
  if (behind !== ":\n  - ") item.command = { command: "editor.action.triggerSuggest", title: "" };
  return item;
}

/** The values that may stand there, each with what it means. */
function values(said: Described, range: Range, usual: unknown): CompletionItem[] {
  return choices(said).map(({ value, meaning }, order) => {
    const item = new CompletionItem(value, CompletionItemKind.EnumMember);
    item.range = range;
    item.sortText = String(order).padStart(3, "0");
    if (value === String(usual)) item.detail = l10n.t("as it comes");
    if (meaning) item.documentation = meaning;
    return item;
  });
}

function choices(said: Described): { value: string; meaning?: string }[] {
  if (said.type === "boolean") return [{ value: "true" }, { value: "false" }];
  const own = (said.enum ?? []).map((value, at) => ({ value, ...(said.enumDescriptions?.[at] ? { meaning: said.enumDescriptions[at] } : {}) }));
  return [...own, ...(said.anyOf ?? []).flatMap(choices)];
}

const hovers = (extension: Uri): HoverProvider => ({
  provideHover(document, position) {
    if (servedElsewhere(document)) return undefined;
    const word = document.getWordRangeAtPosition(position, /[\w-]+/);
    const at = word && nameAt(linesOf(document), position.line, position.character);
    const said = at && (at.setting === undefined ? rules[at.rule ?? ""] : settings[at.setting]);
    if (!said) return undefined;
    const meaning = at.inName ? undefined : choices(at.rule === undefined ? said : levels).find(({ value }) => value === document.getText(word))?.meaning;
    if (!at.inName && !meaning) return undefined;
    const text = new MarkdownString(literal(meaning ?? explained(said)));
    if (at.inName && at.rule !== undefined) text.appendMarkdown(`\n\n[${l10n.t("About this rule")}](${Uri.joinPath(extension, "docs/rules", `${at.rule}.md`).toString()})`);
    return new Hover(text, word);
  },
});

/** What a setting is for, and how it comes. */
function explained({ description = "", default: usual }: Described): string {
  return typeof usual === "string" || typeof usual === "boolean" ? `${description.replace(/ Usually: [^.]*\.$/, "")} ${l10n.t("As it comes: {0}.", String(usual))}` : description;
}

const linesOf = (document: TextDocument): string[] => document.getText().split(/\r\n|\r|\n/);
