import type { Child } from "./note.ts";

/** Whether a child is of an age to be seen alone on a statutory visit: "over 4" is read as five and over; the year before it is doubtful. */
export function expectedAlone(child: Child, from: number): "yes" | "doubtful" | "unknown" | "no" {
  if (child.unborn || (child.age && child.age.years >= 18)) return "no";
  if (!child.age) return "unknown";
  if (child.age.years >= from) return "yes";
  return child.age.years === from - 1 ? "doubtful" : "no";
}
