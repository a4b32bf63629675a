/**
 * What may be told of a fault of the program: its kind, and where in the program it happened. Its message, and the line of
 * source that Node would print with it, may hold words of a note and are never said.
 */

/** What kind of fault it was, such as "TypeError". */
export const faultName = (error: unknown): string => (error instanceof Error && kind.test(error.name) ? error.name : "unknown");

/** No other name than one that a class of faults has. */
const kind = /^[A-Z][A-Za-z]{0,40}(?:Error|Exception)$|^Error$/;

/** The places in the program that a fault came through, the innermost first: built files by their names, lines and columns counted from 1. */
export function faultPlaces(error: unknown): readonly string[] {
  const stack = error instanceof Error && typeof error.stack === "string" ? error.stack : "";
  return stack.split("\n").flatMap((line) => frame.exec(line)?.[1] ?? []).slice(0, mostPlaces);
}

const frame = /^ {4}at .*[\\/]((?:server|cli|client|parts[\\/][a-z-]+-[A-Z0-9]{8})\.js:\d+:\d+)\)?$/;
const mostPlaces = 3;

/** A fault in words that tell nothing of a note: "TypeError at server.js:1:200, parts/chunk-A.js:1:7". */
export function faultInWords(error: unknown): string {
  const places = faultPlaces(error);
  return [faultName(error), places.join(", ")].filter(Boolean).join(" at ");
}

/** From now on a fault that nobody catches, or a promise that nobody looks after, ends the program with this status, and is told on standard error in those words alone. */
export function endOnFault(status: number): void {
  let ending = false;
  const end = (error: unknown): void => {
    if (ending) process.exit(status);
    ending = true;
    process.stderr.write(`Case Recording ended by a fault of the program (${faultInWords(error)}). Please report it.\n`, () => process.exit(status));
  };
  process.on("uncaughtException", end).on("unhandledRejection", end);
}

/** From now on what libraries say to the console, or as warnings of Node, is kept back, since it may hold words of a note; of a fault, `tell` gets its kind and its places. */
export function hushLibraries(tell: (fault: string) => void): void {
  const hush = (...said: readonly unknown[]): void => {
    const fault = said.find((one) => one instanceof Error);
    if (fault) tell(faultInWords(fault));
  };
  for (const method of ["assert", "debug", "dir", "error", "info", "log", "trace", "warn"] as const) console[method] = hush;
  process.removeAllListeners("warning");
}
