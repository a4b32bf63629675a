import { setFlagsFromString } from "node:v8";

// A regular expression is made machine code when it is first used, and not first a program for an interpreter: that
// takes V8 far longer for a long list of alternatives, and most are used more than once.
setFlagsFromString("--no-regexp-tier-up");
