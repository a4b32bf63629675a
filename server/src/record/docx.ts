import { AlignmentType, BorderStyle, Document, HeadingLevel, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun, UnderlineType, WidthType, type ILevelsOptions, type IParagraphOptions } from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { colours } from "./colours.ts";
import { meets, type DetailRow, type ListItem, type NoteRecord, type RecordBlock, type Run, type Runs } from "./model.ts";

/** A4 with margins of two centimetres, in twentieths of a point. */
const sheet = { width: 11906, height: 16838, margin: 1134 };
const textWidth = sheet.width - 2 * sheet.margin;
const step = 425;
const deepest = 8;

const hex = (colour: string): string => colour.slice(1).toUpperCase();
const bar = { style: BorderStyle.SINGLE, size: 24, space: 8, color: hex(colours.risk) };
const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5, HeadingLevel.HEADING_6] as const;

/**
 * The record as a Word file. A child's words have a character style of their own, so that a team can change how they look in one place;
 * words without quotation marks are underlined with dots as well, which a print in black and white keeps and which, other than italics, is easy to read.
 * The same note gives the same bytes: no time, no author.
 */
export async function wordFile(record: NoteRecord): Promise<Uint8Array> {
  const starts = new Set(record.blocks.flatMap((block) => (block.kind === "item" && block.number !== undefined ? [startOf(record.blocks, block)] : [])));
  const file = new Document({
    title: record.title.slice(0, 255),
    creator: "",
    lastModifiedBy: "",
    features: { updateFields: false },
    styles: {
      default: {
        document: { run: { font: "Arial", size: 22, language: { value: "en-GB" } }, paragraph: { spacing: { after: 120, line: 288 } } },
        title: { run: { size: 36, bold: true }, paragraph: { spacing: { after: 200 } } },
        heading1: heading(28, 280),
        heading2: heading(25, 240),
        heading3: heading(23, 200),
        heading4: heading(22, 200),
        heading5: heading(22, 200),
        heading6: heading(22, 200),
        listParagraph: { paragraph: { spacing: { after: 60 } } },
      },
      characterStyles: [
        { id: "ChildsWords", name: "Child's words", quickFormat: true, run: { color: hex(colours.words) } },
        { id: "ChildsWordsUnmarked", name: "Child's words without marks", basedOn: "ChildsWords", quickFormat: true, run: { color: hex(colours.words), underline: { type: UnderlineType.DOTTED, color: hex(colours.words) } } },
        { id: "Risk", name: "Risk", quickFormat: true, run: { color: hex(colours.risk), bold: true } },
        { id: "ChildsWordsRisk", name: "Child's words, risk", basedOn: "ChildsWords", quickFormat: true, run: { color: hex(colours.words), bold: true } },
        { id: "ChildsWordsUnmarkedRisk", name: "Child's words without marks, risk", basedOn: "ChildsWordsUnmarked", quickFormat: true, run: { color: hex(colours.words), bold: true, underline: { type: UnderlineType.DOTTED, color: hex(colours.words) } } },
      ],
      paragraphStyles: [{ id: "Quote", name: "Quote", basedOn: "Normal", next: "Normal", quickFormat: true, paragraph: { indent: { left: 2 * step } } }],
    },
    numbering: { config: [{ reference: "bullets", levels: levels(LevelFormat.BULLET) }, ...[...starts].map((start) => ({ reference: `numbers-${start}`, levels: levels(LevelFormat.DECIMAL, start) }))] },
    sections: [{ properties: { page: { size: { width: sheet.width, height: sheet.height }, margin: { top: sheet.margin, right: sheet.margin, bottom: sheet.margin, left: sheet.margin } } }, children: record.blocks.flatMap((block, at) => written(block, record.blocks, at)) }],
  });
  return settled(new Uint8Array(await Packer.toArrayBuffer(file)));
}

const heading = (size: number, before: number) => ({ run: { size, bold: true, color: "1A1A1A" }, paragraph: { spacing: { before, after: 100 }, keepNext: true } });

function levels(format: (typeof LevelFormat)["BULLET" | "DECIMAL"], start = 1): ILevelsOptions[] {
  return Array.from({ length: deepest + 1 }, (_, level) => ({
    level,
    format,
    text: format === LevelFormat.BULLET ? ["•", "◦", "▪"][level % 3]! : `%${level + 1}.`,
    alignment: AlignmentType.START,
    start: level === 0 ? start : 1,
    style: { paragraph: { indent: { left: step * (level + 1), hanging: 340 } } },
  }));
}

/** The number with which the list of an item begins. */
const startOf = (blocks: readonly RecordBlock[], { list }: ListItem): number => Math.max(0, Math.min(32767, blocks.find((block): block is RecordBlock & ListItem => block.kind === "item" && block.list === list)?.number ?? 1));

