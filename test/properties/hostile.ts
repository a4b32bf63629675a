import fc from "fast-check";

// Texts that nobody writes, and that come all the same: from a clipboard, a broken export, another system, or somebody who tries what happens.

const half = { high: "\uD83D", low: "\uDE00" } as const;

/** Signs that change how a text is read, or how it looks, and have no look of their own. */
export const controls = ["\u0000", "\u0001", "\u0007", "\u0008", "\u000B", "\u000C", "\u001B[31m", "\u007F", "\u0085", "\u00AD", "\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2060", "\u2066", "\u2067", "\u2069", "\uFEFF", "\uFFF9", "\uFFFD", "\uFFFE", "\uFFFF", "\u{E0041}"] as const;

/** Ways in which a line can end. */
export const lineEnds = ["\n", "\r\n", "\r", "\u2028", "\u2029", "\u0085", "\n\r", "\v", "\f"] as const;

/** Halves of a sign that is written as two UTF-16 units: each alone, both the wrong way round, both with something between. */
export const halves = [half.high, half.low, half.low + half.high, `${half.high}a${half.low}`, half.high.repeat(5), half.low.repeat(5)] as const;

/** Words from right to left, signs of many parts, letters under heaps of marks, capitals that grow when they become small. */
export const strangeWords = ["שלום", "سلام عليكم", "קאי אמר “לא”", "مرحبا (أمي)", "👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢", "İstanbul", "ﬁﬂ", "ß", "ẞ", "ǅ", "𝕂𝕒𝕚", "Ｋａｉ", "ΑΣ", "İ".repeat(8), "́Kai", "你好，他说“不”。", "Łukasz", "N̈iamh", "K​ai"] as const;

/** Marks of quotation of every country, and what looks like one. */
export const marks = ['"', "'", "“", "”", "‘", "’", "„", "‚", "«", "»", "‹", "›", "″", "′", "`", "´", "＂", "「", "」", "''", "``", "&quot;", "\\\""] as const;

/** Markdown, HTML and comments of ours that open, close, or nest. */
export const markup = ["# ", "###### ", "- ", "* ", "1. ", "> ", "> > > ", ">\n", "    ", "\t", "```\n", "~~~\n", "`", "**", "__", "*_*", "~~", "[", "](", "![", "[^1]", "[^1]: ", "[a]: b\n", "<!--", "-->", "<!-->", "<!-- case-recording-disable -->", "<!-- case-recording-disable-next-line acronym -->", "<!-- case-recording-words: Kai -->", "<!-- case-recording-words: nobody -->", "<script>", "</p>", "<div>\n", "<![CDATA[", "&nbsp;", "&#0;", "&#xD83D;", "\\", "|", "|-|", "|---|---|\n", "\n---\n", "\n===\n", "- [ ] ", "- [x] ", "☐", "[… what …]", "{{", "${", "<%", "^[a]"] as const;

/** Front matter that is no list of details, or a great deal more than one. */
export const frontMatters: readonly string[] = [
  "---\n", "---\nchild: Kai\n", "---\n---\n---\n", "\uFEFF---\nchild: Kai (9)\n---\n", "---\rchild: Kai (9)\r---\r",
  `---\na: &a [x, x, x, x, x, x, x, x, x, x]\n${[..."bcdefgh"].map((name, at) => `${name}: &${name} [${Array(10).fill(`*${"abcdefg"[at]}`).join(", ")}]`).join("\n")}\nchild: *h\n---\n`,
  "---\nchild: &kai Kai (9)\npresent: *kai\nworker: *nobody\n---\n", "---\nchild: &a [*a, Kai]\n---\n", "---\nbase: &base\n  child: Kai (9)\n<<: *base\n<<: [*base, *base]\n---\n",
  "---\nchild: !!binary aGVsbG8=\n---\n", "---\nchild: !!js/function >\n  function () {}\n---\n", "---\nchild: !<tag:a> Kai\nborn: !!timestamp 2016-13-45\n---\n", "---\n!!set\n? child\n? Kai\n---\n",
  "---\nchild: Kai (9)\nchild: Mya (7)\nchild: [Noah]\nchild:\n---\n", "---\n? [child, worker]\n: Kai\n? {a: b}\n: c\n---\n", "---\nchild: |2+\n   Kai\n  Mya\n\nworker: >-\n  Sam\n  Okoro\n---\n",
  "---\nchild: \"Kai \\uD83D \\x00 \\\" (9)\"\nworker: 'Sam ''O'' Okoro'\n---\n", "---\n[Kai, Mya]\n---\n", "---\nKai\n---\n", "---\n- child: Kai (9)\n  dob: 1/1/2016\n- child: [Mya, {age: 7}]\n---\n", "---\nchildren:\n  - name: {first: Kai}\n  - {name: Mya, age: }\n  - [Noah]\n  - ~\n---\n",
  "---\n%YAML 9.9\n---\nchild: Kai\n...\n---\n", "---\nchild: Kai # (9)\n\tworker: Sam\n---\n", "---\n__proto__: {child: Kai}\nconstructor: Sam\ntoString: [x]\n---\n", "---\n? \n: \n---\n", "---\nnull: Kai\ntrue: 1\n1: 2\n1.0e9999: .nan\n---\n",
  "---\ndate of visit: 31/02/2025\nrecorded: 99/99/9999\ndob: 0/0/0\nlast visit: 29 February 2023\n---\n", "---\ndate of visit: 2025-02-30T25:61:61Z\nrecorded: -1\ndob: 1e400\n---\n",
];

