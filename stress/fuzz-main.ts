// `node scripts/fuzz.mjs`: the fuzz run by itself.
import { parseArgs } from "node:util";
import { fuzz } from "./fuzz.ts";

const { values } = parseArgs({ options: { seconds: { type: "string", default: "600" }, seed: { type: "string" } } });
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000_000));
const seconds = Number(values.seconds);
if (!Number.isSafeInteger(seed) || !(seconds > 0)) throw new Error("--seed is a whole number, --seconds more than 0");
console.log(`Seed ${seed}, for ${seconds} seconds.`);
const { finds, ...figures } = await fuzz({ seconds, seed, say: (text) => console.log(text) });
console.log(Object.entries(figures).map(([name, value]) => `${name}: ${value.toLocaleString("en-GB")}`).join("\n"));
process.exitCode = finds.length ? 1 : 0;
