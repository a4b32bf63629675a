/** VS Code's snippets from the standard statements: a tab stop for each field, and one for the child's name wherever it stands. */
export function snippetsFile(statements) {
  const snippets = Object.fromEntries(statements.map(({ title, about, text }) => [title, { prefix: prefixOf(title), body: body(text), description: about || title }]));
  return `${JSON.stringify(snippets, null, 2)}\n`;
}

/** What is typed to get it: the title's first words, in small letters. */
const prefixOf = (title) => title.split(":")[0].toLowerCase();

/** The lines of a text; `[… what …]` and {child} become tab stops. A field that is passed over stays one. */
function body(text) {
  const numbers = new Map();
  let next = 1;
  const stop = (what, shared) => {
    if (shared && !numbers.has(what)) numbers.set(what, next++);
    return `\${${shared ? numbers.get(what) : next++}:${what.replace(/[\\$}]/g, "\\$&")}}`;
  };
  const parts = text.split(/(\[… [^\]]*? …\]|\{child\})/);
  return parts.map((part, at) => (at % 2 === 0 ? part.replace(/[\\$}]/g, "\\$&") : part === "{child}" ? stop("[… child's name …]", true) : stop(part, false))).join("").split("\n");
}
