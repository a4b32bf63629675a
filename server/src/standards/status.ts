/** Words alone, with a space on either side: small letters, no apostrophe, no stop. */
export const plainWords = (text: string): string => ` ${text.toLowerCase().replace(/['’]/g, "").replace(/[^a-z0-9]+/g, " ").trim()} `;

/** What was is not what is: "child in need (was child protection until May)". */
const former = /\b(?:formerly|former(?! relevant)|previously|previous|was|no longer|ended|stepped (?:down|up) from|until)\b[^;,)]*/gi;

/** A child's status as it is now, as words alone. */
export const statusNow = (status: string): string => plainWords(status.replace(former, " "));

/** True where one of the names stands in words that `plainWords` made. */
export const namesOne = (words: string, names: Iterable<string>): boolean => {
  for (const name of names) if (words.includes(plainWords(name))) return true;
  return false;
};
