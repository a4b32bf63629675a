import type { HowKnown, Note, Quotation } from "../note/note.ts";
import { literal, oneLine } from "./markdownText.ts";

/** Whose some words are and how that is known, with the place in the note that tells, as Markdown. */
export function whoseWords(note: Note, quotation: Quotation): string {
  return [`**${whose(quotation)}**`, because(note, quotation), kept(quotation)].filter(Boolean).join(" ");
}

function whose({ speaker, name, nobody }: Quotation): string {
  if (nobody) return "A title or a label: nobody’s words.";
  if (speaker === "worker") return "The worker’s words.";
  if (name !== undefined) return `${literal(name[0]!.toUpperCase() + name.slice(1))}’s words.`;
  return { child: "A child’s words.", adult: "An adult’s words.", unknown: "Case Recording cannot tell whose words these are." }[speaker];
}

/** What tells whose words they are. `…` stands for the words of the note. */
const reasons: Readonly<Record<HowKnown, string>> = {
  comment: "The note says so in a comment.",
  told: "The words beside them tell: …",
  owner: "It tells whose they are: …",
  answer: "They answer the question before: …",
  label: "The line begins with …",
  above: "What stands before them leads to them: …",
  heading: "They stand under the heading …",
  tool: "They stand in a table that was filled in with a child, at …",
  beside: "They follow right on words of the same speaker: …",
  last: "Whoever spoke before them spoke last: …",
  view: "They stand by themselves in the section for the child’s view, …",
  "only child": "The note is about one child, and nothing tells that they are anybody else’s.",
};

function because({ text, prose }: Note, { known, speaker, name, nobody }: Quotation): string {
  if (!known) return "";
  // A comment that names somebody whom the note does not know tells nothing.
  if (known.how === "comment" && speaker === "unknown" && !nobody && name === undefined) return "The comment behind them names nobody whom the note knows.";
  const reason = reasons[known.how];
  const evidence = known.span && known.how !== "comment" ? oneLine(prose.slice(known.span.start, known.span.end).trim() ? text.slice(known.span.start, known.span.end) : "").replace(/<!--.*?-->/g, "").trim() : "";
  if (!reason.includes("…")) return reason;
  return evidence ? reason.replace("…", () => `“${literal(short(evidence))}”.`) : fallback[known.how] ?? "";
}

/** Where no place can be shown. */
const fallback: Partial<Record<HowKnown, string>> = {
  heading: "They stand under a heading for that child.",
  tool: "They stand in a table that was filled in with a child.",
  last: "Whoever spoke before them spoke last.",
  view: "They stand by themselves in the section for the child’s view.",
};

const short = (text: string): string => {
  const plain = text.replace(/[,:;.]+$/, "");
  return plain.length <= 90 ? plain : `${plain.slice(0, 90).replace(/\s\S*$/, "")} …`;
};

function kept({ speaker, nobody }: Quotation): string {
  if (nobody) return "The light bulb can say otherwise.";
  if (speaker === "child") return "Case Recording never changes them, and never judges how they are said.";
  if (speaker === "unknown") return "It leaves them alone. The light bulb can say whose they are.";
  return "Case Recording does not judge how they are said. If they are somebody else’s, the light bulb can say so.";
}
