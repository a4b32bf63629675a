import { spawn } from "node:child_process";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { root } from "./imports.ts";

/** Runs `npm run audit` against a registry of the test's own on this machine. */
async function audit(registry: RequestListener): Promise<{ status: number | null; output: string }> {
  const server = createServer(registry).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  try {
    const env = { ...process.env, npm_config_registry: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, npm_config_fetch_retries: "0" };
    const child = spawn(process.execPath, ["scripts/audit.mjs"], { cwd: root, env });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data: Buffer) => (output += data.toString()));
    const status = await new Promise<number | null>((resolve) => child.once("exit", resolve));
    return { status, output };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
const answering = (known: object): RequestListener => (request, response) => void request.resume().on("end", () => {
  const asked = request.url!.endsWith("/advisories/bulk");
  response.writeHead(asked ? 200 : 404, { "content-type": "application/json" }).end(JSON.stringify(asked ? known : {}));
});

test("a registry that answers: what is known against a package is told, and fails", { timeout: 60_000 }, async () => {
  const { status, output } = await audit(answering({ commander: [{ id: 1, url: "https://example.org/1", title: "An invented fault", severity: "high", vulnerable_versions: "*", cwe: [], cvss: { score: 0 } }] }));
  expect(output).toMatch(/In the product\n\s+high: commander.*An invented fault \(https:\/\/example\.org\/1\)/);
  expect(output).toMatch(/3 asked, 3 answered, [1-9]/);
  expect(status).toBe(1);
});

test("a registry that does not answer such questions: it is said, and fails nothing", { timeout: 60_000 }, async () => {
  const { status, output } = await audit((request, response) => void request.resume().on("end", () => response.writeHead(405).end()));
  expect(output.match(/not answered/g)).toHaveLength(3);
  expect(output).toContain("3 asked, 0 answered, 0 with something known");
  expect(status).toBe(0);
});
