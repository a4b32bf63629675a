/** The kinds of note that the standards tell apart. */
export type NoteKind = "statutory visit" | "visit" | "phone call" | "no access" | "meeting" | "letter to the child" | "case note";

/** What a section is for: one of the profile's headings, or one known by meaning. */
export type SectionRole = "why" | "what" | "view" | "next" | "reflections" | "worries" | "strengths" | "other";
