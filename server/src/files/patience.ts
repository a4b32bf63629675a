/** For how long (milliseconds) a file is awaited: a drive of a network that is gone may never answer. */
export const patience = 4_000;

/** The places that have not answered yet, or not in time. */
const silent = new Set<string>();

/** What a place on a disk answers; where it does not in time, a rejection with the code ETIMEDOUT. While a place has not answered, nobody waits for it again. */
export async function answered<T>(place: string, ask: () => Promise<T>, within = patience): Promise<T> {
  if (silent.has(place)) throw tooLate();
  const asked = ask();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => {
      silent.add(place);
      const heard = (): void => void silent.delete(place);
      asked.then(heard, heard);
      fail(tooLate());
    }, within);
  });
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}

const tooLate = (): Error => Object.assign(new Error("no answer in time"), { code: "ETIMEDOUT" });
