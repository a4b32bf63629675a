import { areAlike, areShortOfOne, areUnlike, isFirstName, isShortOf } from "../lexicon/first-names.ts";
import { distance } from "../text/distance.ts";
import { plainLetters, rhymes, soundOf } from "../text/sound.ts";

/**
 * How a written name stands to a child's name:
 * the *same* but for accents, capitals and hyphens; *short* for it, or it for the written one; a *slip*, which is nobody else's usual name
 * or sounds just like it; *another* well-known name that is only near ("Leon" and "Leo").
 */
export type Nearness = "same" | "short" | "slip" | "another";

/** How a single written name stands to a single name; undefined where they have nothing to do with one another. */
export function nearness(written: string, name: string): Nearness | undefined {
  const [a, b] = [plainLetters(written), plainLetters(name)];
  if (a === b) return "same";
  if (a.length < 2 || b.length < 2) return undefined;
  const apart = distance(a, b);
  const longest = Math.max(a.length, b.length);
  const soundAlike = soundOf(a) === soundOf(b) && apart / longest <= 0.4;
  const known = isFirstName(a);
  if (areAlike(a, b) || (soundAlike && rhymes(a, b) && !areUnlike(a, b))) return "slip";
  if (isShort(a, b)) return "short";
  if (longest < 3 || (b.length < 3 && apart > 0)) return undefined;
  const sameStart = a[0] === b[0] || soundOf(a)[0] === soundOf(b)[0];
  const near = soundAlike || (apart === 1 && (sameStart || longest >= 6)) || (apart === 2 && longest >= 7 && sameStart);
  if (!near) return undefined;
  return known ? "another" : "slip";
}

/** "Tommy" for Thomas, "Jay" for Jayden, "Gracie" for Grace: what people say, and no slip. */
function isShort(a: string, b: string): boolean {
  if (isShortOf(a, b)) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (areShortOfOne(a, b) && (long.startsWith(short) || distance(a, b) > 2)) return true;
  if ((long.startsWith(short) ? short.length >= 2 : short.length >= 3 && long.includes(short)) && long.length - short.length >= 2) return true;
  // A pet ending: "Gracie", "Reecey", "Harls".
  const pet = /^(.{3,}?)(?:ie|y|ey|i|s|z|o|ster|kins|bob)$/.exec(a);
  return pet !== null && pet[1]!.length >= 4 && b.startsWith(pet[1]!) && pet[1]!.length >= b.length - 2 && b.length < a.length;
}
