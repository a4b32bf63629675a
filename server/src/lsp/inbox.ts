import { LSPErrorCodes, type ConnectionOptions, type ConnectionStrategy, type Message, type MessageStrategy } from "vscode-languageserver";

/**
 * The messages that have come from the client and are heard one by one, a turn of the program each. Knows when all of them
 * have been heard: an answer that is worked out before may be about a text that is old, or for somebody who has taken the
 * question back.
 */
export class Inbox {
  #heard = 0;

  /** How a connection is made whose messages come through here. A question that is taken back before it was heard is dropped. */
  readonly options: ConnectionOptions = {
    messageStrategy: {
      handleMessage: (message, next) => {
        this.#heard += 1;
        return next(message);
      },
    } satisfies MessageStrategy,
    connectionStrategy: { cancelUndispatched: (message: Message) => ({ jsonrpc: message.jsonrpc, id: null, error: cancelled }) } satisfies ConnectionStrategy,
  };

  /** Resolves when every message that has come so far is heard. */
  async quiet(): Promise<void> {
    let before: number;
    do {
      before = this.#heard;
      // A message takes three turns: it arrives, it is read, it is heard.
      for (let turns = 0; turns < 3; turns += 1) await turn();
    } while (this.#heard !== before);
  }
}

const cancelled = { code: LSPErrorCodes.RequestCancelled, message: "cancelled" };

const turn = (): Promise<void> => new Promise((done) => setImmediate(done));
