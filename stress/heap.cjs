// `node --expose-gc --require heap.cjs program`, with a channel to its parent: whenever it is sent "memory", it collects what nobody needs and answers
// with what is left, in bytes: { heap, rss }. The heap is counted without machine code, which V8 makes of the program for as long as that runs, whatever
// it works on. A program that has nothing else to wait for ends all the same.
"use strict";
const { getHeapSpaceStatistics } = require("node:v8");

process.on("message", (message) => {
  if (message !== "memory") return;
  globalThis.gc();
  // What only a finalizer still holds goes with the next round.
  setImmediate(() => {
    globalThis.gc();
    const spaces = getHeapSpaceStatistics().filter(({ space_name }) => !space_name.startsWith("code"));
    const { external, rss } = process.memoryUsage();
    process.send({ heap: spaces.reduce((sum, { space_used_size }) => sum + space_used_size, external), rss });
  });
});
process.channel?.unref();
