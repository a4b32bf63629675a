/** What the extension tells the preview. */
export type ToPreview =
  | { readonly type: "show"; readonly body: string; readonly notices: readonly Notice[] }
  | { readonly type: "scroll"; readonly line: number }
  | { readonly type: "copy"; readonly html: string; readonly text: string };

/** What the preview tells the extension. `line` counts from 0. */
export type FromPreview =
  | { readonly type: "ready" }
  | { readonly type: "scrolled"; readonly line: number }
  | { readonly type: "goTo"; readonly line: number; readonly character: number }
  | { readonly type: "copied"; readonly done: boolean }
  | { readonly type: "run"; readonly command: "copy" | "export" };

/** Something about the note that does not stand in the record, with the places it is about. */
export interface Notice {
  readonly text: string;
  readonly places: readonly { readonly label: string; readonly line: number; readonly character: number }[];
}
