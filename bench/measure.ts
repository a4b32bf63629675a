// Taking times, and what is said of many of them.
import { performance } from "node:perf_hooks";

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** The value below which so many in a hundred lie. */
export function percentile(values: readonly number[], part: number): number {
  const list = sorted(values);
  const at = ((list.length - 1) * part) / 100;
  const [low, high] = [list[Math.floor(at)]!, list[Math.ceil(at)]!];
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (values: readonly number[]): number => percentile(values, 50);

/** How far the middle half of the values reaches from their median, as a part of it. */
export const spread = (values: readonly number[]): number => (percentile(values, 75) - percentile(values, 25)) / 2 / median(values);

/** Milliseconds until something is done. */
export async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** Something that is measured: each round hands it that round's input. */
export interface Runner<Input> {
  readonly name: string;
  readonly run: (input: Input) => unknown;
}

/**
 * Runs everybody on each input, in turn, so that whatever else the machine does meets all of them alike; each round begins with another one.
 * Milliseconds by name, in the order of the inputs; the first `warm` inputs count for nobody. Who throws is left out.
 */
export async function inTurn<Input>(runners: readonly Runner<Input>[], inputs: readonly Input[], warm = 0): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>(runners.map(({ name }) => [name, []]));
  for (const [round, input] of inputs.entries()) {
    for (let place = 0; place < runners.length; place += 1) {
      const { name, run } = runners[(round + place) % runners.length]!;
      if (!times.has(name)) continue;
      try {
        const time = await timed(() => run(input));
        if (round >= warm) times.get(name)!.push(time);
      } catch {
        times.delete(name);
      }
    }
  }
  return times;
}
