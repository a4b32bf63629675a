// Runs first in the server and the command line, and has both start sooner.
"use strict";
const { readFileSync } = require("node:fs");
const { createRequire, wrap } = require("node:module");
const path = require("node:path");
const { setFlagsFromString } = require("node:v8");
const { Script } = require("node:vm");

// A regular expression is made machine code when it is first used, and not first a program for an interpreter: that takes
// V8 far longer for a long list of alternatives, and most are used more than once.
setFlagsFromString("--no-regexp-tier-up");
// V8 would have much of the code made anew while it is still learning what it is used for: with so long a look at it (bytes of
// code run, some four times the usual) a batch takes a tenth less time, a third less of the processors, and late key presses a quarter less.
setFlagsFromString("--interrupt-budget=500000");
// What is read of a note soon outgrows the room that is given to new objects at first.
setFlagsFromString("--semi-space-growth-factor=16");

/** The parts that were loaded, so that the build can keep what V8 has made of them. */
exports.loaded = new Map();

/**
 * A `require` for a file in `folder` that loads the program's own parts as V8 has compiled them before, where the build has
 * left that beside a part and V8 is still the same. Everything else is asked of `plain`.
 */
exports.requireIn = function requireIn(folder, plain) {
  return (name) => {
    if (!name.startsWith("./")) return plain(name);
    const file = path.join(folder, name);
    const known = exports.loaded.get(file);
    if (known) return known.module.exports;
    const script = new Script(wrap(readFileSync(file, "utf8")), { filename: file, cachedData: compiledOf(file) });
    const module = { exports: {} };
    exports.loaded.set(file, { script, module });
    const inner = path.dirname(file);
    script.runInThisContext().call(module.exports, module.exports, requireIn(inner, createRequire(file)), module, file, inner);
    return module.exports;
  };
};

/** What the build has left beside a part, if it has. */
function compiledOf(file) {
  try {
    return readFileSync(`${file}.cache`);
  } catch {
    return undefined;
  }
}
