import type { Finding } from "../engine/finding.ts";
import type { Edit } from "../text/edit.ts";

/** The edits of all safe fixes that can be made together: of two that touch the same place, the first stands. In the order of the text. */
export function safeEdits(findings: readonly Finding[]): readonly Edit[] {
  const taken: Edit[] = [];
  for (const { fixes } of findings) {
    const safe = fixes.find((fix) => fix.safe);
    if (!safe) continue;
    const fresh = safe.edits.filter((edit) => !taken.some((other) => same(edit, other)));
    if (!fresh.some((edit) => taken.some((other) => touch(edit, other)))) taken.push(...fresh);
  }
  return taken.sort((a, b) => a.start - b.start || a.end - b.end);
}

const same = (a: Edit, b: Edit): boolean => a.start === b.start && a.end === b.end && a.newText === b.newText;

/** True where two edits share a place, so that the order in which they are made would matter. */
const touch = (a: Edit, b: Edit): boolean => (a.start < b.end && b.start < a.end) || a.start === b.start || (a.start === a.end && a.start > b.start && a.start < b.end);
