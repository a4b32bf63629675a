import { defineRule, field, fix, insert, type Draft } from "../engine/rule.ts";
import type { Fix } from "../engine/finding.ts";
import { shown } from "../engine/wording.ts";
import { actionsOf, gapsOf, type Action, type Gaps } from "../note/actions.ts";
import type { Note } from "../note/note.ts";
import type { Edit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";

/** A next step without somebody who does it, a date by which, or what exactly (S16, S17, G26, P19). */
export const actionIncomplete = defineRule({
  id: "action-incomplete",
  severity: "information",
  standards: ["S17", "S16", "G26", "G27", "G30", "P19", "P26"],
  summary: "A next step does not say who will do it, by when, or what exactly",
  explain: "A plan helps a child when everybody knows their part of it. A name and a date make a next step something that can be done, asked about and crossed off; “asap”, “professionals” and “monitor” leave each reader to think that it is somebody else's, some other day.",
  leaves: ["what is done already", "wishes and views, house rules, dates for the diary such as “Next visit:”", "rows of a table with who and when filled in", "days that can be told: “next Thursday”, “before half term”", "“I will” with a date"],
  poor: "Child: Kai Morton (9)\n\n## Next steps\n\n- Mum to get a stair gate asap\n- SW to monitor\n",
  better: "Child: Kai Morton (9)\n\n## Next steps\n\n- Kelly (mum) to buy a stair gate by Friday 6 June 2025\n- Next visit: 12/06/25 at 4pm\n",
  scope: "section",
  *check(note) {
    for (const action of actionsOf(note)) {
      const gaps = gapsOf(action);
      if (gaps.who || gaps.when || gaps.what) yield { span: spanOf(action), message: message(note, action, gaps), fixes: [complete(note, action, gaps)], ...(action.stays && gaps.who !== "vague" ? { severity: "hint" as const } : {}) };
      else yield* betterStill(note, action);
    }
  },
  *asks(note) {
    const actions = actionsOf(note);
    if (actions.length) yield { met: actions.filter((action) => !Object.keys(gapsOf(action)).length).map(spanOf) };
  },
});

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** Good enough, and a name or a date would be better: only for those who want every hint. */
function* betterStill(note: Note, { done, owner, due, start, end }: Action): Iterable<Draft> {
  if (done || note.kind === "letter to the child") return;
  const asks = [...(owner?.kind === "role" ? ["a name"] : []), ...(due?.kind === "relative" ? ["the date"] : [])];
  const quoted = [...(owner?.kind === "role" ? [owner] : []), ...(due?.kind === "relative" ? [due] : [])].map((place) => `“${shown(note, place)}”`);
  if (asks.length) yield { span: { start, end }, severity: "hint", from: "everything", message: `This next step says ${quoted.join(" and ")}. Whoever reads it later will be glad of ${asks.join(" and ")}.` };
}

/** What is missing, and what to add. */
function message(note: Note, { owner, due, loose }: Action, { who, when, what }: Gaps): string {
  const missing = [...(who === "none" ? ["who will do it"] : []), ...(when === "none" ? ["by when"] : [])];
  const vague = [
    ...(what ? [`“${shown(note, loose!)}” does not tell what will be done`] : []),
    ...(who === "vague" ? [`“${shown(note, owner!)}” names nobody`] : []),
    ...(when === "vague" ? [`“${shown(note, due!)}” is no date`] : []),
  ];
  const asks = [...(what ? [loose!.entry.say ?? "what exactly"] : []), ...(who ? ["a name"] : []), ...(when ? ["a date"] : [])];
  const first = missing.length ? `This next step does not say ${missing.join(", or ")}${vague.length ? `; ${vague.join(", and ")}` : ""}.` : `In this next step ${vague.join(", and ")}.`;
  return `${first} Please add ${listed(asks)}.`;
}

const listed = (parts: readonly string[]): string => (parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : parts[0]!);

/** Fields for what is missing, at the end of the line or in the row's cells. */
function complete(note: Note, action: Action, gaps: Gaps): Fix {
  const fields = [...(gaps.what ? [["what", "what exactly"] as const] : []), ...(gaps.who ? [["who", "name"] as const] : []), ...(gaps.when ? [["by", "date"] as const] : [])];
  const title = `Add “${fields.map(([key]) => `${key}: …`).join(" – ")}” to complete`;
  if (!action.cells) {
    const stop = /[.;,!\s]*$/.exec(note.prose.slice(action.start, action.end))!;
    return fix(title, insert(action.start + stop.index, fields.map(([key, what]) => ` – ${key}: ${field(what)}`).join("")));
  }
  const { cells } = action;
  const edits: Edit[] = [];
  let rest = "";
  for (const [key, what] of fields) {
    const cell = key === "who" ? cells.who : key === "by" ? cells.when : undefined;
    if (!cell) rest += ` – ${key}: ${field(what)}`;
    else if (cell.end > cell.start) edits.push(insert(cell.end, ` – ${field(what)}`));
    else edits.push(insert(cell.start, ` ${field(what)}`));
  }
  return fix(title, rest ? [insert(cells.what.end, rest), ...edits] : edits);
}
