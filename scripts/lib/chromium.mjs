// The browser in which the editor is tested and photographed.
import { accessSync, constants } from "node:fs";
import path from "node:path";
import { run } from "./run.mjs";
import { say, since, step } from "./say.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const elsewhere = [
  "/usr/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** A Chromium on this machine: the one that CHROMIUM names, or one that is found. */
export function findChromium() {
  const onPath = (process.env.PATH ?? "").split(path.delimiter).flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [process.env.CHROMIUM, ...onPath, ...elsewhere].find((file) => {
    try {
      if (file) accessSync(file, constants.X_OK);
      return Boolean(file);
    } catch {
      return false;
    }
  });
}

/** Finds a Chromium, or installs Debian's where that can be done. */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  step("Installing Chromium with apt-get, to run the editor in");
  say("About 100 MB to download, about 400 MB on disk.");
  const started = performance.now();
  for (const args of [["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "chromium"]]) {
    const [command, ...rest] = [...asRoot, "apt-get", ...args];
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const done = await run(command, rest, { quiet: true, env }).catch((error) => ({ status: 1, output: String(error.message) }));
    if (done.status !== 0) say(`apt-get ${args[0]} did not succeed: ${done.output.trim().split("\n").at(-1)}`);
  }
  const now = findChromium();
  if (!now) throw new Error("There is no Chromium on this machine, and it could not be installed. Install one, or name it in the variable CHROMIUM.");
  say(`Done in ${since(started)}.`);
  return now;
}

/** Opens a browser that asks nothing of anybody outside this machine. */
export async function launch(executablePath) {
  const { chromium } = await import("playwright-core");
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", "--force-color-profile=srgb",
    ],
  });
}

/** Keeps a page from speaking to anything but this machine. Returns the hosts that it tried. */
export async function keepLocal(page) {
  const refused = new Set();
  await page.route((url) => url.hostname !== "127.0.0.1", (route) => {
    refused.add(new URL(route.request().url()).hostname);
    return route.abort();
  });
  return refused;
}
