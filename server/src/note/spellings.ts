import { areAlike, areShortOfOne, areUnlike, isFirstName, isShortOf } from "../lexicon/first-names.ts";
import { distance } from "../text/distance.ts";
import { plainLetters, rhymes, soundOf } from "../text/sound.ts";

/**
 * How a written name stands to a child's name:
 * the *same* but for accents, capitals and hyphens; *short* for it, or it for the written one; a *slip*, which is nobody else's usual name
 * or sounds just like it; a *swap* of two letters that makes another well-known name ("Elise" and "Elsie"); *another* well-known name that is only near ("Leon" and "Leo").
 */
export type Nearness = "same" | "short" | "slip" | "swap" | "another";

/** How a single written name stands to a single name; undefined where they have nothing to do with one another. */
export function nearness(written: string, name: string): Nearness | undefined {
  const [a, b] = [plainLetters(written), plainLetters(name)];
  if (a === b) return "same";
  if (a.length < 2 || b.length < 2) return undefined;
  const apart = distance(a, b);
  const longest = Math.max(a.length, b.length);
  const soundAlike = apart / longest <= 0.4 && soundOf(a) === soundOf(b);
  if (areAlike(a, b) || (((a[0] === b[0] && folded(a) === folded(b)) || (soundAlike && rhymes(a, b))) && !areUnlike(a, b))) return "slip";
  if (isShort(a, b)) return "short";
  if (longest < 3 || (b.length < 3 && apart > 0)) return undefined;
  const sameStart = (): boolean => a[0] === b[0] || soundOf(a)[0] === soundOf(b)[0];
  const near = soundAlike || (apart === 1 && (longest >= 6 || sameStart())) || (apart === 2 && longest >= 7 && sameStart());
  if (!near) return undefined;
  if (!isFirstName(a)) return "slip";
  return isSwap(a, b) && !areUnlike(a, b) ? "swap" : "another";
}

/** Without doubled letters and the h at the end: "Sumayyah" and "Sumaya". */
const folded = (word: string): string => word.replace(/(.)\1+/g, "$1").replace(/(?<=[aeiou])h$/, "");

/** Two letters that stand side by side changed places behind the first. */
const isSwap = (a: string, b: string): boolean => a.length === b.length && a.length > 3 && a[0] === b[0] && distance(a, b) === 1 && [...a].sort().join("") === [...b].sort().join("");

/** Hyphened names part by part and as wholes: "Olivier-James" for Oliver-James, "Olivier" for its first part, "Ji-who" for Ji-woo. */
export function nearnessOfParts(written: string, name: string): Nearness | undefined {
  if (!written.includes("-") && !name.includes("-")) return nearness(written, name);
  const [a, b] = [written.split("-"), name.split("-")];
  if (a.join("") === b.join("")) return "same";
  if (a.length > 1 && b.length === 1) return nearness(a[0]!, name) === "same" ? "short" : undefined;
  const parts = a.map((part, at) => (b[at] === undefined ? undefined : nearness(part, b[at])));
  if (a.length === 1 && parts[0] === undefined) return nearness(written, b.join(""));
  if (parts.some((part) => part === undefined)) return asWholes(a, b);
  return parts.find((part) => part === "another") ?? parts.find((part) => part === "slip" || part === "swap") ?? "same";
}

/** As wholes only what sounds the same, or has its letters swapped: brothers and sisters often share a part. */
function asWholes(a: readonly string[], b: readonly string[]): "slip" | undefined {
  const [one, other] = [plainLetters(a.join("")), plainLetters(b.join(""))];
  if (a.length !== b.length || one.length < 4) return undefined;
  return isSwap(one, other) || (distance(one, other) <= 2 && rhymes(one, other)) ? "slip" : undefined;
}

/** "Tommy" for Thomas, "Jay" for Jayden, "Gracie" for Grace: what people say, and no slip. */
function isShort(a: string, b: string): boolean {
  if (isShortOf(a, b)) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (areShortOfOne(a, b) && (long.startsWith(short) || distance(a, b) > 2)) return true;
  if ((long.startsWith(short) ? short.length >= 2 : short.length >= 3 && long.includes(short)) && long.length - short.length >= 2) return true;
  // A pet ending: "Gracie", "Reecey", "Harls".
  if (a[0] !== b[0] || b.length >= a.length) return false;
  const pet = /^(.{3,}?)(?:ie|y|ey|i|s|z|o|ster|kins|bob)$/.exec(a);
  return pet !== null && pet[1]!.length >= 4 && b.startsWith(pet[1]!) && pet[1]!.length >= b.length - 2 && b.length < a.length;
}
