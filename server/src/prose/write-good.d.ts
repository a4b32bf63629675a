declare module "write-good" {
  /** What write-good says of a stretch of text: `index` and `offset` (its length) in UTF-16 units. */
  interface Suggestion {
    readonly index: number;
    readonly offset: number;
    readonly reason: string;
  }
  export default function writeGood(text: string, options?: Readonly<Record<string, boolean>>): Suggestion[];
}
