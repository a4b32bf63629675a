import type { Clause } from "../engine/finding.ts";
import { data } from "./standards.ts";

const documents = new Map(data.documents.map((document) => [document.letter, document]));
const clauses = new Map(
  data.clauses.map(({ id, section, quote }) => {
    const document = documents.get(id[0]!)!;
    return [id, { id, document: document.title, date: document.date, section, quote }] as const;
  }),
);

/** The clause of the catalogue with that id. Throws where there is none: a fault of ours. */
export function clause(id: string): Clause {
  const found = clauses.get(id);
  if (!found) throw new Error(`the catalogue has no clause ${id}`);
  return found;
}
