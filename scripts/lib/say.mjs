// What the scripts say on the terminal, in one manner.
const colour = process.stdout.isTTY && !process.env.NO_COLOR;

/** A line that says what begins now. */
export function step(text) {
  console.log(`\n${colour ? "\x1b[1m" : ""}› ${text}${colour ? "\x1b[22m" : ""}`);
}

/** A line that belongs to the step above it. */
export function say(text) {
  console.log(`  ${text}`);
}

/** How long something has taken, in words. */
export function since(started) {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}
