// Stands in for Node's "net" in every bundle. The libraries can also talk over sockets; this program never does.
"use strict";
const refuse = () => {
  throw new Error("Case Recording does not use the network.");
};
module.exports = { createServer: refuse, createConnection: refuse, connect: refuse, Socket: refuse };
