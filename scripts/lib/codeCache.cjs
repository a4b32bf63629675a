// Run by the build in a process of its own: checks the samples with the command line that was built, and keeps what V8 has
// compiled of its parts beside them. Another V8 than this one takes no notice of it. It stays out of the package.
"use strict";
const { writeFileSync } = require("node:fs");
const path = require("node:path");

const root = path.resolve(__dirname, "../..");
const start = require(path.join(root, "dist/start.js"));
start.keeps = true;
process.argv.splice(1, process.argv.length, path.join(root, "dist/cli.js"), "check", path.join(root, "samples"));
process.stdout.write = (_text, done) => {
  if (typeof done === "function") done();
  return true;
};
process.on("exit", () => {
  for (const [file, { script }] of start.loaded) writeFileSync(`${file}.cache`, script.createCachedData());
  process.exitCode = 0;
});
require(path.join(root, "dist/cli.js"));
