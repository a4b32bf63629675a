/**
 * Every match of a global pattern in a text, in order: what `matchAll` finds, without the copy of the pattern that `matchAll` makes at
 * each call, which for a pattern of many words costs more than the search. Throws a TypeError where the pattern is not global.
 */
export function matchesIn(text: string, pattern: RegExp): RegExpExecArray[] {
  if (!pattern.global) throw new TypeError("the pattern must be global");
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push(match);
    // Nothing was matched: the search goes on one letter further, and never in the middle of one.
    if (match[0] === "") pattern.lastIndex += pattern.unicode && text.codePointAt(match.index)! > 0xffff ? 2 : 1;
  }
  return found;
}
