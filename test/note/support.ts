import { readNote } from "../../server/src/note/read.ts";
import type { Note, Quotation } from "../../server/src/note/note.ts";

/** The details that most tests stand under: one child of nine, his mum, the worker. */
export const details = "Child: Kai Morton (9)\nPresent: Kelly (mum)\nWorker: Sam Okoro\nType of contact: Case note\n";

/** The details of two children. */
export const twoChildren = "Children: Kai Morton (9), Mya Morton (7)\nPresent: Kelly (mum)\nWorker: Sam Okoro\nType of contact: Case note\n";

/** A note with this text under these details. */
export const noteOf = (body: string, under: string = details): Note => readNote(`${under}\n${body}`);

/** A quotation as the tests write it: "child Kai: been good", "adult: it weren't nice", "unknown: reset room". */
export const said = (note: Note, quotation: Quotation): string => {
  const who = quotation.speaker === "child" ? `child ${quotation.name}` : quotation.speaker;
  return `${who}: ${note.text.slice(quotation.words.start, quotation.words.end)}`;
};

/** Every quotation of a note, as `said` writes it. */
export const voices = (note: Note): string[] => note.quotations.map((quotation) => said(note, quotation));

/** Those of children, adults and the worker: what nobody is known to have said is left out. */
export const known = (note: Note): string[] => note.quotations.filter(({ speaker }) => speaker !== "unknown").map((quotation) => said(note, quotation));

/** A detail's key and value. */
export const read = (text: string): string[] => readNote(text).details.map(({ key, value }) => `${key}: ${value}`);

/** The sentences of a note's body. */
export const sentences = (body: string): string[] => {
  const note = noteOf(body);
  return note.sentences.map(({ start, end }) => note.text.slice(start, end));
};
