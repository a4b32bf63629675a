import type { Span } from "../text/span.ts";
import type { HowKnown, Known, Person } from "./note.ts";

/** Who speaks, and how that is known. */
export interface Told {
  readonly person: Person;
  readonly known: Known;
}

/** A person with how they are known; nobody where there is no person. */
export const told = (person: Person | undefined, how: HowKnown, span?: Span): Told | undefined => person && { person, known: { how, ...(span ? { span: { start: span.start, end: span.end } } : {}) } };
