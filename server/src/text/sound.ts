/** A word in small letters without accents: "Zoë" is zoe, "José" jose. */
export const plainLetters = (word: string): string => (/^[\0-\x7f]*$/.test(word) ? word : word.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ł", "l").replaceAll("Ł", "L")).toLowerCase();

/** How a name sounds, roughly: its consonants as they are spoken, and a V for every run of vowels. "Kayleigh" and "Kaley" are both kVlV. */
export function soundOf(name: string): string {
  return consonants(name).replace(/[aeiouy]+/g, "V");
}

/** True where two names sound alike in their vowels too: "Tyler" and "Taylor" do not, nor do "Maria" and "Marie", "Daniel" and "Danielle". */
export function rhymes(one: string, other: string): boolean {
  const [a, b] = [vowelRuns(one), vowelRuns(other)];
  if (soundOf(one) !== soundOf(other) || !a.length || isMute(one) !== isMute(other)) return false;
  const ends = /V$/.test(soundOf(one));
  return a.every((run, at) => {
    const last = ends && at === a.length - 1;
    // A vowel in the middle is slurred: "Jaydon" and "Jayden".
    if (!last && at > 0 && run.length === 1 && b[at]!.length === 1) return true;
    return run === b[at] || soundsOf(run, last).some((sound) => soundsOf(b[at]!, last).includes(sound));
  });
}

/** The e at the end is not spoken: "Jane". */
const isMute = (name: string): boolean => /[^aeiouy]e$/.test(plainLetters(name));

function consonants(name: string): string {
  return plainLetters(name)
    .replace(/[^a-z]/g, "")
    .replace(/^(?:kn|gn)/, "n")
    .replace(/^wr/, "r")
    .replace(/^x/, "z")
    .replace(/^gh/, "g")
    .replace(/ph/g, "f")
    .replace(/ch(?=[lr])/g, "k")
    .replace(/gh/g, "")
    .replace(/ck|qu?/g, "k")
    .replace(/dge|g(?=[ei])/g, "j")
    .replace(/c(?=[eiy])|z/g, "s")
    .replace(/c(?!h)/g, "k")
    .replace(/x/g, "ks")
    .replace(/eah?$/, "ia")
    .replace(/(?<!^|[cs])h/g, "")
    .replace(/([^aeiouy])\1+/g, "$1")
    .replace(/(?<=.[^aeiouy])e$/, "");
}

const vowelRuns = (name: string): string[] => consonants(name).match(/[aeiouy]+/g) ?? [];

/** The sounds that a run of vowels may stand for. */
function soundsOf(run: string, last: boolean): readonly string[] {
  if (last && /^(?:y|i|ie|ey|ee|ea|ei|eye|iee|yi)$/.test(run)) return ["ee"];
  return sounds.find(([runs]) => runs.includes(run))?.[1] ?? [run];
}
const sounds: readonly (readonly [readonly string[], readonly string[]])[] = [
  [["ay", "ae", "aye", "eigh", "ey"], ["ay"]],
  [["ai"], ["ay", "eye"]],
  [["ei"], ["ay", "ee", "eye"]],
  [["a", "aa"], ["a", "ay"]],
  [["ee", "ea"], ["ee"]],
  [["e"], ["e"]],
  [["i", "y", "ie", "ye"], ["ee", "eye", "i"]],
  [["o", "oe", "oa"], ["o"]],
  [["u", "oo", "ou", "ue"], ["oo"]],
  [["ia", "ya", "iya", "iyya", "eea", "ija"], ["eea"]],
];
