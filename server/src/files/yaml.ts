import type { YAMLError } from "yaml";

const advice: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: "a line begins with a tab; please use spaces",
  MISSING_CHAR: "a quotation mark or a bracket is opened and not closed, in this line or one above it",
  BAD_INDENT: "the spaces at the start of this line do not fit the lines above it",
  BLOCK_AS_IMPLICIT_KEY: "the spaces at the start of this line do not fit the lines above it, or a sentence with a colon lacks its quotation marks",
  BAD_COLLECTION_TYPE: "the spaces at the start of this line do not fit the lines above it",
  UNEXPECTED_TOKEN: "something stands here that does not belong; look at the quotation marks, brackets and spaces in this line and the one above it",
  DUPLICATE_KEY: "the same name stands twice in one place",
  MULTILINE_IMPLICIT_KEY: "a colon may be missing here or in the line above",
};

/** What is wrong with a YAML file, and where, in words for people who do not program. */
export const yamlProblem = (error: YAMLError, line: number): string => `line ${line} cannot be read: ${(/end with a/.test(error.message) ? advice["MISSING_CHAR"] : advice[error.code]) ?? "look at the quotation marks, brackets and spaces in this line and the one above it"}`;
