import all from "../../server/generated/entries.json" with { type: "json" };
import type { AcronymEntry, Dictionaries, DictionaryName, Entry } from "../../server/src/lexicon/dictionary.ts";

/** The entries of a list as they are written, with their patterns and the sentences that are run as tests: the product keeps neither. */
export const wholeEntries = <Name extends DictionaryName | "acronym">(name: Name): readonly (Name extends DictionaryName ? Dictionaries[Name] : AcronymEntry & Entry)[] => all[name] as never;
