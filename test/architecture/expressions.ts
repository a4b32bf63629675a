import { readFileSync } from "node:fs";
import path from "node:path";
import { parseAst } from "vitest/node";
import { files, root } from "./imports.ts";

/** A regular expression of ours, and where it comes from: a file and its line, counted from 1. */
export interface Expression {
  readonly source: string;
  readonly flags: string;
  readonly from: string;
}

interface Tree {
  readonly start: number;
  readonly regex?: { readonly pattern: string; readonly flags: string };
  readonly type?: string;
  readonly callee?: { readonly type: string; readonly name?: string };
}

const ours = [...files("server/src"), ...files("client/src"), ...files("client/webview")].filter((file) => !file.endsWith(".d.ts"));

/** Every regular expression that is written between slashes, and every place where one is put together: what `pattern()` or `RegExp()` is called on. */
export const { literals, calls } = ((): { literals: Expression[]; calls: { readonly name: string; readonly from: string }[] } => {
  const literals: Expression[] = [];
  const calls: { name: string; from: string }[] = [];
  for (const file of ours) {
    const text = readFileSync(path.join(root, file), "utf8");
    const at = ({ start }: Tree): string => `${file}:${text.slice(0, start).split("\n").length}`;
    const walk = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      if (Array.isArray(value)) return value.forEach(walk);
      const tree = value as Tree;
      if (tree.regex) literals.push({ source: tree.regex.pattern, flags: tree.regex.flags, from: at(tree) });
      if ((tree.type === "CallExpression" || tree.type === "NewExpression") && tree.callee?.name && /^(?:pattern|RegExp)$/.test(tree.callee.name)) calls.push({ name: tree.callee.name, from: at(tree) });
      Object.values(tree).forEach(walk);
    };
    walk(parseAst(text, { lang: "ts" }));
  }
  return { literals, calls };
})();

/**
 * Every regular expression that is put together while `run` runs, from the moment its modules are loaded afresh: what `pattern()` hands to
 * `RegExp`, each with the place that asked for it.
 */
export async function putTogether(run: () => Promise<void>): Promise<Expression[]> {
  const found = new Map<string, Expression>();
  const real = globalThis.RegExp;
  const make = (target: typeof RegExp, args: unknown[]): RegExp => {
    const made = Reflect.construct(target, args) as RegExp;
    const [, , maker, caller] = new Error().stack!.split("\n");
    if (maker!.includes("/server/src/text/pattern.ts")) {
      const from = /(server\/src\/[^:]+:\d+):\d+\)?$/.exec(caller!)?.[1] ?? caller!.trim();
      found.set(`${from} ${made.flags} ${made.source}`, { source: made.source, flags: made.flags, from });
    }
    return made;
  };
  globalThis.RegExp = new Proxy(real, { construct: make, apply: (target, _, args) => make(target, args) });
  try {
    await run();
  } finally {
    globalThis.RegExp = real;
  }
  return [...found.values()];
}
