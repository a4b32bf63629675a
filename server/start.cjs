// Runs first in the server and the command line, and has both start sooner.
"use strict";
const { existsSync, readFileSync } = require("node:fs");
const { createRequire, wrap } = require("node:module");
const path = require("node:path");
const { setFlagsFromString } = require("node:v8");
const { Script } = require("node:vm");

// A regular expression is made machine code when it is first used, and not first a program for an interpreter: that takes
// V8 far longer for a long list of alternatives, and most are used more than once.
setFlagsFromString("--no-regexp-tier-up");
// What is read of a note soon outgrows the room that is given to new objects at first.
setFlagsFromString("--semi-space-growth-factor=16");

/** The parts that were loaded, so that the build can keep what V8 has made of them. */
exports.loaded = new Map();

/**
 * A `require` for a file in `folder` that loads the program's own parts as V8 has compiled them before, where the build has
 * left that beside a part, and V8 is still the same; in every other case it does what `require` does.
 */
exports.requireIn = function requireIn(folder, plain) {
  return (name) => {
    const file = path.join(folder, name);
    const compiled = `${file}.cache`;
    if (!name.startsWith("./") || (!exports.keeps && !existsSync(compiled))) return plain(name);
    const known = exports.loaded.get(file);
    if (known) return known.module.exports;
    const script = new Script(wrap(readFileSync(file, "utf8")), { filename: file, ...(exports.keeps ? {} : { cachedData: readFileSync(compiled) }) });
    const module = { exports: {} };
    exports.loaded.set(file, { script, module });
    const inner = path.dirname(file);
    script.runInThisContext().call(module.exports, module.exports, requireIn(inner, createRequire(file)), module, file, inner);
    return module.exports;
  };
};
