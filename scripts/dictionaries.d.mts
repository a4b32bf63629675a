/** What one list of the dictionaries holds. */
export interface ListStats {
  readonly list: string;
  readonly entries: number;
  readonly meanings: number;
  readonly patterns: number;
  readonly attested: number;
  readonly flag: number;
  readonly allow: number;
  readonly both: number;
}

/** What the dictionaries hold, list by list, and what is amiss with their sources. */
export function stats(): { readonly rows: readonly ListStats[]; readonly sources: number; readonly used: number; readonly faults: readonly string[] };
