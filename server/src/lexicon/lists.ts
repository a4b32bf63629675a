/** How numbers are written in compiled dictionaries. */
export const base = 36;

/** What stands between two lists: a sign that need not be escaped where a program holds the text, as the end of a line must be. */
export const betweenLists = ";";

/** Lists of numbers, one behind the other: the numbers of list `n` stand from `starts[n]` up to and without `starts[n + 1]`. */
export interface Lists {
  readonly starts: Int32Array;
  readonly numbers: Int32Array;
}

export const listOf = ({ starts, numbers }: Lists, list: number): Int32Array => numbers.subarray(starts[list], starts[list + 1]);

const [end, zero, nine, a, z] = [...`${betweenLists}09az`].map((sign) => sign.charCodeAt(0)) as [number, number, number, number, number];

/**
 * Reads the lists of a text; whatever is neither figure nor letter parts their numbers. It goes sign by sign,
 * for there are half a million, and every program that starts waits for them.
 */
export function readLists(written: string): Lists {
  // A number takes a sign and another that parts it from the next.
  const numbers = new Int32Array((written.length >> 1) + 1);
  const starts = [0];
  let [found, value] = [0, -1];
  for (let at = 0; at <= written.length; at += 1) {
    const sign = at < written.length ? written.charCodeAt(at) : end;
    const digit = digitOf(sign);
    if (digit >= 0) value = (value < 0 ? 0 : value * base) + digit;
    else {
      if (value >= 0) numbers[found++] = value;
      value = -1;
      if (sign === end) starts.push(found);
    }
  }
  return { starts: Int32Array.from(starts), numbers: numbers.slice(0, found) };
}

const digitOf = (sign: number): number => (sign >= zero && sign <= nine ? sign - zero : sign >= a && sign <= z ? sign - a + 10 : -1);
