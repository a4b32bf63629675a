import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { Inbox } from "./lsp/inbox.ts";
import { serve } from "./lsp/server.ts";

/** Without a word on how to talk, talk over standard input and output. */
if (!process.argv.slice(2).some((word) => /^--(?:stdio|node-ipc|socket|pipe)\b/.test(word))) process.argv.push("--stdio");

const inbox = new Inbox();
const connection = createConnection(ProposedFeatures.all, inbox.options);
serve(connection, inbox);
connection.listen();
