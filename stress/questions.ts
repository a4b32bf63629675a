// What an editor asks about an open note besides its findings.
import type { Diagnostic, Position, Range } from "vscode-languageserver/node";
import type { Chance } from "../bench/inputs/random.ts";

export interface Question {
  readonly method: string;
  readonly params: object;
}

/** What a question may be about. */
export interface Subject {
  readonly uri: string;
  /** Some place in the text. */
  readonly position: Position;
  readonly range: Range;
  /** The findings that came last, which may be those of an older version. */
  readonly findings: readonly Diagnostic[];
}

const about = (method: string, more: (subject: Subject) => object = () => ({})) => (subject: Subject): Question => ({ method, params: { textDocument: { uri: subject.uri }, ...more(subject) } });
const ofOurs = (name: string, more: object = {}) => ({ uri }: Subject): Question => ({ method: `caseRecording/${name}`, params: { uri, ...more } });

/** Every question that the server answers, each as often as it stands here. */
const questions: readonly ((subject: Subject) => Question)[] = [
  about("textDocument/hover", ({ position }) => ({ position })),
  about("textDocument/hover", ({ position, findings }) => ({ position: findings[0]?.range.start ?? position })),
  about("textDocument/completion", ({ position }) => ({ position })),
  about("textDocument/codeAction", ({ range, findings }) => ({ range: findings.at(-1)?.range ?? range, context: { diagnostics: findings.slice(-3) } })),
  about("textDocument/codeAction", ({ range }) => ({ range, context: { diagnostics: [], only: ["source.fixAll"] } })),
  about("textDocument/documentSymbol"),
  about("textDocument/foldingRange"),
  about("textDocument/documentLink"),
  about("textDocument/codeLens"),
  ofOurs("marks"),
  ofOurs("marks"),
  ofOurs("points"),
  ofOurs("pointCounts"),
  ofOurs("nextVisit"),
  ofOurs("record", { format: "preview" }),
  ofOurs("tick", { id: "own-view", ticked: true }),
];

export const anyQuestion = (chance: Chance, subject: Subject): Question => chance.one(questions)(subject);

/** The versions of a note that an answer is about, as far as it says so. */
export function versionsIn(answer: unknown): readonly number[] {
  if (Array.isArray(answer)) return answer.flatMap(versionsIn);
  if (typeof answer !== "object" || answer === null) return [];
  const { version, data, items, edit, documentChanges, textDocument } = answer as Record<string, unknown>;
  return [...(typeof version === "number" ? [version] : []), ...[data, items, edit, documentChanges, textDocument].flatMap((part) => (part === undefined ? [] : versionsIn(part)))];
}
