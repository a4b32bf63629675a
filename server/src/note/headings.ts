import { profiles, type ProfileHeading } from "../standards/standards.ts";
import type { SectionRole } from "./note.ts";

/** A heading's words alone: small letters, no number, mark or stop, contractions opened. */
export const normaliseHeading = (text: string): string =>
  withoutApostrophes(
    text
      .toLowerCase()
      .replace(/[’‘`]/g, "'")
      .replace(/[\u00A0\s]+/g, " ")
      .replace(/^[\s#>*_]*(?:(?:section|part)\s+)?(?:\(?\d{1,2}[.):]?|\(?[a-h][.)])\s+/, "")
      .replace(/\bwhats\b/g, "what is"),
  )
    .replaceAll("&", " and ")
    .replace(/[^\p{L}\p{N} ]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim();

/** Contractions opened, and no apostrophe left. Most headings have none. */
const withoutApostrophes = (text: string): string =>
  text.includes("'")
    ? text
        .replace(/\b(what|where|who|how|that|it|there)'s\b/g, "$1 is")
        .replace(/\bi'm\b/g, "i am")
        .replace(/\bwe're\b/g, "we are")
        .replace(/\byou're\b/g, "you are")
        .replaceAll("'", "")
    : text;

/** What a heading is for, and how near its wording is to the standard's. */
export interface HeadingReading {
  readonly role: SectionRole;
  readonly wording: "standard" | "near" | "none";
  /** The heading of a profile that it is, or is near to. */
  readonly asks?: ProfileHeading;
}

/** Headings of other frameworks, known by meaning. */
const others: Readonly<Record<string, SectionRole>> = {
  "what are we worried about": "worries", "what we are worried about": "worries", worries: "worries", "what is not working well": "worries", concerns: "worries", "what am i worried about": "worries", "complicating factors": "worries", "what is worrying us": "worries",
  "what is working well": "strengths", "whats working well": "strengths", strengths: "strengths", "what is going well": "strengths", "working well": "strengths",
};
const plain: ReadonlySet<string> = new Set(["summary", "details", "background", "health", "education", "home", "home conditions", "contact", "family", "analysis of risk", "scaling", "scale", "present", "attendance", "apologies", "other", "school", "discussion with mum", "discussion with dad", "presentation", "family time", "placement", "safety plan", "bedroom", "behaviour", "emotional", "identity", "three houses", "his three houses", "her three houses", "direct work", "session", "outcome", "chronology", "update", "updates", "agenda", "risk", "risks"]);

/** The signs of the longest heading, and more. */
const longest = 200;

const possessed = /^(?:\p{L}+s|his|her|their|the childs|the childrens) (?:own )?(?:views?|wishes and feelings|wishes|voice|words|feelings)$/u;
const voiced = /^what (?:\p{L}+ )?\p{L}+ (?:says|say|said|told us|told me|thinks|wants|wants us to know)$/u;

/** What headings mean: those of the built-in profiles, and over them those of a team's own. */
export class HeadingBook {
  readonly #known = new Map<string, HeadingReading>();

  constructor(own: readonly ProfileHeading[] = []) {
    const roles = new Set(own.map(({ role }) => role));
    const add = (title: string, heading: ProfileHeading, wording: "standard" | "near"): void => {
      const words = normaliseHeading(title);
      if (wording === "standard" || !this.#known.has(words)) this.#known.set(words, { role: heading.role, wording, asks: heading });
    };
    for (const heading of own) add(heading.title, heading, "standard");
    for (const heading of own) for (const near of heading.near) add(near, heading, "near");
    for (const { headings } of profiles)
      for (const heading of headings) {
        const mine = own.find(({ role }) => role === heading.role);
        for (const near of heading.near) add(near, mine ?? heading, "near");
        if (!own.length || !this.#known.has(normaliseHeading(heading.title))) add(heading.title, mine ?? heading, own.length ? "near" : "standard");
      }
    for (const [title, role] of Object.entries(others)) if (!this.#known.has(title)) this.#known.set(title, roles.has(role) ? { role, wording: "near", asks: own.find((heading) => heading.role === role)! } : { role, wording: "none" });
  }

  /** What a heading means. A heading that nobody knows is "other". */
  read(text: string): HeadingReading {
    const words = normaliseHeading(text);
    const found = this.#known.get(words);
    if (found) return found;
    if (possessed.test(words) || voiced.test(words)) return { role: "view", wording: "near" };
    if (/\breflections?\b/.test(words) && words.split(" ").length <= 6) return { role: "reflections", wording: "near" };
    if (/^(?:agreed |our )?(?:next steps?|actions?)\b/.test(words) && words.split(" ").length <= 5) return { role: "next", wording: "near" };
    return { role: "other", wording: "none" };
  }

  /** True for a plain line that can only be a heading: one of the standard's, or one known by meaning. */
  isHeading(line: string): boolean {
    // Asked first: most paragraphs end in a stop, or are longer than any heading.
    if (line.length > longest || /[.!;,]$/.test(line.trim())) return false;
    const words = normaliseHeading(line);
    if (!words || words.split(" ").length > 12) return false;
    const reading = this.read(line);
    if (reading.wording === "standard" || reading.role === "worries" || reading.role === "strengths") return true;
    return reading.wording === "near" && /^\p{Lu}|^\d/u.test(line.trim());
  }

  /** True for a bold line that is a heading and no marked risk: known, or very short and without a stop. */
  isBoldHeading(line: string): boolean {
    return this.isHeading(line.replace(/[:]\s*$/, "")) || plain.has(normaliseHeading(line)) || (/^[^.!]{1,40}:\s*$/.test(line.trim()) && !/^risk/i.test(line.trim()));
  }

  /** The standard's heading at the start of a line that goes on behind it ("Why am I visiting? To see Kai"): how long it is, or 0. */
  leading(line: string): number {
    const match = /^([^?:\n]{8,70}[?:])\s+\S/.exec(line);
    return match && this.read(match[1]!).wording === "standard" ? match[1]!.length : 0;
  }
}

const books = new WeakMap<readonly ProfileHeading[], HeadingBook>();
const usual = new HeadingBook();

/** The book for the headings of a profile, made once; those of a built-in profile are in the usual book. */
export function headingBook(own: readonly ProfileHeading[]): HeadingBook {
  if (!own.length || profiles.some(({ headings }) => headings === own)) return usual;
  let book = books.get(own);
  if (!book) books.set(own, (book = new HeadingBook(own)));
  return book;
}

/** What the words of a heading mean, wherever they stand: by the built-in profiles' headings. */
export const readUsualHeading = (text: string): HeadingReading => usual.read(text);
