import { standardsFor } from "./engine/standards-for.ts";
import { defaultSettings, type Settings } from "./engine/settings.ts";
import { wordList } from "./lexicon/lexicon.ts";
import type { Note } from "./note/note.ts";
import { statusOf } from "./note/visiting.ts";
import type { ChecklistItem, Profile, StatusGroup } from "./standards/profile.ts";
import { namesOne, plainWords, statusNow } from "./standards/status.ts";

/** What a profile asks of a note that no program can judge. */
export interface Checklist {
  readonly profile: Profile;
  readonly items: readonly ChecklistItem[];
}

/** The questions to the writer that fit a note: its kind, the children's ages and number, their status, and what it mentions. An age that nobody tells leaves a question in, a status that nobody tells leaves it out. */
export function checklistFor(note: Note, settings: Settings = defaultSettings): Checklist {
  const { profile } = standardsFor(note.details, settings);
  const status = statusNow(statusOf(note));
  const body = plainWords(note.prose.slice(note.detailsSpan.end));
  return { profile, items: profile.checklist.filter((item) => fits(item, note, status, body)) };
}

function fits({ kinds, when = {} }: ChecklistItem, note: Note, status: string, body: string): boolean {
  const { statuses, fromAge, underAge, children, mentions } = when;
  if (kinds && !kinds.includes(note.kind)) return false;
  const ages = note.children.map(({ age, unborn }) => (unborn ? -1 : age?.years));
  const someAge = (fits: (years: number) => boolean): boolean => !ages.length || ages.some((years) => years === undefined || fits(years));
  return (
    (fromAge === undefined || someAge((years) => years >= fromAge)) &&
    (underAge === undefined || someAge((years) => years < underAge)) &&
    (children === undefined || note.children.length >= children) &&
    (statuses === undefined || statuses.some((group) => isOf(group, status))) &&
    (mentions === undefined || namesOne(body, mentions))
  );
}

const isOf = (group: StatusGroup, status: string): boolean => status.trim() !== "" && namesOne(status, wordList(`status-${group}`));
