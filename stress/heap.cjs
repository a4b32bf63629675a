// `node --expose-gc --require heap.cjs program`, with a channel to its parent: whenever it is sent "memory", it collects what nobody needs and answers
// with what is left, in bytes: { heap, rss }. A program that has nothing else to wait for ends all the same.
process.on("message", (message) => {
  if (message !== "memory") return;
  // What only a finalizer still holds goes with the next round.
  globalThis.gc();
  setImmediate(() => {
    globalThis.gc();
    const { heapUsed, external, arrayBuffers, rss } = process.memoryUsage();
    process.send({ heap: heapUsed + external + arrayBuffers, rss });
  });
});
process.channel?.unref();
