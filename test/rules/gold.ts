/** A mark in a note: what must be flagged, or what may be. */
export interface Mark {
  readonly rule: string;
  readonly optional: boolean;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A note with its marks taken out. */
export interface Gold {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Findings about the note as a whole: rule, and a part of the subject. */
  readonly expected: readonly { readonly rule: string; readonly subject: string }[];
  /** Rules whose findings do not count here. */
  readonly allowed: ReadonlySet<string>;
  /** Settings that the note is read with, as JSON. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Severities that a finding of the rule must have. */
  readonly severities: readonly string[];
  /** What the engine still gets wrong here: the answer is right, and the test is expected to fail until it is mended. */
  readonly open?: string;
}

const heading = /^<!--\s*(expect|allow|settings|severity|about|open):\s*(.*?)\s*-->\r?\n/;

/**
 * Reads a note that is marked up: ⟦rule:text⟧ must be flagged, ⟦?rule:text⟧ may be, and marks may nest.
 * First lines such as `<!-- expect: rule "subject" -->` say what the note as a whole must get, `<!-- allow: rule -->` what does not count,
 * `<!-- settings: {"profile":"coventry"} -->` how it is read, `<!-- severity: hint -->` how grave every finding of the fixture's rule is,
 * `<!-- about: … -->` what the note is for,
 * `<!-- open: … -->` what is still wrong.
 */
export function readGold(source: string): Gold {
  const expected: { rule: string; subject: string }[] = [];
  const allowed = new Set<string>();
  const severities: string[] = [];
  let settings = {};
  let unmended: string | undefined;
  let body = source;
  for (let line = heading.exec(body); line; line = heading.exec(body)) {
    const [all, kind, rest] = line as unknown as [string, string, string];
    const [, rule = "", subject = ""] = /^([a-z0-9-]+)\s*(?:"([^"]*)")?$/.exec(rest) ?? [];
    if (kind === "expect") expected.push({ rule, subject });
    else if (kind === "allow") allowed.add(rule);
    else if (kind === "settings") settings = JSON.parse(rest) as object;
    else if (kind === "open") unmended = rest;
    else if (kind === "severity") severities.push(...rest.split(/,\s*/));
    body = body.slice(all.length);
  }
  const marks: Mark[] = [];
  const open: { rule: string; optional: boolean; start: number }[] = [];
  let text = "";
  for (let at = 0; at < body.length; ) {
    const opening = /^⟦(\??)([a-z0-9-]+):/.exec(body.slice(at, at + 60));
    if (opening) {
      open.push({ rule: opening[2]!, optional: opening[1] === "?", start: text.length });
      at += opening[0].length;
    } else if (body[at] === "⟧") {
      const mark = open.pop();
      if (!mark) throw new Error("a ⟧ closes nothing");
      marks.push({ ...mark, end: text.length, text: text.slice(mark.start) });
      at += 1;
    } else text += body[at++]!;
  }
  if (open.length) throw new Error(`the mark ⟦${open[0]!.rule}: is not closed`);
  return { text, marks, expected, allowed, settings, severities, ...(unmended ? { open: unmended } : {}) };
}

/** The notes of a fixture: several small ones, parted by a line of its own. */
export const splitNotes = (source: string): string[] => source.split(/^---8<---\r?\n/m);
