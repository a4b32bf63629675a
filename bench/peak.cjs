// `node --require peak.cjs program`: when the program ends, writes the most memory that it held, in KB, into the file named by PEAK_FILE.
const { readFileSync, writeFileSync } = require("node:fs");

process.on("exit", () => {
  let peak;
  try {
    // What the system counts for a process begins with what its parent held when it started it; this line begins at nothing.
    peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))[1];
  } catch {
    peak = process.resourceUsage().maxRSS;
  }
  writeFileSync(process.env.PEAK_FILE, String(peak));
});
