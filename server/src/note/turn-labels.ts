import type { Child, Person } from "./note.ts";
import type { Voices } from "./voices.ts";

/** Whom the label of a line names: the worker, a child by name or initial, an adult. */
export function personOfLabel(label: string, { people, children }: Pick<Voices, "people" | "children">): Person | undefined {
  const written = label.toLowerCase().replace(/[.'’]/g, "");
  if (/^(?:sw|worker|social worker|me|fsw|ssw|pa|practitioner|staff|q)$/.test(written)) return people.find(({ kind }) => kind === "worker") ?? { id: -1, kind: "worker", name: "the worker", forms: [] };
  const named = people.find(({ forms }) => forms.some((form) => form.join(" ") === written.replaceAll("-", " ")));
  if (named) return named;
  if (/^(?:yp|child|young person|c)$/.test(written)) return children.length === 1 ? children[0]!.person : undefined;
  const byInitial = children.filter(({ name, fullName }) => name.charAt(0).toLowerCase() === written || initialsOf(fullName) === written);
  if (byInitial.length === 1) return byInitial[0]!.person;
  const adult = people.find(({ kind, name, relation }) => kind !== "child" && (relation === written || (written.length <= 2 && initialsOf(name) === written)));
  return adult ?? (/^(?:m|mum|mother)$/.test(written) ? { id: -3, kind: "family", name: "mum", forms: [] } : /^(?:d|dad|father)$/.test(written) ? { id: -3, kind: "family", name: "dad", forms: [] } : undefined);
}

/** "Kai Morton-Reid" is "kmr"; a name may end in the middle of its writing. */
const initialsOf = (name: string): string => name.split(/[ -]/).map((part) => part.charAt(0).toLowerCase()).join("");
