/**
 * A regular expression of ours, put together from pieces. It says `\p{L}`, `\p{Lu}`, `\p{Ll}`, `\p{M}` and `\p{N}` of letters,
 * capitals, small letters, marks and numbers; here they are spelt out as ranges, which V8 makes and runs several times faster,
 * and a program that starts makes hundreds. Scripts beyond Latin, Greek, Cyrillic and Armenian are taken whole, with their
 * marks, and know no capitals; letters beyond U+FFFF, and the signs that mathematics makes of letters, are none. Throws a SyntaxError as `RegExp` does.
 */
export function pattern(source: string | RegExp, flags?: string): RegExp {
  return new RegExp(typeof source === "string" && source.includes("\\p{") ? spelt(source) : source, flags);
}

function spelt(source: string): string {
  let inClass = false;
  return source.replace(piece, (sign, name: string | undefined) => {
    if (name) return inClass ? ranges[name]! : `[${ranges[name]}]`;
    if (sign === "[") inClass = true;
    else if (sign === "]") inClass = false;
    return sign;
  });
}

/** A property, another sign that is escaped, or where a class of signs begins or ends. */
const piece = /\\p\{(L|Lu|Ll|M|N)\}|\\.|[[\]]/gs;

/** The blocks of the alphabets that are spelt out letter by letter. */
const alphabets = [[0x00, 0x58f], [0x1e00, 0x1eff]] as const;

const ranges: Readonly<Record<string, string>> = {
  // Behind the alphabets: Hebrew, Arabic, Syriac, Thaana, the scripts of India, Africa and south-east Asia, those of China, Japan and Korea; ligatures, and letters of full width.
  L: `${inAlphabets(/\p{L}/u)}\u05D0-\u05F2\u0620-\u065F\u066E-\u06D3\u06D5-\u06EF\u06FA-\u06FF\u0710-\u07B1\u07CA-\u07F5\u07FA\u0800-\u167F\u1681-\u1DBF\u1F00-\u1FFC\u2071\u207F\u2090-\u209C\u2C00-\u2DDF\u3005-\u3007\u3031-\u3035\u3041-\u318F\u31A0-\u31FF\u3400-\uA4FF\uA500-\uABFF\uAC00-\uD7FF\uF900-\uFDFB\uFE70-\uFEFC\uFF21-\uFF3A\uFF41-\uFF5A\uFF66-\uFFDC`,
  Lu: inAlphabets(/\p{Lu}/u),
  Ll: inAlphabets(/\p{Ll}/u),
  M: "\u0300-\u036F\u0483-\u0489\u0591-\u05C7\u0610-\u061A\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\u302A-\u302F\u3099\u309A\uFE00-\uFE0F\uFE20-\uFE2F",
  N: "0-9\u00B2\u00B3\u00B9\u00BC-\u00BE\u0660-\u0669\u06F0-\u06F9\u07C0-\u07C9\u2070-\u2079\u2080-\u2089\u2150-\u218B\u2460-\u249B\u24EA-\u24FF\u2776-\u2793\uFF10-\uFF19",
};

/** The ranges of the alphabets' signs that a pattern finds. */
function inAlphabets(is: RegExp): string {
  let written = "";
  for (const [first, last] of alphabets) {
    let begun: number | undefined;
    for (let code = first; code <= last + 1; code += 1) {
      const isOne = code <= last && is.test(String.fromCharCode(code));
      if (isOne) begun ??= code;
      else if (begun !== undefined) {
        written += code - 1 > begun ? `${String.fromCharCode(begun)}-${String.fromCharCode(code - 1)}` : String.fromCharCode(begun);
        begun = undefined;
      }
    }
  }
  return written;
}
