// First lints and key presses in one warm process, beside the parsing of the same Markdown and beside the peers.
import { applyEdit, keyPresses } from "../inputs/edits.ts";
import { Chance } from "../inputs/random.ts";
import { inTurn, timed, type Runner } from "../measure.ts";
import { firstLint, markdownAlone, openNote, parseMarkdown } from "../ours.ts";
import { peers, startPeers, type Peer } from "../peers.ts";
import { rowOf, type Ask, type Row } from "../row.ts";
import type { Stage } from "../stage.ts";

/** How often each length is linted and edited, after the rounds that warm the process: of ours and the peers' alike, until none of them gets faster. */
const lengths = [
  { words: 1_000, rounds: 31, warm: 20, presses: 25 },
  { words: 10_000, rounds: 5, warm: 1, presses: 9 },
  { words: 100_000, rounds: 3, warm: 0, presses: 3 },
] as const;
const inWords = (words: number): string => `${words.toLocaleString("en-GB")} words`;
/** The longest notes that the peers are handed. */
const longestForPeers = 10_000;
const us = "Case Recording";
const again = "Harper (WASM), the same text again";

/** Every note is one that nobody has seen; only Harper, which keeps what it has seen, is asked a second time as well. */
function runnersFor(words: number, running: readonly Peer[]): Runner<string>[] {
  const own = [{ name: us, run: firstLint }, { name: markdownAlone, run: parseMarkdown }];
  return words > longestForPeers ? own : [...own, ...running];
}

const goals: Readonly<Record<string, Ask["goal"]>> = {
  "1000-retext": { says: "faster", meets: (ratio) => ratio < 1 },
  "1000-harper": { says: "faster, on prose that it never saw", meets: (ratio) => ratio < 1 },
};

/** Milliseconds of key presses in one open note, and of the Markdown of each text that they leave. */
async function press(text: string, presses: number): Promise<{ ours: number[]; markdown: number[] }> {
  const check = openNote();
  check(text);
  const [ours, markdown]: [number[], number[]] = [[], []];
  let now = text;
  for (const edit of keyPresses(text, presses, new Chance(text.length))) {
    const next = (now = applyEdit(now, edit));
    ours.push(await timed(() => check(next)));
    markdown.push(await timed(() => parseMarkdown(next)));
  }
  return { ours, markdown };
}

export async function inProcess({ root, writer, quick, say }: Stage): Promise<Row[]> {
  const running = quick ? [] : await startPeers(root, say);
  const lints: Row[] = [];
  const presses: Row[] = [];
  const growth: Row[] = [];
  let shorter: { words: number; ours: readonly number[] } | undefined;
  for (const { words, rounds, warm, presses: count } of lengths) {
    if (quick && words > 10_000) continue;
    say(`First lints in process, ${inWords(words)}`);
    const texts = Array.from({ length: warm + rounds }, () => writer.note(words));
    const times = await inTurn(runnersFor(words, running), texts, warm);
    const ours = times.get(us)!;
    lints.push(rowOf({ id: `first-${words}`, what: `first lint, all rules, ${inWords(words)}`, beside: markdownAlone }, ours, times.get(markdownAlone)));
    if (!quick && words <= longestForPeers) {
      for (const { file, name } of peers) lints.push(rowOf({ id: `first-${words}-${file}`, what: `first lint, all rules, ${inWords(words)}`, beside: name, goal: goals[`${words}-${file}`] }, ours, times.get(name), "could not be installed or run"));
      const harper = running.find(({ name }) => name === "Harper (WASM)");
      const repeated = harper && (await inTurn([{ name: again, run: harper.run }], Array.from({ length: 4 }, () => texts.at(-1)!), 1));
      lints.push(rowOf({ id: `first-${words}-harper-again`, what: `first lint, all rules, ${inWords(words)}`, beside: again }, ours, repeated?.get(again), "could not be installed or run"));
    }
    if (shorter) growth.push(rowOf({ id: `growth-${words}`, what: `growth of the first lint to ${inWords(words)}`, beside: `the same at ${inWords(shorter.words)}`, ...(words === 100_000 ? { goal: { says: "at most 12", meets: (ratio: number) => ratio <= 12 } } : {}) }, ours, shorter.ours));
    say(`Key presses in process, ${inWords(words)}`);
    const pressed = await press(texts.at(-1)!, count);
    presses.push(rowOf({ id: `press-${words}`, what: `key press in process, ${inWords(words)}`, beside: markdownAlone }, pressed.ours, pressed.markdown));
    shorter = { words, ours };
  }
  return [...lints, ...growth, ...presses];
}
