/** Words alone, with a space on either side: small letters, no apostrophe, no stop. */
export const plainWords = (text: string): string => ` ${text.toLowerCase().replace(/['’]/g, "").replace(/[^a-z0-9]+/g, " ").trim()} `;

/** What is denied, what was, and what may come: none of it is so now. */
const denied = /^\s*(?:not?|non|never|isn'?t|without)\b/i;
const ended = /\b(?:formerly|former(?! relevant)|previously|previous|was|were|had been|no longer|ended|closed|ceased|concluded|finished|discharged|revoked|until|till|history of|historic(?:al)?)\b/i;
const planned = /\b(?:booked|planned|proposed|requested|considered|considering|pending|awaiting|awaited|due|to be|may become|application|conference|icpc)\b/i;

/** A child's status as it is now, as words alone: of "stepped down from child protection to child in need", or "was looked after, now child in need", the last. */
export const statusNow = (status: string): string =>
  plainWords(
    status
      .split(/[;,()\/+&]|\s[–—-]\s|\bbut\b/)
      .map((part) => /\b(?:now|currently|(?:stepped|moved|gone|went) (?:up |down )?from\b.*?\bto)\b(.*)$/is.exec(part)?.[1] ?? (/\b(?:stepped|moved) (?:up |down )?from\b/i.test(part) ? "" : part))
      .filter((part) => !denied.test(part) && !ended.test(part) && !planned.test(part))
      .join(" ; "),
  );

/** The names that profiles and lists hold, as plain words; they are the same at every check. */
const plainNames = new Map<string, string>();
const plainName = (name: string): string => {
  let words = plainNames.get(name);
  if (words === undefined) plainNames.set(name, (words = plainWords(name)));
  return words;
};

/** True where one of the names stands in words that `plainWords` made. */
export const namesOne = (words: string, names: Iterable<string>): boolean => {
  for (const name of names) if (words.includes(plainName(name))) return true;
  return false;
};