function written(block: RecordBlock, blocks: readonly RecordBlock[], at: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case "title":
      return [paragraph(block.runs, { heading: HeadingLevel.TITLE })];
    case "heading":
      return [paragraph(block.runs, { heading: headings[block.depth - 1] ?? HeadingLevel.HEADING_6 })];
    case "paragraph":
      return [paragraph(block.runs)];
    case "quote":
      return [paragraph(block.runs, { style: "Quote", ...(block.depth > 1 ? { indent: { left: 2 * step * Math.min(block.depth, 4) } } : {}) })];
    case "turn":
      return [paragraph([...block.label.map((run) => ({ ...run, bold: true as const })), { text: " " }, ...block.runs], { spacing: { after: 60 } })];
    case "item":
      return [item(block, blocks)];
    case "rule":
      return [new Paragraph({ thematicBreak: true })];
    case "details":
      return [details(block.rows), ...behindTable(blocks[at + 1])];
    case "table": {
      const columns = block.head.cells.length;
      const row = ({ cells }: { cells: readonly Runs[] }, head: boolean): TableRow =>
        new TableRow({ ...(head ? { tableHeader: true } : {}), cantSplit: true, children: cells.map((runs) => cell([head ? runs.map((run) => ({ ...run, bold: true as const })) : runs], Math.floor(textWidth / columns))) });
      return [table([row(block.head, true), ...block.rows.map((one) => row(one, false))], Array.from({ length: columns }, () => Math.floor(textWidth / columns))), ...behindTable(blocks[at + 1])];
    }
  }
}

function item(item: ListItem, blocks: readonly RecordBlock[]): Paragraph {
  const level = Math.min(item.depth, deepest);
  const start = startOf(blocks, item);
  const ticks = item.ticked === undefined ? [] : [{ text: item.ticked ? "☑ " : "☐ " }];
  const place: IParagraphOptions =
    item.more || ticks.length
      ? { indent: { left: step * (level + 1), ...(ticks.length && !item.more ? { hanging: 340 } : {}) } }
      : { numbering: item.number === undefined ? { reference: "bullets", level } : { reference: `numbers-${start}`, level, instance: item.list } };
  return paragraph([...(item.more ? [] : ticks), ...item.runs], { style: "ListParagraph", ...place });
}

/** Word would join two tables that follow each other, and asks for a paragraph behind the last. */
const behindTable = (next: RecordBlock | undefined): Paragraph[] => (!next || next.kind === "table" || next.kind === "details" ? [new Paragraph({})] : [new Paragraph({ spacing: { after: 0, line: 160 } })]);

function details(rows: readonly DetailRow[]): Table {
  const widths = [Math.round(textWidth * 0.28), Math.round(textWidth * 0.72)];
  return table(
    rows.map(({ label, values }) => new TableRow({ cantSplit: true, children: label ? [cell([[{ text: label, bold: true }]], widths[0]!), cell(values, widths[1]!)] : [cell(values, textWidth, 2)] })),
    widths,
  );
}

const line = { style: BorderStyle.SINGLE, size: 4, color: "767676" };

const table = (rows: readonly TableRow[], columnWidths: number[]): Table =>
  new Table({ rows, columnWidths, width: { size: textWidth, type: WidthType.DXA }, borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line } });

const cell = (values: readonly Runs[], width: number, columnSpan = 1): TableCell =>
  new TableCell({ columnSpan, ...(values.some(meets) ? { borders: { left: { ...line, size: bar.size, color: bar.color } } } : {}), width: { size: width, type: WidthType.DXA }, margins: { top: 50, bottom: 50, left: 100, right: 100 }, children: (values.length ? values : [[]]).map((runs) => paragraph(runs, { spacing: { after: 0 }, border: {} })) });

const paragraph = (runs: Runs, options: IParagraphOptions = {}): Paragraph => new Paragraph({ ...(meets(runs) ? { border: { left: bar } } : {}), ...options, children: runs.flatMap(textRuns) });

const styleOf = ({ words, bare, risk }: Run): string | undefined => (words ? `ChildsWords${bare ? "Unmarked" : ""}${risk ? "Risk" : ""}` : risk ? "Risk" : undefined);

const textRuns = (run: Run): TextRun[] =>
  run.text.split("\n").map((text, at) => {
    const style = styleOf(run);
    return new TextRun({ ...(style ? { style } : {}), ...(run.bold && !run.risk ? { bold: true } : {}), ...(run.italic ? { italics: true } : {}), ...(run.strike ? { strike: true } : {}), ...(at ? { break: 1 } : {}), text });
  });

/** Takes the times and names out of a Word file, and packs it anew with one date for all its parts. */
function settled(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const core = parts["docProps/core.xml"];
  if (core) parts["docProps/core.xml"] = strToU8(strFromU8(core).replace(/<(dcterms:(?:created|modified)|dc:creator|cp:lastModifiedBy|cp:revision)\b[^>]*(?:\/>|>[\s\S]*?<\/\1>)/g, ""));
  return zipSync(Object.fromEntries(Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1))), { mtime: new Date(1980, 0, 1), level: 6 });
}
