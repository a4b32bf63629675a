import { distance } from "./distance.ts";

/** The known name nearest to one that is not known; undefined where none is near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const written = name.toLowerCase();
  const ranked = known.map((id) => ({ id, far: distance(written, id) })).sort((a, b) => a.far - b.far);
  const best = ranked[0];
  if (best && best.far <= Math.max(2, Math.floor(best.id.length / 3))) return best.id;
  return name.length > 2 ? known.find((id) => id.includes(written)) : undefined;
}
