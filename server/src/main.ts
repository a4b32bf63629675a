import { createConnection } from "vscode-languageserver/node";
import { endOnFault, hushLibraries } from "./fault.ts";
import { discreetFeatures } from "./lsp/discretion.ts";
import { Inbox } from "./lsp/inbox.ts";
import { serve } from "./lsp/server.ts";

endOnFault(1);

/** Without a word on how to talk, talk over standard input and output. */
if (!process.argv.slice(2).some((word) => /^--(?:stdio|node-ipc|socket|pipe)\b/.test(word))) process.argv.push("--stdio");

const inbox = new Inbox();
const connection = createConnection(discreetFeatures, inbox.options);
// After the connection is made, which puts a console of its own there.
hushLibraries((fault) => connection.console.error(`Case Recording: a library met a fault (${fault}).`));
serve(connection, inbox);
connection.listen();