/** Days and times that are none, or that no calendar reaches. */
export const impossibleDates = ["31/02/2025", "0/0/0000", "99/99/9999", "32 May 2025", "29 February 2023", "1/1/275761", "1 January 0000", "2025-00-00", "2025-02-30T25:61", "June 31st", "25:99", "24:00", "13pm", "the 0th of May", "٠١/٠٢/٢٠٢٥", "1/2/3/4/5", "999999999999 years old", "-3 weeks", "9".repeat(400)] as const;

/** One hostile thing, short enough to be typed or pasted anywhere. */
export const hostilePiece: fc.Arbitrary<string> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...controls) },
  { weight: 2, arbitrary: fc.constantFrom(...halves) },
  { weight: 2, arbitrary: fc.constantFrom(...lineEnds) },
  { weight: 2, arbitrary: fc.constantFrom(...strangeWords) },
  { weight: 3, arbitrary: fc.constantFrom(...marks) },
  { weight: 3, arbitrary: fc.constantFrom(...markup) },
  { weight: 1, arbitrary: fc.constantFrom(...frontMatters) },
  { weight: 1, arbitrary: fc.constantFrom(...impossibleDates) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...marks, ...markup, ...controls, ...halves), fc.integer({ min: 2, max: 60 })).map(([piece, times]) => piece.repeat(times)) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 20 }) },
);

const sentences = fc.constantFrom("Kai said “no”.", 'Kai told me "I hate it".', "Kai: I hate it", "He is LAC.", "Mum said ‘he’s fine’.", "Child: Kai (9)", "Kai wrote:\n\n> I hate it", "| House of Worries | House of Dreams |\n|---|---|\n| Dad shouts | a dog |\n", "I saw Kai alone. He is at risk.", "## Next steps\n\n- Sam to ring", "Mrs Lowe rang; her number is 07700 900123.", "Kai said “Dad hits me”, which shows he is clearly scared.");

/** A text of such things and of sentences of notes, with nothing or anything between them. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.oneof(hostilePiece, sentences), fc.constantFrom("", " ", "\n", "\n\n", "\r\n", "\r", "\u2028")), { minLength: 1, maxLength: 14 })
  .map((parts) => parts.flat().join(""));

/** Where in a text (from 0 to 1), how many UTF-16 units go there, and what comes. */
export type WrittenEdit = readonly [at: number, removed: number, put: string];

/** An edit that somebody hostile makes: something odd, or a stretch gone, in the middle of a sign perhaps. */
export const hostileEdit: fc.Arbitrary<WrittenEdit> = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.oneof({ weight: 6, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: fc.nat(400) }), fc.oneof({ weight: 4, arbitrary: hostilePiece }, { weight: 2, arbitrary: sentences }, { weight: 1, arbitrary: fc.constant("") }));

/** A text after an edit. */
export function written(text: string, [at, removed, put]: WrittenEdit): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + put + text.slice(start + removed);
}
