import { ProposedFeatures, type ConsoleFeature, type Features } from "vscode-languageserver";

/** What our own messages to a log begin with: they are written here, and tell of the program alone. */
const own = "Case Recording: ";

/**
 * What a connection logs. The library that talks to the editor reports faults by their messages, and whole letters that it
 * cannot read; either may hold words of a note. Of those, only the name of the method goes into the log.
 */
const discreet: ConsoleFeature<object> = (Console) =>
  class extends Console {
    override error(message: string): void {
      super.error(withoutWords(message));
    }
    override warn(message: string): void {
      super.warn(withoutWords(message));
    }
    override info(message: string): void {
      super.info(withoutWords(message));
    }
    override log(message: string): void {
      super.log(withoutWords(message));
    }
    override debug(message: string): void {
      super.debug(withoutWords(message));
    }
  };

/** The features with which a connection is made that tells its log nothing of a note. */
export const discreetFeatures: Features = { ...ProposedFeatures.all, console: discreet };

function withoutWords(message: string): string {
  if (message.startsWith(own)) return message;
  const method = /^(?:Request|Response|Notification) handler '([\w$/]+)' failed/.exec(message)?.[1];
  return `${own}${method ? `the message ${method} could not be dealt with, by a fault of the program.` : "something went wrong in talking with the editor."}`;
}
