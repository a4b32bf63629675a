export function buildFaultyServer(outfile: string): Promise<unknown>;
export function buildStress(folder: string): Promise<void>;
