import "./preview.css";
import type { FromPreview, Notice, ToPreview } from "./messages.ts";

declare function acquireVsCodeApi(): { postMessage(message: FromPreview): void; setState(state: unknown): void };

const editor = acquireVsCodeApi();
const record = document.querySelector<HTMLElement>("#record")!;
const notices = document.querySelector<HTMLElement>("#notices")!;
/** Until when (milliseconds) scrolling is our own answer to the editor's, and no wish of the reader's. */
let following = 0;

editor.setState({ uri: document.body.dataset["uri"] });
window.addEventListener("message", ({ data }: MessageEvent<ToPreview>) => {
  if (data.type === "show") show(data.body, data.notices);
  else if (data.type === "scroll") scrollTo(data.line);
  else void copy(data.html, data.text).then((done) => editor.postMessage({ type: "copied", done }));
});
window.addEventListener("scroll", () => {
  if (Date.now() < following) return;
  const line = lineAtTop();
  if (line !== undefined) editor.postMessage({ type: "scrolled", line });
}, { passive: true });
record.addEventListener("dblclick", ({ target }) => {
  const line = target instanceof Element ? target.closest<HTMLElement>("[data-line]")?.dataset["line"] : undefined;
  if (line !== undefined) editor.postMessage({ type: "goTo", line: Number(line), character: 0 });
});
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-command]")) {
  button.addEventListener("click", () => editor.postMessage({ type: "run", command: button.dataset["command"] === "copy" ? "copy" : "export" }));
}
editor.postMessage({ type: "ready" });

/** Puts the record in the place of the one that is shown; the reader stays where they are. */
function show(body: string, shown: readonly Notice[]): void {
  following = Date.now() + 200;
  // Made by our own server out of text that it escaped, in a page that runs no script but this one.
  record.innerHTML = body;
  // Only where something changed: whoever stands on a place in the list stays there.
  const said = JSON.stringify(shown);
  if (said !== notices.dataset["said"]) notices.replaceChildren(...shown.map(notice));
  notices.dataset["said"] = said;
}

function notice({ text, places }: Notice): HTMLElement {
  const box = document.createElement("div");
  const said = document.createElement("p");
  said.textContent = text;
  box.append(said);
  if (places.length) {
    const list = document.createElement("ul");
    for (const { label, line, character } of places) {
      const button = document.createElement("button");
      button.textContent = label;
      button.addEventListener("click", () => editor.postMessage({ type: "goTo", line, character }));
      const item = document.createElement("li");
      item.append(button);
      list.append(item);
    }
    box.append(list);
  }
  return box;
}

/** The pieces of the record in their order, each with the line of the note where it begins. */
const pieces = (): { line: number; top: number }[] => [...record.querySelectorAll<HTMLElement>("[data-line]")].map((piece) => ({ line: Number(piece.dataset["line"]), top: piece.getBoundingClientRect().top + window.scrollY }));

/** Brings the piece of a line, or the place between two pieces, to the top. */
function scrollTo(line: number): void {
  const all = pieces();
  const before = all.findLast((piece) => piece.line <= line);
  const after = all.find((piece) => piece.line > line);
  following = Date.now() + 200;
  if (!before || line <= 0) return window.scrollTo(0, 0);
  const part = after && after.line > before.line ? (line - before.line) / (after.line - before.line) : 0;
  window.scrollTo(0, before.top + part * ((after?.top ?? before.top) - before.top) - 8);
}

function lineAtTop(): number | undefined {
  const all = pieces();
  const top = window.scrollY + 8;
  const before = all.findLast((piece) => piece.top <= top) ?? all[0];
  const after = all.find((piece) => piece.top > top);
  if (!before || !after || after.top <= before.top || before.top > top) return before?.line;
  return Math.floor(before.line + ((top - before.top) / (after.top - before.top)) * (after.line - before.line));
}

/** Puts rich and plain text on the clipboard together. */
async function copy(html: string, text: string): Promise<boolean> {
  window.focus();
  try {
    await navigator.clipboard.write([new ClipboardItem({ "text/html": new Blob([html], { type: "text/html" }), "text/plain": new Blob([text], { type: "text/plain" }) })]);
    return true;
  } catch {
    return copyAsIfSelected(html, text);
  }
}

/** The older way, which an editor allows where the newer one is not. */
function copyAsIfSelected(html: string, text: string): boolean {
  let done = false;
  const fill = (event: ClipboardEvent): void => {
    event.clipboardData?.setData("text/html", html);
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    done = event.clipboardData !== null;
  };
  document.addEventListener("copy", fill, { once: true });
  const asked = document.execCommand("copy");
  document.removeEventListener("copy", fill);
  return asked && done;
}
