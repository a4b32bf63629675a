/** How many letters must be added, dropped, changed or swapped to make one word of another. */
export function distance(a: string, b: string): number {
  // Three rows of the table are enough: the one before the last is asked where two letters are swapped.
  let [older, above, row]: [number[], number[], number[]] = [[], [], []];
  for (let j = 0; j <= b.length; j += 1) above.push(j);
  for (let i = 1; i <= a.length; i += 1) {
    row[0] = i;
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j += 1) {
      const same = letter === b.charCodeAt(j - 1);
      let best = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) best = Math.min(best, older[j - 2]! + 1);
      row[j] = best;
    }
    [older, above, row] = [above, row, older];
  }
  return above[b.length]!;
}
