import written from "../../generated/statements.json" with { type: "json" };
import { field } from "../engine/rule.ts";
import type { NoteKind, SectionRole } from "../note/terms.ts";

/** A standard statement. It asserts nothing: wherever a fact stands it has a field, `[… what …]`. */
export interface Statement {
  readonly id: string;
  /** What somebody types to find it. */
  readonly title: string;
  readonly about: string;
  /** Left out: every kind of note. */
  readonly kinds?: readonly NoteKind[];
  /** Left out: every section. */
  readonly sections?: readonly SectionRole[];
  /** It is offered for each child by name. */
  readonly eachChild: boolean;
  /** In years; a child whose age nobody knows is of every age. */
  readonly fromAge?: number;
  readonly underAge?: number;
  /** It is a line of a list. */
  readonly item: boolean;
  readonly text: string;
  /** As it may read when it is complete. */
  readonly example: string;
  readonly clauses: readonly string[];
}

interface WrittenStatement {
  readonly id: string;
  readonly title: string;
  readonly about?: string;
  readonly kinds?: readonly NoteKind[];
  readonly sections?: readonly SectionRole[];
  readonly "each-child"?: boolean;
  readonly "from-age"?: number;
  readonly "under-age"?: number;
  readonly item?: boolean;
  readonly text: string;
  readonly example: string;
  readonly clauses: readonly string[];
}

/** Every statement, in the order of its file. */
export const statements: readonly Statement[] = (written as readonly WrittenStatement[]).map(({ about = "", "each-child": eachChild = false, "from-age": fromAge, "under-age": underAge, item = false, ...rest }) => ({
  ...rest,
  about,
  eachChild,
  item,
  ...(fromAge === undefined ? {} : { fromAge }),
  ...(underAge === undefined ? {} : { underAge }),
}));

/** The words of a statement about a child; without one, the child's name is a field. */
export const statementText = ({ text }: Pick<Statement, "text">, child?: string): string => text.replaceAll("{child}", child ?? field("child's name"));
