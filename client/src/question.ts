import { CancellationTokenSource, type Disposable, type TextDocument } from "vscode";
import type { Service } from "./service.ts";

/** Something of our own that a view asks the server, again and again: a new question takes back the one before. */
export class Question implements Disposable {
  #asking: CancellationTokenSource | undefined;

  constructor(private readonly service: Service) {}

  /** The answer; null where the server has none just now, and undefined where the question was taken back. */
  async ask<Answer>(about: `caseRecording/${string}`, document: TextDocument, more: object = {}): Promise<Answer | null | undefined> {
    this.takeBack();
    const { token } = (this.#asking = new CancellationTokenSource());
    const server = await this.service.start();
    const answer = token.isCancellationRequested ? undefined : ((await server?.ask<Answer>(about, document.uri, more, token)) ?? null);
    return token.isCancellationRequested ? undefined : answer;
  }

  takeBack(): void {
    this.#asking?.cancel();
    this.#asking?.dispose();
    this.#asking = undefined;
  }

  dispose(): void {
    this.takeBack();
  }
}
