import type { Place, Proposal } from "./proposal.ts";

/** The rules that a comment may name which stops them for a line, the next line, or the whole note. */
export function ruleIdsHere({ offset }: Place, comment: string, ruleIds: readonly string[]): Proposal[] {
  const directive = /^\s*case-recording-disable(?:-next-line|-line)?\s+([\w\s,-]*)$/.exec(comment);
  if (!directive) return [];
  const named = directive[1]!.split(/[\s,]+/);
  const typed = named.pop() ?? "";
  return ruleIds.filter((id) => !named.includes(id) && id.startsWith(typed.toLowerCase())).map((id) => ({ kind: "rule", label: id, span: { start: offset - typed.length, end: offset }, text: id, filter: typed + id.slice(typed.length) }));
}
