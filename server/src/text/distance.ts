/** Three rows of the table are enough: the one before the last is asked where two letters are swapped. They are used again and again. */
let rows: [Uint32Array, Uint32Array, Uint32Array] = [new Uint32Array(64), new Uint32Array(64), new Uint32Array(64)];

/** How many letters must be added, dropped, changed or swapped to make one word of another. */
export function distance(a: string, b: string): number {
  if (rows[0].length <= b.length) rows = [new Uint32Array(2 * b.length), new Uint32Array(2 * b.length), new Uint32Array(2 * b.length)];
  let [older, above, row] = rows;
  for (let j = 0; j <= b.length; j += 1) above[j] = j;
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
