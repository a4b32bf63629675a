import { holdsField } from "../engine/rule.ts";
import type { Note } from "../note/note.ts";
import { reportedSpeech } from "../note/reported-speech.ts";
import { slice, type Span } from "../text/span.ts";

/** Rules that serve one thing that a note is asked for: the first of them says what it asks of the note and where it is met. */
export interface AskedGroup {
  readonly part: Part;
  readonly lead: string;
  /** What is asked, where something is found and the first rule asks nothing of its own. */
  readonly title: string;
  /** Rules whose findings stand against what the first one asks. */
  readonly also: readonly string[];
}

/** Rules of which only silence can be told: one point, met when none of them finds anything. */
export interface Family {
  readonly part: Part;
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly rules: readonly string[];
  /** False where the note has nothing of which they could speak; then it is left out, unless something is found. */
  readonly arises: (note: Note) => boolean;
  /** What a click may show where it is met. */
  readonly shows?: (note: Note) => readonly Span[];
}

/** The parts of the list, as a reader sees them. */
export type Part = "Headings" | "Details and times" | "The child" | "Risk and next steps" | "Words";

/** Something is written that is no field to complete. */
const hasProse = ({ sentences, text }: Note): boolean => sentences.some((sentence) => !holdsField(slice(text, sentence)));
const childsWords = ({ quotations, text }: Note): readonly Span[] => quotations.filter((quotation) => quotation.speaker === "child" && !holdsField(slice(text, quotation)));
const asked = (part: Part, title: string, lead: string, ...also: readonly string[]): AskedGroup => ({ part, title, lead, also });

/** Every rule in just one place, in the order in which the points are listed. */
export const groups: readonly (AskedGroup | Family)[] = [
  asked("Headings", "Something of this visit under each heading", "visit-heading-missing", "visit-section-empty", "visit-heading-wording"),
  asked("Details and times", "When and where, and who was visited", "details-missing"),
  asked("Details and times", "Recorded in time", "recorded-late"),
  asked("Details and times", "Visited in time", "visit-overdue"),
  asked("Details and times", "Why the visit was made at school", "statutory-visit-at-school"),
  {
    part: "Details and times",
    id: "dates-and-names",
    title: "Dates and names agree",
    why: "A reader can trust the day, the age and who is meant.",
    rules: ["date-mismatch", "name-mismatch"],
    arises: ({ children, visited, dates }) => children.length > 0 || visited !== undefined || dates.length > 0,
  },
  asked("The child", "Seen alone, or why not", "seen-alone-missing", "seen-alone-reason", "seen-alone-contradiction", "seen-alone-objection"),
  asked("The child", "Each child is heard", "voice-missing", "child-not-recorded"),
  {
    part: "The child",
    id: "childs-own-words",
    title: "The child's words are kept as they are",
    why: "They stand in quotation marks, and nobody's reading of them stands among them.",
    rules: ["reported-speech", "interpretation-in-quote", "interpretation-with-quote", "drawing-interpreted", "unclosed-quote"],
    arises: (note) => childsWords(note).length > 0 || reportedSpeech(note).length > 0,
    shows: childsWords,
  },
  asked("The child", "How it feels, or what the child would like", "feelings-missing"),
  asked("The child", "Open questions, and no promises", "voice-method-missing", "leading-question", "promise"),
  asked("The child", "What was seen of a baby, or a child who does not speak", "early-years-observation"),
  asked("The child", "What helped to communicate", "communication-support"),
  asked("The child", "Where somebody declined, or a plan changed, the note says why", "declined-without-reason"),
  asked("The child", "A strength: something that works well", "strengths-missing"),
  asked("Risk and next steps", "Risks are marked in bold", "risk-not-marked"),
  asked("Risk and next steps", "Who was told of the risk, or what was or will be done", "risk-no-action"),
  asked("Risk and next steps", "Each next step says who and by when", "action-incomplete"),
  {
    part: "Words",
    id: "fair-and-factual",
    title: "Fair words, and facts with their source",
    why: "What was seen and heard, who said it, and who decided.",
    rules: ["judgemental-language", "opinion-as-fact", "unsourced-statement", "decision-without-reason"],
    arises: hasProse,
  },
  {
    part: "Words",
    id: "plain-and-in-full",
    title: "Plain words, and letters written in full",
    why: "So that a child or a parent can read it.",
    rules: ["acronym", "jargon", "plain-words", "hard-to-read", "long-sentence", "repeated-text"],
    arises: hasProse,
  },
  {
    part: "Words",
    id: "private-details",
    title: "Other people's private details are left out",
    why: "The file is the child's, and others may read it.",
    rules: ["personal-data"],
    arises: hasProse,
  },
  {
    part: "Words",
    id: "can-be-read",
    title: "The whole note can be checked",
    why: "What cannot be read cannot be held against the standard.",
    rules: ["note-unreadable", "unknown-suppression"],
    arises: () => false,
  },
];

/** The rules of a group, the first one first. */
export const rulesOf = (group: AskedGroup | Family): readonly string[] => ("lead" in group ? [group.lead, ...group.also] : group.rules);
