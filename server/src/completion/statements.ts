import { statements, statementText, type Statement } from "../drafting/statements.ts";
import type { Child, Section } from "../note/note.ts";
import type { Place, Proposal } from "./proposal.ts";

/** Where a sentence begins, or what has been typed of one: the standard statements that fit the kind of note, the section and the children. */
export function statementsHere({ note, offset, line, before, behind }: Place): Proposal[] {
  if (offset < note.detailsSpan.end || /^[ \t]*[#|>]/.test(before) || /^[ \t]*\S/.test(behind) || /\[…[^\]]*$/.test(before)) return [];
  const typed = lastSentence(before);
  const lead = before.slice(0, before.length - typed.length);
  const bullet = /^([ \t]*[-*+][ \t]+)/.exec(before)?.[0];
  const section = note.sections.findLast(({ span }) => span.start <= offset);
  return statements.flatMap((statement) => {
    if (statement.kinds && !statement.kinds.includes(note.kind)) return [];
    if (statement.sections && !fits(statement, section)) return [];
    // A line of a list stands on a line of its own.
    if (statement.item && lead.trim() && lead !== bullet) return [];
    return forWhom(statement, note.children, section).flatMap((child): Proposal[] => {
      const whole = statementText(statement, child?.name);
      const text = statement.item && bullet !== undefined ? whole.replace(/^- /, "") : whole;
      const plain = text.replace(/^- /, "");
      const found = [statement.title, plain, `${statement.title} ${child?.name ?? ""}`].find((words) => words.toLowerCase().startsWith(typed.toLowerCase()));
      if (found === undefined) return [];
      return [
        {
          kind: "statement",
          label: statement.title,
          ...(child ? { beside: child.name } : {}),
          about: statement.about,
          clauses: statement.clauses,
          span: { start: Math.max(line.start, offset - typed.length), end: offset },
          text,
          filter: typed + found.slice(typed.length) + (found === statement.title && child ? ` ${child.name}` : ""),
        },
      ];
    });
  });
}

/** What stands of the sentence in which a line breaks off: behind the last stop, or behind the sign of a list. */
function lastSentence(before: string): string {
  const start = Math.max(0, ...[...before.matchAll(/(?:[.!?]["”’')\]]*[ \t]+|^[ \t]*(?:[-*+][ \t]+)?)/g)].map((match) => match.index + match[0].length));
  return before.slice(start);
}

const fits = ({ sections }: Statement, section: Section | undefined): boolean => !section || section.role === "other" || (sections?.includes(section.role) ?? true);

/** Of whom a statement is offered: each child whom it fits; in a child's own section that child alone; of nobody where the note names no child. */
function forWhom({ eachChild, fromAge, underAge }: Statement, children: readonly Child[], section: Section | undefined): (Child | undefined)[] {
  if (!eachChild || !children.length) return [undefined];
  return children.filter((child) => !child.unborn && (!section?.child || section.child === child) && (child.age === undefined || ((fromAge === undefined || child.age.years >= fromAge) && (underAge === undefined || child.age.years < underAge))));
}
