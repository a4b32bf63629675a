import { tokenise, type Token } from "../text/tokens.ts";
import type { PersonKind } from "./note.ts";
import { mensTitles, modifiers, relations, roles, titles, womensTitles } from "./words.ts";

/** A name as a regular expression's source: "Mya", "Oliver-James". */
export const name = String.raw`\p{Lu}[\p{L}\p{M}'’]+(?:-\p{Lu}[\p{L}\p{M}'’]+)*`;
/** One to four names. */
export const fullName = `${name}(?: (?:(?:bin|binti|de|da|del|van|von|al|el|le|la|ní|ó) )?${name}){0,3}`;
/** Words with a capital at the start of a sentence that are nobody's name. */
export const notNames = new Set(["You", "Your", "Its", "These", "Those", "Then", "Later", "Once", "Only", "Just", "Still", "Since", "While", "During", "Until", "Because", "Although", "Everyone", "Somebody", "Nobody", "Someone", "Both", "Other", "Another", "Any", "By", "Of", "Or", "Nothing", "Everything", "Here", "Now", "Well", "Like", "Bit", "Lots", "Most", "Many", "Word", "Line", "Call", "Text", "Third", "First", "Second", "Typical", "Missing", "Risk", "Attendance", "The", "This", "That", "There", "They", "She", "He", "It", "We", "When", "Then", "What", "Where", "Who", "Why", "How", "And", "But", "After", "Before", "No", "Yes", "Not", "All", "Both", "My", "His", "Her", "Their", "Our", "At", "In", "On", "For", "With", "To", "From", "As", "If", "So", "Next", "Last", "Today", "Yesterday", "Home", "School", "Social", "Worker", "Children", "Child", "Section", "Plan", "Visit", "House", "Good", "Things", "Dreams", "Worries", "Also", "Each", "Some", "One", "Two", "Three", "Part", "Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Re", "Dear", "Thank", "Thanks", "Please", "Seen", "Spoke", "Rang", "Called", "Told", "Said", "Asked", "Arrived", "Attended", "Visited", "Met", "Saw", "Went", "Came", "Knocked", "Discussed", "Observed", "Advised", "Explained", "Agreed", "Left", "Completed", "Contacted", "Phoned", "Texted", "Emailed", "Tried", "Updated", "Informed", "Reminded", "Checked", "Noted", "Received", "Health", "Family", "Early", "Help", "English", "Maths", "Year", "Christmas", "Easter", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]);

/** The title that a name begins with, in small letters. */
export const titleOf = (written: string): string | undefined => {
  const first = written.split(" ")[0]!.toLowerCase().replace(/\.$/, "");
  return titles.has(first) && written.includes(" ") ? first : undefined;
};

/** What a title tells of its bearer. */
export const genderOf = (title: string): { gender?: "f" | "m" } => (womensTitles.has(title) ? { gender: "f" } : mensTitles.has(title) ? { gender: "m" } : {});

/** Splits "A (9), B (2) and C" at commas and "and", but not inside brackets, nor before "known as" or an age. */
export function splitNames(value: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  const cut = (end: number, next: number) => {
    pieces.push(value.slice(start, end));
    start = next;
  };
  for (let at = 0; at < value.length; at += 1) {
    const unit = value[at]!;
    if (unit === "(") depth += 1;
    else if (unit === ")") depth = Math.max(0, depth - 1);
    else if (!depth && (unit === "," || unit === ";" || (unit === "/" && !/\d/.test(value[at - 1] ?? "")) || unit === "\n" || unit === "&")) cut(at, at + 1);
    else if (!depth && /^ and /i.test(value.slice(at, at + 5))) cut(at, at + 5);
  }
  cut(value.length, value.length);
  const joined: string[] = [];
  for (const piece of pieces.map((text) => text.trim()).filter(Boolean)) {
    if (joined.length && (/^(?:known as|aka|called|aged?\b|dob\b|d\.o\.b|born\b|due\b|prefers|unborn$|\d)/i.test(piece) || /\($/.test(piece))) joined[joined.length - 1] += `, ${piece}`;
    else joined.push(piece);
  }
  return joined;
}

interface FoundRelation {
  key: string;
  kind: PersonKind;
  gender?: "f" | "m";
  /** The relation is to somebody else than the child: "mum's sister". */
  of?: string;
}

/** The relation that a description names: "mum's ex-partner", "class teacher", "nan, left at 4.15pm". */
export function relationIn(description: string): FoundRelation | undefined {
  const tokens: Token[] = tokenise(description.split(/[,;]/)[0]!);
  let of: string | undefined;
  for (const token of tokens) {
    const base = token.word.replace(/'s$|'$/, "");
    if (/'s?$/.test(token.word) && (relations.has(base) || token.capital)) {
      of = base;
      continue;
    }
    if (modifiers.has(token.word) && tokens.indexOf(token) < tokens.length - 1) continue;
    const relation = relations.get(token.word);
    if (relation) {
      const written = tokens.map(({ word }) => word);
      const foster = written.includes("foster");
      const step = written.includes("step");
      const key = foster ? "foster carer" : step ? `step${relation.key}` : of ? `${of}'s ${relation.key}` : relation.key;
      const kind: PersonKind = foster ? "carer" : of && relation.kind === "sibling" ? "relative" : of && relation.kind === "friend" ? "other" : relation.kind;
      return { key, kind, ...(relation.gender ? { gender: relation.gender } : {}), ...(of ? { of } : {}) };
    }
  }
  return roleIn(description) ? { key: description.split(/[,;]/)[0]!.trim(), kind: "professional" } : undefined;
}

/** A job or a role stands in the description. */
export const roleIn = (description: string): boolean => tokenise(description.split(/[,;]/)[0]!).some(({ word }) => roles.has(word));
