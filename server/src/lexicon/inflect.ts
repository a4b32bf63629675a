/** Past forms and participles that no rule gives, by the plain verb. Children's own forms ("hitted") are added to them. */
const irregular: Readonly<Record<string, readonly string[]>> = {
  be: ["am", "is", "are", "was", "were", "been", "being"], beat: ["beaten"], begin: ["began", "begun"], bite: ["bit", "bitten"],
  break: ["broke", "broken"], bring: ["brought"], burn: ["burnt"], buy: ["bought"], catch: ["caught"], choose: ["chose", "chosen"],
  come: ["came"], cut: [], do: ["did", "done", "does"], draw: ["drew", "drawn"], drink: ["drank", "drunk"], drive: ["drove", "driven"],
  eat: ["ate", "eaten"], fall: ["fell", "fallen"], feel: ["felt"], fight: ["fought"], find: ["found"], get: ["got", "gotten"],
  give: ["gave", "given"], go: ["went", "gone", "goes"], have: ["has", "had"], hear: ["heard"], hide: ["hid", "hidden"], hit: [],
  hold: ["held"], hurt: [], keep: ["kept"], kneel: ["knelt"], know: ["knew", "known"], lend: ["lent"], let: [], lie: ["lying"],
  lose: ["lost"], make: ["made"], meet: ["met"], pay: ["paid"], put: [], ride: ["rode", "ridden"], run: ["ran"], say: ["said"],
  see: ["saw", "seen"], sell: ["sold"], send: ["sent"], set: [], shake: ["shook", "shaken"], shoot: ["shot"], shut: [], sit: ["sat"],
  sleep: ["slept"], smell: ["smelt"], speak: ["spoke", "spoken"], spend: ["spent"], spit: ["spat"], stand: ["stood"], steal: ["stole", "stolen"],
  stick: ["stuck"], stink: ["stank", "stunk"], strike: ["struck"], swear: ["swore", "sworn"], take: ["took", "taken"], tear: ["tore", "torn"],
  tell: ["told"], think: ["thought"], throw: ["threw", "thrown"], tie: ["tying"], understand: ["understood"], wake: ["woke", "woken"],
  bend: ["bent"], bind: ["bound"], bleed: ["bled"], blow: ["blew", "blown"], cling: ["clung"], creep: ["crept"], deal: ["dealt"], feed: ["fed"], fling: ["flung"], freeze: ["froze", "frozen"], forget: ["forgot", "forgotten"], hang: ["hung"], leave: ["left"], light: ["lit"], ring: ["rang", "rung"], seek: ["sought"], shrink: ["shrank", "shrunk"], sling: ["slung"], sting: ["stung"], swing: ["swung"], sweep: ["swept"],
  wear: ["wore", "worn"], write: ["wrote", "written"], wet: [], child: ["children", "child's", "children's"], knife: ["knives"], foot: ["feet"], tooth: ["teeth"],
};

/** One short vowel and one consonant at the end, and the weight on that syllable: hit, grab, forget. */
const doubles = /^[^aeiou]*[aeiou][bdgklmnprt]$|^(?:qu|squ)[aeiou][bdgklmnprt]$|(?:admit|commit|permit|submit|omit|forget|begin|refer|prefer|transfer|occur|compel|rebel|regret|upset|kidnap)$/;

/** Every form of a verb or a noun that a note may hold: engage, engages, engaged, engaging; sibling, siblings, sibling's, siblings'. */
export function inflect(word: string): string[] {
  const forms = new Set([word, ...(Object.hasOwn(irregular, word) ? irregular[word]! : [])]);
  const stemE = word.endsWith("e") ? word.slice(0, -1) : undefined;
  const stemY = /[^aeiou]y$/.test(word) ? word.slice(0, -1) : undefined;
  const plural = stemY ? `${stemY}ies` : /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
  forms.add(plural).add(`${word}'s`).add(`${plural}'`);
  if (stemE !== undefined) forms.add(`${word}d`).add(word.endsWith("ee") ? `${word}ing` : `${stemE}ing`);
  else if (stemY) forms.add(`${stemY}ied`).add(`${word}ing`);
  else {
    const doubled = doubles.test(word);
    const stem = doubled || /[aeiou]l$/.test(word) ? word + word.at(-1) : word;
    forms.add(`${stem}ed`).add(`${stem}ing`);
    if (stem !== word && !doubled) forms.add(`${word}ed`).add(`${word}ing`);
  }
  return [...forms];
}
