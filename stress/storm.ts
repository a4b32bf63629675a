// The built server in a storm: several notes that are edited at once, questions that are taken back, notes opened, closed and renamed, settings changed, the server killed.
import { Chance } from "../bench/inputs/random.ts";
import { Desk, type Counts } from "./desk.ts";
import { Server, type Manner } from "./server.ts";

export interface StormOptions {
  /** The built server. */
  readonly program: string;
  /** What is written on. */
  readonly notes: readonly string[];
  readonly edits: number;
  readonly kills: number;
  /** How often the storm is held up to compare all that is open. */
  readonly rests: number;
  readonly seed: number;
  /** One in so many answers is held against a fresh check. */
  readonly sample?: number;
  /** Milliseconds after which a server that has not answered never will. */
  readonly patience?: number;
  readonly say?: (text: string) => void;
}

/** So many notes are open at the least and at the most. */
const fewest = 5;
const most = 9;
/** So many questions may wait before the editor waits too. */
const impatience = 40;
const settings: readonly unknown[] = [
  {},
  { volume: "everything" },
  { volume: "essential" },
  { rules: { acronym: "off", jargon: "error", "long-sentence": "hint" } },
  { words: ["LAC", "CIN", "Brightwell"], people: ["Helen Marsh (team manager)"] },
  { seenAloneAge: 4, disputedTerms: "leave" },
  { profile: "gloucestershire" },
  { profile: "coventry", volume: "everything" },
];

/** Goes through a storm, and says what was counted. The same seed does the same things, though not at the same moments. */
export async function storm({ program, notes, edits, kills, rests, seed, sample = 10, patience = 60_000, say = () => undefined }: StormOptions): Promise<Counts> {
  const chance = new Chance(seed);
  const desk = new Desk(chance, notes, sample);
  const { counts } = desk;
  const start = (manner: Manner): Promise<Server> =>
    Server.start(program, { manner, configuration: () => desk.configuration, published: (params) => desk.hear(params), pieces: { chance: new Chance(seed + counts.kills), often: counts.kills % 2 ? 0 : 20 } });
  const leave = (server: Server): void => void (counts.cuts += server.pipe.cuts ?? 0);
  const at = (times: number): number[] => Array.from({ length: times }, (_, index) => Math.round(((index + 1) * edits) / (times + 1)));
  const killed = at(kills);
  const settled = [...at(rests), edits];

  desk.sitAt(await start("asked for"));
  while (desk.notes.length < fewest) desk.open();
  while (counts.edits < edits) {
    const note = chance.one(desk.notes);
    for (let burst = chance.from(1, 6); burst > 0 && counts.edits < edits; burst -= 1) desk.edit(note);
    if (desk.server.manner === "asked for") void desk.pull(note);
    if (chance.percent(60)) void desk.question(chance.percent(70) ? note : chance.one(desk.notes));
    if (chance.percent(2)) desk.rename(chance.one(desk.notes));
    if (chance.percent(3) && desk.notes.length < most) desk.open();
    if (chance.percent(3) && desk.notes.length > fewest) desk.close(chance.one(desk.notes));
    if (chance.percent(1)) desk.configure(chance.one(settings));
    if (counts.edits >= killed[0]!) {
      killed.shift();
      counts.kills += 1;
      leave(desk.server);
      await desk.server.kill();
      const manner: Manner = counts.kills % 2 ? "sent" : "asked for";
      say(`the server was killed after ${counts.edits} edits; another one starts, with findings ${manner}`);
      desk.sitAt(await start(manner));
    }
    if (counts.edits >= settled[0]!) {
      settled.shift();
      await desk.settle(patience);
      say(`${counts.edits} edits, ${counts.asked} questions; ${counts.compared} notes compared`);
    }
    // Until the next turn the pipes have their say.
    if (desk.server.waiting.size > impatience) await desk.idle(patience, impatience / 2);
    else await new Promise((done) => setImmediate(done));
    if (desk.server.end) {
      counts.crashed += 1;
      counts.faults.add("the server ended by itself");
      break;
    }
  }
  leave(desk.server);
  await desk.server.stop();
  return counts;
}
