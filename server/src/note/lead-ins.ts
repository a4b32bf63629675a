import { pattern } from "../text/pattern.ts";
import { tokenise } from "../text/tokens.ts";
import type { Note, Sentence } from "./note.ts";
import { alternatives } from "./patterns.ts";
import { leadTo } from "./positions.ts";
import { namesSource } from "./sources.ts";
import { relations } from "./words.ts";

/** "Information from school", "Update by Mrs Khan": whose it is, if it is anybody's but the worker's. */
const headedFor = /^\W*(?:information|updates?|feedback|report|news|account|views?|voice|words)(?: shared| received)? (?:from|by|of) (.{2,60}?)\W*$/iu;
/** "Mum's view", "What Rose says", "School's update". */
const headedAs = /^\W*(?:what )?(.{2,40}?)(?:'s?)? (?:own )?(?:views?|account|report|updates?|words|voice|story|feedback|says?|said|thinks?|told us|told me|reported|sees)\b.{0,20}$/iu;
const leadTelling = pattern(`(?<![\\p{L}'])(?:${alternatives("telling")})(?![\\p{L}'])`, "iu");
const ownLead = /(?<![\p{L}'])(?:i|we)(?:'ve|'d)?\s+(?:\p{L}+\s+)?(?:saw|see|said|told|explained|asked|noted|notice|noticed|think|thought|observed|found|felt|spoke|talked|wrote|recorded|heard|learned|read)\b/iu;

/** True where the words name somebody other than the worker, or a service or paper: a person of the note, "mum", "school". */
const namesSomebody = (note: Note, words: string): boolean => {
  const tokens = tokenise(words).map(({ bare }) => bare);
  return namesSource(words) || tokens.some((word) => relations.has(word)) || note.people.some(({ kind, forms }) => kind !== "worker" && forms.some((form) => form.every((part, at) => tokens[tokens.indexOf(form[0]!) + at] === part)));
};

/** "Mum told me:" before a list, "School's view" as a heading: what stands under it is theirs. */
export function isLedIn(note: Note, sentence: Sentence): boolean {
  const { block, section } = sentence;
  const heading = section.heading && section.role === "other" ? note.prose.slice(section.heading.span.start, section.heading.span.end).trim() : "";
  const whose = (headedFor.exec(heading) ?? headedAs.exec(heading))?.[1];
  if (whose !== undefined && !/\b(?:my|our|worker|social work|visit|today)\b/i.test(heading) && namesSomebody(note, whose)) return true;
  if (block.kind !== "item") return false;
  const lead = leadTo(section.blocks, block);
  if (!lead) return false;
  const text = note.prose.slice(lead.span.start, lead.span.end).trim();
  return /:$/.test(text) && !ownLead.test(text) && ((leadTelling.test(text) && namesSomebody(note, text)) || (/^\W*(?:information |news |updates? |feedback )?from\b/i.test(text) && namesSomebody(note, text)));
}
