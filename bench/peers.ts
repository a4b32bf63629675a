// The programs beside which we are measured, in process. Each has a file in peers/ that starts it.
import path from "node:path";
import { pathToFileURL } from "node:url";

/** What a peer's file gives. Started, it takes a text and says how many findings it has. */
interface PeerModule {
  readonly start: () => Promise<(text: string) => unknown> | ((text: string) => unknown);
}

export interface Peer {
  readonly name: string;
  readonly run: (text: string) => unknown;
}

export const peers = [
  { file: "write-good", name: "write-good" },
  { file: "markdownlint", name: "markdownlint" },
  { file: "alex", name: "alex" },
  { file: "retext", name: "retext, five plugins" },
  { file: "textlint", name: "textlint with write-good" },
  { file: "harper", name: "Harper (WASM)" },
] as const;

/** Every one of them has something to say of this. */
const faulty = "The the chairman was was utilised by him in order to recieve it, and he is crazy.\n#Heading\n";

/** Starts those that can be started and find what is wrong with a faulty text; `say` hears of the others. */
export async function startPeers(root: string, say: (text: string) => void): Promise<Peer[]> {
  const started: Peer[] = [];
  for (const { file, name } of peers) {
    try {
      const module = (await import(String(pathToFileURL(path.join(root, "bench/peers", `${file}.mjs`))))) as PeerModule;
      const run = await module.start();
      if (!(await run(faulty))) throw new Error("it finds nothing in a faulty text");
      started.push({ name, run });
    } catch (error) {
      say(`${name} is left out: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`);
    }
  }
  return started;
}
