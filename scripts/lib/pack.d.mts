/** Packs what .vscodeignore leaves into a .vsix in a folder. Returns the file's path. */
export declare function pack(folder?: string): Promise<string>;
