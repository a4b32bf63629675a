/** A number that a part of the stress run ends with. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  /** What is counted, where it is no mere number. */
  readonly unit?: "MB" | "%";
  /** True where anything but zero is a loss. */
  readonly loss?: true;
}

/** What a part is given to run with. */
export interface Stage {
  /** The folder of package.json. */
  readonly root: string;
  /** The folder in which the programs of the stress run stand. */
  readonly programs: string;
  /** What the parts do is measured by it: 60 stands for 10,000 edits, which take about a minute. */
  readonly seconds: number;
  readonly seed: number;
  /** Says on standard error what goes on. */
  say(text: string): void;
}

/** A part of the stress run. */
export interface Part {
  readonly title: string;
  /** What it does, for somebody who waits for it. */
  readonly doing: string;
  run(stage: Stage): Promise<readonly Figure[]>;
}
