import { draftKind, frameOf } from "../drafting/kinds.ts";
import { statements, statementText, type Statement } from "../drafting/statements.ts";
import { normaliseHeading } from "../note/headings.ts";
import type { Child, NoteKind, Section, SectionRole } from "../note/note.ts";
import type { Profile } from "../standards/standards.ts";
import type { Place, Proposal } from "./proposal.ts";

/** Where a sentence begins, or what has been typed of one: the standard statements that fit the kind of note, the section and the children. */
export function statementsHere({ note, profile, offset, line, before, behind }: Place): Proposal[] {
  if (offset < note.detailsSpan.end || /^[ \t]*[#|>]/.test(before) || /^[ \t]*\S/.test(behind) || /\[…[^\]]*$/.test(before)) return [];
  const typed = lastSentence(before);
  const lead = before.slice(0, before.length - typed.length);
  const bullet = /^([ \t]*[-*+][ \t]+)/.exec(before)?.[0];
  const section = note.sections.findLast(({ span }) => span.start <= offset);
  const role = roleOf(section, note.kind, profile);
  return statements.flatMap((statement) => {
    if (statement.kinds && !statement.kinds.includes(note.kind)) return [];
    if (role && statement.sections && !statement.sections.includes(role)) return [];
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

/** What a section is for: by its heading, or by the frame of such a note, in which an account of what happened is what a visit calls "what we did". Undefined where nobody can tell. */
function roleOf(section: Section | undefined, kind: NoteKind, profile: Profile): SectionRole | undefined {
  if (!section?.heading) return undefined;
  if (section.role !== "other") return section.role;
  const own = frameOf(draftKind(kind), profile).find(({ title }) => title !== undefined && normaliseHeading(title) === normaliseHeading(section.title));
  return own && (own.role === "other" ? "what" : own.role);
}

/** Of whom a statement is offered: each child whom it fits; in a child's own section that child alone; of nobody where the note names no child. */
function forWhom({ eachChild, fromAge, underAge }: Statement, children: readonly Child[], section: Section | undefined): (Child | undefined)[] {
  if (!eachChild || !children.length) return [undefined];
  return children.filter((child) => !child.unborn && (!section?.child || section.child === child) && (child.age === undefined || ((fromAge === undefined || child.age.years >= fromAge) && (underAge === undefined || child.age.years < underAge))));
}
