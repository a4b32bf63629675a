/** What is wrong with a list of files to pack: those that have no place there, and those that are missing. Paths from the root with "/" between. */
export declare function faultsOfPacked(paths: readonly string[]): { readonly stray: readonly string[]; readonly missing: readonly string[] };
