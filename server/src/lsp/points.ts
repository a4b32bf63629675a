import type { CancellationToken, Range, TextEdit } from "vscode-languageserver";
import type { Clause, Severity } from "../engine/finding.ts";
import type { Settings } from "../engine/settings.ts";
import { shown } from "../engine/wording.ts";
import { tickEdits } from "../engine/ticks.ts";
import { pointsOf } from "../points.ts";
import type { Point, Points } from "../points/point.ts";
import { rangeOf, sentFixes, type SentFix } from "./diagnostic.ts";
import type { Checked, Checks } from "./ports.ts";

/** Few places are enough to show what meets a point. */
const mostPlaces = 2;

/** A point as it travels to a client: its places as ranges. */
export interface SentPoint extends Pick<Point, "id" | "part" | "state" | "title" | "detail" | "rule" | "ticked"> {
  /** The first clause that asks for it. */
  readonly clause?: Clause;
  /** The page that explains the rule. */
  readonly page?: string;
  /** What meets it, the first places of several, with its text on one line, without marks of Markdown. */
  readonly evidence: readonly { readonly range: Range; readonly text: string }[];
  readonly findings: readonly { readonly range: Range; readonly rule: string; readonly severity: Severity; readonly message: string; readonly fixes: readonly SentFix[] }[];
}

/** The answer to `caseRecording/pointCounts`: what a line of an editor can show. */
export interface SentPointCounts extends Omit<Points, "points"> {
  readonly version: number;
  readonly missing: number;
}

/** The answer to `caseRecording/points`: the counts, and what is counted. */
export interface SentPoints extends SentPointCounts {
  readonly points: readonly SentPoint[];
}

/** The answer to `caseRecording/tick`: the edits that keep a tick in the note, or take it away. */
export interface SentTick {
  readonly version: number;
  readonly edits: readonly TextEdit[];
}

/** Tells which points of the standard a note meets, and keeps what its writer ticks. */
export class PointLists {
  constructor(
    private readonly checks: Checks,
    private readonly settingsOf: (uri: string) => Promise<Settings>,
    private readonly page: (rule: string) => string,
  ) {}

  /** How many points there are for an open note, and how many are met; null where it is not open. */
  async counts(uri: string, token: CancellationToken): Promise<SentPointCounts | null> {
    const checked = await this.checks.of(uri, token);
    return checked ? counted(checked, pointsOf(checked.report, await this.settingsOf(uri))) : null;
  }

  /** The points for an open note; null where it is not open. */
  async list(uri: string, token: CancellationToken): Promise<SentPoints | null> {
    const checked = await this.checks.of(uri, token);
    if (!checked) return null;
    const points = pointsOf(checked.report, await this.settingsOf(uri));
    return { ...counted(checked, points), points: points.points.map((point) => this.#sent(checked, point)) };
  }

  /** The edits for a tick, none where it is so already; null where the note is not open. */
  async tick(uri: string, id: string, ticked: boolean, token: CancellationToken): Promise<SentTick | null> {
    const checked = await this.checks.of(uri, token);
    if (!checked) return null;
    const { note } = checked.report;
    return { version: checked.note.version, edits: tickEdits(note, id, ticked).map((edit) => ({ range: rangeOf(note.lines, edit), newText: edit.newText })) };
  }

  #sent({ report: { note } }: Checked, { evidence, findings, clauses: [clause], ...rest }: Point): SentPoint {
    return {
      ...rest,
      ...(clause ? { clause } : {}),
      ...(rest.rule ? { page: this.page(rest.rule) } : {}),
      evidence: evidence.slice(0, mostPlaces).map((span) => ({ range: rangeOf(note.lines, span), text: shown(note, span).trim() })),
      findings: findings.map((finding) => ({ range: rangeOf(note.lines, finding.span), rule: finding.rule, severity: finding.severity, message: finding.message, fixes: sentFixes(note.lines, finding) })),
    };
  }
}

const counted = ({ note: { version } }: Checked, { points, ...rest }: Points): SentPointCounts => ({ version, ...rest, missing: points.filter(({ state }) => state === "missing").length });
