import type { ProfileHeading } from "../standards/profile.ts";
import { withoutFields } from "../text/fields.ts";
import { groupBy } from "../text/group.ts";
import { bySection } from "./by-section.ts";
import { normaliseHeading } from "./headings.ts";
import type { Block, Note, Section } from "./note.ts";
import { answers } from "./outline.ts";
import { placeholders } from "./words.ts";

/** A section under a heading of the profile that holds nothing of the writer's own yet. */
export interface UnwrittenSection {
  readonly section: Section;
  readonly heading: Block;
  readonly asks: ProfileHeading;
  /** What stands there all the same: placeholders, or the profile's own questions. */
  readonly stands: readonly Block[];
}

/** The sections under the profile's headings in which there is nothing, a placeholder, or the profile's questions pasted back. What stands under subheadings counts. */
export function* unwrittenSections(note: Note, headings: readonly ProfileHeading[]): Generator<UnwrittenSection> {
  const written = groupBy(writtenIn(note), ({ section }) => section);
  for (const section of note.sections) {
    const asks = headings.find((one) => answers(section, one));
    if (!asks || !section.heading) continue;
    const inside = note.sections.filter(({ span }) => span.start >= section.whole.start && span.start < section.whole.end);
    if (inside.every((one) => written.get(one)!.every(({ found }) => found.every((block) => block.isPlaceholder(asks))))) yield { section, heading: section.heading, asks, stands: inside.flatMap((one) => one.blocks.filter(({ span }) => note.prose.slice(span.start, span.end).trim())) };
  }
}

/** The blocks of a section that hold anything, each of which says whether it is but a placeholder under a heading. */
const writtenIn = bySection((part) =>
  part.sections[0]!.blocks.flatMap(({ span }) => {
    const text = part.prose.slice(span.start, span.end);
    const known = new Map<ProfileHeading, boolean>();
    const isPlaceholderUnder = (heading: ProfileHeading): boolean => {
      if (!known.has(heading)) known.set(heading, isPlaceholder(text, promptsOf(heading)));
      return known.get(heading)!;
    };
    return text.trim() ? [{ isPlaceholder: isPlaceholderUnder }] : [];
  }),
);

const prompted = new WeakMap<ProfileHeading, readonly string[]>();

/** The sentences of a heading's questions, found once for each profile. */
function promptsOf(heading: ProfileHeading): readonly string[] {
  let prompts = prompted.get(heading);
  if (!prompts) prompted.set(heading, (prompts = heading.prompts.flatMap(sentencesOf)));
  return prompts;
}

const sentencesOf = (text: string): string[] => text.split(/[.?!]/).map(normaliseHeading).filter(Boolean);

const unwritten = /^(?:(?:this (?:section )?)?(?:is |still |yet )*(?:to|will|needs? to|must) (?:be )?(?:written|completed?|added?|confirmed|updated?|done|filled|typed|recorded|finished?|followed?|come|write|do)(?: (?:up|in|out|later|soon|tomorrow|next week|asap))*(?: (?:after|once|when|by) .*)?|not (?:yet )?(?:written|completed|done|recorded|applicable)(?: (?:yet|up))?|(?:awaiting|pending) .{0,40}|later|blank|complete)$/;

function isPlaceholder(text: string, prompts: readonly string[]): boolean {
  const words = normaliseHeading(withoutFields(text));
  if (!words || unwritten.test(words) || placeholders.has(words) || placeholders.has(text.trim().toLowerCase())) return true;
  let asked = false;
  for (const piece of text.split(/[.?!]/)) {
    const sentence = normaliseHeading(piece);
    if (!sentence) continue;
    if (!prompts.some((prompt) => prompt === sentence || (sentence.length >= 18 && prompt.includes(sentence)))) return false;
    asked = true;
  }
  return asked;
}
