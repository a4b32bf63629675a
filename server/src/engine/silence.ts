import type { DisableDirective } from "../note/directives.ts";
import type { Note } from "../note/note.ts";
import { groupBy } from "../text/group.ts";
import { holds } from "../text/span.ts";
import type { Finding } from "./finding.ts";

/** Whether a comment in the note says that a finding is not to be shown. What is amiss with such a comment itself is always shown. */
export function silencer(note: Pick<Note, "directives">): (finding: Pick<Finding, "rule" | "span">) => boolean {
  const disabling = note.directives.filter((one): one is DisableDirective => one.kind === "disable");
  if (!disabling.length) return () => false;
  const everywhere = new Set(disabling.filter(({ scope }) => scope === "note").flatMap(({ rules }) => rules.map(({ written }) => written)));
  const byRule = groupBy(
    disabling.flatMap(({ line, rules }) => (line ? rules.map(({ written }) => ({ written, line })) : [])),
    ({ written }) => written,
  );
  return ({ rule, span }) => {
    if (note.directives.some((directive) => holds(directive, span.start))) return false;
    return everywhere.has(rule) || (byRule.get(rule)?.some(({ line }) => span.start >= line.start && span.start < line.end) ?? false);
  };
}
