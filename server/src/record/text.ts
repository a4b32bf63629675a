import { textOf, type NoteRecord, type RecordBlock, type Run, type Runs } from "./model.ts";

/** Fewer words than this that stand in bold are an emphasis, and no statement of a risk. */
const fewestOfRisk = 4;

/** The record as plain text, for the plain box of a case system: what colours and bold say elsewhere stands here in words and marks. Lines end with "\n". */
export function plainText(record: NoteRecord): string {
  const parts: string[] = [];
  let list = 0;
  let lastList = 0;
  record.blocks.forEach((block, at) => {
    const before = record.blocks[at - 1];
    if (block.kind === "item" && block.depth === 0) list = block.list;
    const close = before && ((block.kind === "item" && before.kind === "item" && list === lastList) || (block.kind === "turn" && before.kind === "turn"));
    lastList = list;
    parts.push(`${before ? (close ? "\n" : "\n\n") : ""}${written(block)}`);
  });
  return parts.length ? `${parts.join("")}\n` : "";
}

function written(block: RecordBlock): string {
  switch (block.kind) {
    case "title":
    case "heading":
      return textOf(block.runs).replace(/\n/g, " ");
    case "paragraph":
      return prose(block.runs);
    case "quote":
      return indented(prose(block.runs), "    ".repeat(Math.min(block.depth, 4)));
    case "turn":
      // A label says whose words they are.
      return block.label.some(({ risk }) => risk) ? `${textOf(block.label)} ${textOf(block.runs)}` : `${textOf(block.label)} ${marked(block.runs)}`;
    case "item": {
      const sign = block.more ? "  " : block.ticked !== undefined ? (block.ticked ? "☑ " : "☐ ") : block.number === undefined ? "- " : `${block.number}. `;
      return indented(prose(block.runs), `${"  ".repeat(block.depth)}${" ".repeat(sign.length)}`).replace(/^\s*/, `${"  ".repeat(block.depth)}${sign}`);
    }
    case "details":
      return block.rows.map(({ label, values }) => `${label ? `${label}: ` : ""}${values.map((runs) => prose(runs).replace(/\n/g, ", ")).join("; ")}`.trimEnd()).join("\n");
    case "table": {
      const heads = block.head.cells.map((runs) => textOf(runs).replace(/\n/g, " "));
      if (!block.rows.length) return heads.filter(Boolean).join("; ");
      return block.rows.map(({ cells }) => cells.flatMap((runs, column) => (runs.length ? [`${heads[column] ? `${heads[column]!.replace(/:$/, "")}: ` : ""}${prose(runs).replace(/\n/g, " ")}`] : [])).join("; ")).join("\n");
    }
    case "rule":
      return "---";
  }
}

const indented = (text: string, by: string): string => text.split("\n").map((line) => by + line).join("\n");

const prose = (runs: Runs): string => marked(quoted(runs));

/** A child's words that stand without marks get marks around them; within, nothing changes. */
const quoted = (runs: Runs): Runs =>
  runs.map((run, at) => {
    if (!run.bare) return run;
    const first = !runs[at - 1]?.bare && !/^["“‘']/.test(run.text);
    const last = !runs[at + 1]?.bare && !/["”’']$/.test(run.text.trimEnd());
    return { ...run, text: `${first ? "“" : ""}${run.text}${last ? "”" : ""}` };
  });

/** What is marked as a risk says so: "RISK: …" where it is the whole block, "[RISK: …]" within one. A word or two in bold that are nobody's words get stars. */
function marked(runs: Runs): string {
  const stretches: Stretch[] = [];
  for (const { risk, words, text } of bridged(runs)) {
    const last = stretches.at(-1);
    if (last?.risk === risk) {
      last.text += text;
      last.words ||= words;
    } else stretches.push({ risk, words, text });
  }
  for (const [at, stretch] of stretches.entries()) if (stretch.risk && stretch.words) takeMarks(stretch, stretches[at - 1], stretches[at + 1]);
  const whole = stretches.every(({ risk, text }) => risk || !/[\p{L}\p{N}]/u.test(text));
  return stretches.map((stretch) => (stretch.risk ? called(stretch, whole) : stretch.text)).join("");
}

/** The quotation marks of words that are told as a risk go with them: nothing of ours stands within. */
function takeMarks(risk: Stretch, before: Stretch | undefined, behind: Stretch | undefined): void {
  const opening = before && /["“‘']$/.exec(before.text)?.[0];
  const closing = behind && /^["”’']/.exec(behind.text)?.[0];
  if (before && opening) {
    before.text = before.text.slice(0, -opening.length);
    risk.text = opening + risk.text;
  }
  if (behind && closing) {
    behind.text = behind.text.slice(closing.length);
    risk.text += closing;
  }
}

interface Stretch {
  readonly risk: boolean;
  /** A child's words are in it. */
  words: boolean;
  text: string;
}

function called({ text, words }: Stretch, whole: boolean): string {
  const core = text.trim();
  const start = text.length - text.trimStart().length;
  const [before, behind] = [text.slice(0, start), text.slice(start + core.length)];
  if (!core || /^\W*(?:safeguarding )?risks?\b/i.test(core)) return text;
  if (!words && core.split(/\s+/).length < fewestOfRisk) return `${before}*${core}*${behind}`;
  return whole ? `${before}RISK: ${core}${behind}` : `${before}[RISK: ${core}]${behind}`;
}

/** Each run with whether it is told as a risk: a space between two risks is of them, and so is the rest of a child's words of which a part is one. */
function bridged(runs: Runs): Stretch[] {
  const risks = runs.map(({ risk }) => risk === true);
  const join = (from: number, step: number): void => {
    for (let at = from + step; runs[at]?.words && runs[at - step]?.words; at += step) risks[at] = true;
  };
  runs.forEach((run: Run, at) => {
    if (run.risk && run.words) {
      join(at, 1);
      join(at, -1);
    }
    if (!run.text.trim() && runs[at - 1]?.risk && runs[at + 1]?.risk) risks[at] = true;
  });
  return runs.map(({ text, words }, at) => ({ risk: risks[at]!, words: words === true, text }));
}
