import { commands, l10n, SnippetString, Uri, window, workspace, type Disposable, type QuickPickItem } from "vscode";
import { unlinked } from "./markdown.ts";
import { caseNoteLanguage } from "./notes.ts";
import type { Server } from "./server.ts";
import type { Service } from "./service.ts";
import { ask, inTurn, pick, type Answer, type Place } from "./steps.ts";

/** What the server says may be chosen. */
interface Choices {
  readonly profile: { readonly title: string };
  readonly kinds: readonly { readonly id: string; readonly label: string; readonly description: string; readonly day: string; readonly needsDay: boolean; readonly visit: boolean }[];
  readonly statuses: readonly { readonly status: string; readonly child: string; readonly quote: string }[];
}
interface Draft {
  /** The draft with its fields as stops for the Tab key. */
  readonly snippet: string | null;
  readonly problems: readonly { readonly field: string; readonly message: string }[];
}

/** What a new note begins with; what nobody said stays a field to complete. */
export interface NewNote {
  kind?: string;
  children?: string;
  visited?: string;
  lastVisit?: string;
  status?: string;
  recorded?: string;
}

/** Registers the command that begins a new note. Given what it would ask for, it asks nothing. */
export function registerNewNote(service: Service): Disposable {
  return commands.registerCommand("caseRecording.newNote", async (given?: NewNote) => {
    const server = await service.start();
    const folder = workspace.workspaceFolders?.[0]?.uri;
    const choices = await server?.ask<Choices>("caseRecording/draftChoices", folder);
    if (!server || !choices) return undefined;
    const wanted = given ?? (await asked(server, folder, choices));
    if (!wanted) return undefined;
    const { snippet, problems } = await draft(server, folder, wanted);
    if (snippet === null) return void window.showErrorMessage(unlinked(problems.map(({ message }) => message).join(" ")));
    const document = await workspace.openTextDocument({ language: caseNoteLanguage });
    const editor = await window.showTextDocument(document, { preview: false });
    await editor.insertSnippet(new SnippetString(snippet));
    return document;
  });
}

const draft = async (server: Server, folder: Uri | undefined, wanted: NewNote): Promise<Draft> =>
  (await server.ask<Draft>("caseRecording/draft", folder, wanted)) ?? { snippet: null, problems: [{ field: "", message: l10n.t("The draft could not be made. Please try again.") }] };

/** Asks for the kind, the children and the dates; undefined where it was broken off. */
async function asked(server: Server, folder: Uri | undefined, choices: Choices): Promise<NewNote | undefined> {
  const wanted: NewNote = {};
  let kind = choices.kinds[0]!;
  const kindItems = choices.kinds.map((one) => ({ label: one.label, detail: one.description, one }));
  const kinds = async (place: Place): Promise<Answer<unknown>> => {
    const answer = await pick(place, l10n.t("What kind of note is it? ({0})", choices.profile.title), kindItems);
    if (answer && answer !== "back") wanted.kind = (kind = answer.value.one).id;
    return answer;
  };
  // The title is part of the name that a screen reader says; the placeholder, which is the rest of it, is only an example.
  const text = (field: Exclude<keyof NewNote, "kind">, name: () => string, prompt: () => string, placeholder: string, first = "") => async (place: Place): Promise<Answer<unknown>> => {
    const problemOf = async (value: string) => (await draft(server, folder, { ...wanted, [field]: value })).problems.find((problem) => problem.field === field)?.message;
    const answer = await ask({ ...place, title: l10n.t("New Note: {0}", name()) }, prompt(), placeholder, wanted[field] ?? first, problemOf);
    if (answer && answer !== "back") wanted[field] = answer.value.trim();
    return answer;
  };
  // Another child is asked for until there is none; going back shows all that were named.
  const children = async (place: Place): Promise<Answer<unknown>> => {
    let named = wanted.children ? [wanted.children] : [];
    for (let asking = 0; ; asking += 1) {
      const before = asking ? named : [];
      const all = (value: string): string => [...before, value.trim()].filter(Boolean).join("; ");
      const problemOf = async (value: string) => (value.trim() || !asking ? (await draft(server, folder, { ...wanted, children: all(value) })).problems.find((problem) => problem.field === "children")?.message : undefined);
      const answer = await ask(
        { ...place, title: l10n.t("New Note: {0}", asking ? l10n.t("Another Child") : l10n.t("The Child or Children")) },
        asking ? l10n.t("Another child, or leave it empty to go on. So far: {0}", before.join("; ")) : l10n.t("The child whom the note is about, with a date of birth or age where you know it."),
        asking ? "Alfie Tennant, 20/01/2022" : "Rosie Tennant, 03/03/2017",
        asking ? "" : named.join("; "),
        problemOf,
      );
      if (answer === undefined || (answer === "back" && !asking)) return answer;
      if (answer === "back") asking = -1;
      else {
        named = all(answer.value).split(/\s*;\s*/);
        wanted.children = named.join("; ");
        if (asking && !answer.value.trim()) return answer;
      }
    }
  };
  const statuses = async (place: Place): Promise<Answer<unknown>> => {
    if (!kind.visit) return { value: undefined };
    const none: QuickPickItem & { status?: string } = { label: l10n.t("Leave it out"), detail: l10n.t("The note will not say when the next visit is due.") };
    const answer = await pick(place, l10n.t("What is the child's status? The standard counts visits by it."), [none, ...choices.statuses.map(({ status, quote }) => ({ label: status, detail: quote, status }))]);
    if (answer && answer !== "back") wanted.status = answer.value.status ?? "";
    return answer;
  };
  const finished = await inTurn([
    kinds,
    children,
    text("visited", () => kind.day, () => l10n.t("{0}, with the time if you like.", kind.day), "12/06/2025 16:00", today()),
    statuses,
    text("recorded", () => l10n.t("Date Recorded"), () => l10n.t("Date recorded: when you write this note. Leave it empty to add it later."), "13/06/2025 10:30", today()),
  ]);
  return finished ? wanted : undefined;
}

/** Today as notes write it. */
function today(): string {
  return new Intl.DateTimeFormat("en-GB", { day: "2-digit", month: "2-digit", year: "numeric" }).format(new Date());
}
