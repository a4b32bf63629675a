// Loaded with --require before a program, in each of its threads: every attempt to reach the network is noted and refused, and
// every file that is written, every change of a folder and every program that is started is noted. WATCH names the file for the
// notes: a JSON array of kind and what a line, with the path or address behind.
"use strict";
const fs = require("node:fs");
const { syncBuiltinESMExports } = require("node:module");
const path = require("node:path");

const notes = fs.openSync(process.env.WATCH, "a");
const { writeSync } = fs;
const note = (kind, what, about) => writeSync(notes, `${JSON.stringify([kind, what, ...(about === undefined ? [] : [String(about)])])}\n`);

/** Puts a function of the same name before one of an object's. */
function before(owner, name, first) {
  const original = owner?.[name];
  if (typeof original !== "function") return;
  const watched = function (...given) {
    first(...given);
    return new.target ? Reflect.construct(original, given, new.target === watched ? original : new.target) : Reflect.apply(original, this, given);
  };
  Object.setPrototypeOf(watched, original);
  watched.prototype = original.prototype;
  owner[name] = watched;
}

const refuse = (what) => (address) => {
  note("network", what, typeof address === "object" ? JSON.stringify(address?.href ?? address?.path ?? address?.host ?? address?.port ?? "") : address);
  throw new Error("the network is cut off");
};
function cutOff(owner, of, names) {
  for (const name of names) before(owner, name, refuse(`${of}.${name}`));
}

const net = require("node:net");
cutOff(net, "net", ["connect", "createConnection", "createServer", "Server"]);
cutOff(net.Socket.prototype, "net.Socket", ["connect"]);
cutOff(net.Server.prototype, "net.Server", ["listen"]);
cutOff(require("node:tls"), "tls", ["connect", "createServer"]);
for (const name of ["http", "https"]) {
  const it = require(`node:${name}`);
  cutOff(it, name, ["request", "get", "createServer", "ClientRequest"]);
  cutOff(it.Agent.prototype, `${name}.Agent`, ["createConnection"]);
}
cutOff(require("node:http2"), "http2", ["connect", "createServer", "createSecureServer"]);
cutOff(require("node:dgram"), "dgram", ["createSocket"]);
const dns = require("node:dns");
for (const [owner, of] of [[dns, "dns"], [dns.promises, "dns.promises"], [dns.Resolver.prototype, "dns.Resolver"], [dns.promises.Resolver.prototype, "dns.promises.Resolver"]]) {
  cutOff(owner, of, Object.getOwnPropertyNames(owner).filter((name) => /^(?:lookup|lookupService|resolve\w*|reverse)$/.test(name)));
}
cutOff(globalThis, "", ["fetch", "WebSocket", "EventSource", "XMLHttpRequest"]);
cutOff(require("node:inspector"), "inspector", ["open"]);
// Whoever reaches past all of these ends here.
for (const [binding, kinds] of [["tcp_wrap", ["TCP"]], ["udp_wrap", ["UDP"]]]) {
  const found = process.binding(binding);
  for (const kind of kinds) cutOff(found[kind].prototype, kind, ["bind", "bind6", "connect", "connect6", "listen", "open", "send", "send6"]);
}

const at = (file) => (typeof file === "number" ? file : file instanceof URL ? path.resolve(file.pathname) : path.resolve(String(file)));
const writes = (flags) => (typeof flags === "number" ? (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR | fs.constants.O_CREAT | fs.constants.O_TRUNC | fs.constants.O_APPEND)) !== 0 : typeof flags === "string" && !/^rs?$/.test(flags));
const changing = ["writeFile", "appendFile", "mkdir", "mkdtemp", "rename", "unlink", "rm", "rmdir", "symlink", "link", "copyFile", "cp", "truncate", "chmod", "chown", "lchown", "lchmod", "utimes", "lutimes"];
for (const name of changing) for (const [owner, called] of [[fs, name], [fs, `${name}Sync`], [fs.promises, name]]) before(owner, called, (file) => note("disk", name, at(file)));
for (const [owner, called] of [[fs, "open"], [fs, "openSync"], [fs.promises, "open"]]) before(owner, called, (file, flags) => writes(flags) && note("disk", "open", at(file)));
before(fs, "createWriteStream", (file) => note("disk", "open", at(file)));
before(require("node:v8"), "writeHeapSnapshot", (file) => note("disk", "heap snapshot", file));
before(process.report, "writeReport", (file) => note("disk", "report", file));

const children = require("node:child_process");
for (const name of ["spawnSync", "execSync", "execFileSync"]) before(children, name, (program) => note("program", name, program));
before(children.ChildProcess.prototype, "spawn", ({ file }) => note("program", "spawn", file));
before(process, "dlopen", (_, file) => note("program", "dlopen", file));

syncBuiltinESMExports();
