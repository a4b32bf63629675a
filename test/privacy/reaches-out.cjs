// Does everything that the watcher watches for, each as often as it can be done, and says how much of it went through.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { Worker, isMainThread } = require("node:worker_threads");

const folder = process.argv[2];
const inThread = (name) => `${name}${isMainThread ? "" : "-thread"}`;
const attempts = {
  "net.connect": () => require("node:net").connect(9, "127.0.0.1"),
  "net.Socket": () => new (require("node:net").Socket)().connect(9, "127.0.0.1"),
  "net.Server": () => require("node:net").createServer().listen(0),
  "tls": () => require("node:tls").connect(9, "127.0.0.1"),
  "http": () => require("node:http").get("http://127.0.0.1:9/"),
  "https": () => require("node:https").request("https://127.0.0.1:9/").end(),
  "http2": () => require("node:http2").connect("http://127.0.0.1:9"),
  "dgram": () => require("node:dgram").createSocket("udp4"),
  "dns": () => require("node:dns").lookup("localhost", () => undefined),
  "dns.promises": () => require("node:dns/promises").resolve("localhost"),
  "dns.Resolver": () => new (require("node:dns").Resolver)().resolve4("localhost", () => undefined),
  "fetch": () => fetch("http://127.0.0.1:9/"),
  "tcp_wrap": () => new (process.binding("tcp_wrap").TCP)(0).connect({}, "127.0.0.1", 9),
  ...(globalThis.WebSocket ? { WebSocket: () => new WebSocket("ws://127.0.0.1:9/") } : {}),
};
for (const [name, attempt] of Object.entries(attempts)) {
  try {
    attempt();
    process.stdout.write(`${inThread(name)} went through\n`);
  } catch {
    // Refused, as it should be.
  }
}

const file = (name) => path.join(folder, inThread(name));
fs.writeFileSync(file("a"), "a");
fs.mkdirSync(file("b"));
fs.renameSync(file("a"), file("c"));
fs.createWriteStream(file("d")).end("d");
require("node:child_process").spawnSync(process.execPath, ["--version"]);
void (async () => {
  await (await fs.promises.open(file("e"), "w")).close();
  await fs.promises.unlink(file("c"));
  if (isMainThread) new Worker(__filename, { argv: [folder] });
})();
