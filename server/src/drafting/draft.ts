import { standardsFor } from "../engine/standards-for.ts";
import { defaultSettings, type Settings } from "../engine/settings.ts";
import { field } from "../engine/rule.ts";
import { readDate } from "../note/dates.ts";
import { headingWithPrompts, promptComments } from "../standards/prompts.ts";
import { profiles, type Profile } from "../standards/standards.ts";
import { draftKinds, frameOf, type DraftKind, type FrameSection } from "./kinds.ts";
import { calledBy, together } from "./people.ts";
import type { DraftChild, DraftRequest } from "./request.ts";

/** The text of a new note: details with what was given, headings, and the questions under them as comments. What is still to be written is a field, `[… what …]`. */
export function draftNote(request: DraftRequest, settings: Settings = defaultSettings): string {
  const profile = request.profile ?? standardsFor([], settings).profile;
  const body = frameOf(request.kind, profile).map((section) => sectionText(section, request));
  return `${detailLines(request, settings, profile).join("\n")}\n\n${body.join("\n")}`;
}

function detailLines(request: DraftRequest, settings: Settings, profile: Profile): string[] {
  const { kind, type, children, visited, recorded, lastVisit, status, place, present, worker } = request;
  const needs = (detail: DraftKind["details"][number]): boolean => kind.details.includes(detail);
  const line = (key: string, value: string | undefined, asked?: string): string[] => (value !== undefined || asked !== undefined ? [`${key}: ${value ?? field(asked!)}`] : []);
  const isVisit = kind.details.includes("seen-alone");
  return [
    ...children.flatMap(childLines),
    `${kind.typeOf}: ${type}`,
    ...line(kind.day, visited, kind.needsDay ? "day and time" : "day"),
    ...line("Date recorded", recorded, needs("recorded") ? "day and time of recording" : undefined),
    ...line("Last visit", lastVisit),
    ...line("Status", status),
    ...line("Place", place, needs("place") ? (isVisit ? "where the child was seen" : "where it was") : undefined),
    ...line("Present", present, needs("present") ? "who was there, and who they are" : undefined),
    ...line("Worker", worker, needs("worker") ? "your name" : undefined),
    ...(needs("seen-alone") ? children.filter((child) => mayBeSeenAlone(child, request, settings.seenAloneAge ?? profile.seenAloneAge)).map((child) => `${children.length > 1 ? `${calledBy(child.name)} seen alone` : "Seen alone"}: ${field("was it so, and where; if not, the reason")}`) : []),
    ...(request.profile && profile.id !== standardsFor([], settings).profile.id ? [`Standards: ${profile.id}`] : []),
  ];
}

const childLines = ({ name, born, age, unborn }: DraftChild): string[] => [
  `Child: ${name}${unborn && !/\b(?:unborn|baby)\b/i.test(name) ? " (unborn)" : ""}`,
  ...(born ? [`${unborn ? "Due date" : "Date of birth"}: ${born}`] : []),
  ...(age ? [`Age: ${age}`] : []),
];

/** From a year before the age at which a child is to be seen alone, on the day of the visit; of a child whose age nobody told it may be asked too. */
function mayBeSeenAlone({ unborn, born, age }: DraftChild, { visited }: DraftRequest, from: number): boolean {
  if (unborn) return false;
  if (age) return !/[mwd]/i.test(age) && Number.parseInt(age, 10) >= from - 1;
  const [day, then] = [visited && readDate(visited), born && readDate(born)];
  if (!day || !then) return true;
  const years = day.year - then.year - (day.month < then.month || (day.month === then.month && day.day < then.day) ? 1 : 0);
  return years >= from - 1;
}

function sectionText({ title, prompts, text, eachChild }: FrameSection, { children, worker }: DraftRequest): string {
  const born = children.filter(({ unborn }) => !unborn);
  const words = text?.replaceAll("{children}", together((born.length ? born : children).map(({ name }) => calledBy(name)))).replaceAll("{worker}", worker ?? field("your name"));
  if (title === undefined) return [words === undefined ? "" : `${words}\n`, promptComments(prompts, "\n")].filter(Boolean).join("\n");
  const own = eachChild && born.length > 1 ? born.map(({ name }) => `\n### ${calledBy(name)}\n`).join("") : "";
  return headingWithPrompts(`## ${title}`, prompts, "\n") + (words === undefined ? "" : `\n${words}\n`) + own;
}

/** What may be chosen for a new note. */
export interface DraftChoices {
  /** The standards that the note would be held to. */
  readonly profile: { readonly id: string; readonly title: string };
  /** The standards that come with the product. */
  readonly profiles: readonly { readonly id: string; readonly title: string }[];
  readonly kinds: readonly DraftKindChoice[];
  /** Statuses that the profile counts visits by. */
  readonly statuses: readonly StatusChoice[];
}

export interface DraftKindChoice {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** What its day is called: "Date of visit". */
  readonly day: string;
  readonly needsDay: boolean;
  /** A visit: the last visit and the status are worth asking for. */
  readonly visit: boolean;
  /** Types of visit or contact, the usual one first. */
  readonly types: readonly string[];
}

export interface StatusChoice {
  /** As it stands in the details: "Child in care". */
  readonly status: string;
  /** As the standard's table has it: "a child in care". */
  readonly child: string;
  /** How often such a child is visited, in the standard's words. */
  readonly quote: string;
}

/** What may be chosen for a new note under some settings. */
export function draftChoices(settings: Settings = defaultSettings): DraftChoices {
  const { profile } = standardsFor([], settings);
  return {
    profile: { id: profile.id, title: profile.title },
    profiles: profiles.map(({ id, title }) => ({ id, title })),
    kinds: draftKinds.map(({ kind, label, about, day, needsDay, details, types }) => ({ id: kind, label, description: about, day, needsDay, visit: details.includes("seen-alone"), types })),
    statuses: statusesOf(profile),
  };
}

/** The statuses that most children have; a status that somebody must look for stands behind them. */
const commonest = ["Child protection", "Child in need", "Child in care", "Early help", "Care leaver"];
const common = ({ status }: StatusChoice): number => (commonest.indexOf(status) + commonest.length + 1) % (commonest.length + 1);

/** The statuses that a profile's table of visits knows, in the words of each row by which it is found. */
export function statusesOf({ visits }: Pick<Profile, "visits">): StatusChoice[] {
  const byStatus = new Map<string, StatusChoice>();
  for (const { child, quote, status, underAge } of visits) {
    // A row for the youngest alone stands beside one for every age.
    if (underAge !== undefined) continue;
    const words = status.map((names) => names[0]!).join(", ");
    const written = words[0]!.toUpperCase() + words.slice(1);
    if (!byStatus.has(written)) byStatus.set(written, { status: written, child, quote });
  }
  return [...byStatus.values()].sort((a, b) => common(a) - common(b));
}
