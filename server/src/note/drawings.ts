import { hitsOf } from "../lexicon/lexicon.ts";
import type { Note, Sentence } from "./note.ts";
import { once } from "./once.ts";
import { inQuotation, outsideQuotations } from "./outline.ts";

/** Sentences outside the reflections that give a child's drawing, picture or model a meaning that the child has not given. */
export const drawingsRead = once((note: Note): readonly Sentence[] =>
  note.sentences.filter((sentence, index) => {
    if (sentence.section.role === "reflections" || sentence.block.kind === "quote") return false;
    const text = outsideQuotations(note, sentence);
    const before = note.sentences[index - 1];
    const about = art.exec(text);
    const carried = !about && before?.block === sentence.block && /^\W*(?:it|this|that|these|they|the (?!(?:school|teacher|police|doctor))|there|every|all|each|both|i|to me|having|with|not)\b/i.test(text) && art.test(outsideQuotations(note, before));
    if ((!about && !carried) || /^\W*(?:I|We) (?:drew|painted|made|built)\b/.test(text)) return false;
    return isRead(note, sentence, text, about?.index ?? 0, carried) && !explained(note, index);
  }),
);

const art = /\b(?:dr[ae]w(?:n|s|ing|ings)?|pictures?|paint(?:ed|s|ing|ings)?|colour(?:ed|s|ing)? (?:in|it|the|a|his|her|over|every)|colouring|scribbl\w+|sketch\w*|doodl\w+|model(?:led)?|lego|duplo|clay|play-?do(?:ugh|h)|plasticine|collage|sculpt\w*|portrait|crayons?|felt tips?|chalk\w*|whiteboard|easel|squiggl\w+|sand ?tray|(?:built|made|did|cut out|stuck) (?:a |an |the |her |his |their |some )?(?:[\p{L}-]+ ){0,4}(?:out of|from|in|with) (?:lego|clay|paper|card|blocks|bricks|shells|sand|stickers|lolly|wool|fabric|felt|leaves|stones|buttons|boxes|playdough|glitter|tape|string)|family (?:in|out of|with) \p{L}+|(?:built|made) (?:a|an|the|her|his) (?:[\p{L}-]+ ){0,2}(?:house|tower|wall|castle|fence|bed|car|boat|box|cage|family|figure|island|den|mask|puppet|monster|town|world|scene)|handprints?|biro(?:ed|s)?|minecraft|comic|cartoon|poster|self-portrait|tag on)\b/iu;
const meaning = /\b(?:represent(?:s|ed|ing|ative)?|symbolis(?:es|ed|ing)|symbolic of|signif(?:y|ies|ied|ying)|st(?:ands|ood|anding) for|suggest(?:s|ed|ing|ive)?(?! (?:we|i|that we|going|a game|playing))|indicat(?:es|ed|ing|ive)|reflect(?:s|ed|ing)|reveal(?:s|ed|ing)|demonstrat(?:es|ed|ing)|illustrat(?:es|ed|ing) (?:that|how|his|her|their)|portray(?:s|ed|ing)? (?:his|her|their|how)|express(?:es|ed|ing|ion of|ions of)|convey(?:s|ed|ing)|echo(?:es|ing)|mirror(?:s|ing) (?:his|her|how|the)|mean(?:s|t|ing)? (?:that|he|she|they|mum|dad|there|his|her|home)|tell(?:s|ing)? (?:us|me|you) (?:that|how|he|she|what|all|a lot|everything)|sh[oe]w(?:s|ed|ing|n)? (?:that|how|(?:his|her|their|a|an|the|some|no|clear|such|real|deep)? ?(?:[\p{L}-]+ )?(?:lone\p{L}*|anger|fear|fears|sad\p{L}*|isolat\p{L}*|anxiet\p{L}*|distress|self-?esteem|trauma|attachment|worry|worries|insecur\p{L}*|confus\p{L}*|loss|grief|guilt|need|lack|longing|sense|feelings?|state|rejection|turmoil|conflict|hope|loyalty|emotions?|inner|world|chaos|trapped|unsafe|lonely|torn|small))|speaks? (?:volumes|to)|says? (?:a lot|it all|everything|something) about|a (?:clear |sure |strong )?(?:sign|message|signal|reminder|symbol|warning) (?:of|that|about|to)|is how it feels|feels? like|so that (?:no one|nobody) can|evidence (?:of|that)|proof (?:of|that)|an image of|a picture of how|metaphor|in (?:his|her) mind|obviously|clearly (?!drawn|written|labelled|marked|see)|no doubt|(?:i|we) (?:take|took|read|see|saw|interpret\w*|understand|believe|think) (?:this|it|that|them)(?: \p{L}+){0,2} (?:to mean|as|to be|means|shows|is)|(?:this|that|it|which)(?: is| was|['’]s) (?:just |really |clearly |probably |perhaps )?(?:(?:his|her|their) (?:\p{L}+ )?(?:anger|fear|depression|anxiety|trauma|way|sadness|hope|wish|worry|worries|grief|guilt|feelings?|rage|trauma|mum|dad|loneliness|need|view|picture of|version)|how (?:he|she|they)|what (?:he|she|they) (?:feels?|thinks?|wants?|sees?)|why (?:he|she)|where (?:he|she) feels|because|about)|(?:his|her|their) way of (?:telling|saying|showing|asking|letting)|having (?:stopped|lost|gone|been) (?:for|to) (?:him|her|them))\b/iu;
/** A reason for what was drawn that nobody can see: "as he feels an outsider here", "so she is worried about being replaced". */
const cause = /\b(?:because|as|so|since|for|where|when) (?:(?:of )?(?:his|her|their) (?:fear|anger|anxiety|trauma|past|loss|grief)|(?:he|she|they|it)(?:'s)? (?:is |are |was |has |had )?(?:really |clearly |obviously |also |just |so |too |very |still |no longer |never |always |deep down )*(?:feel\w*|felt|see[sn]?|think\w*|want\w*|wish\w*|need\w*|fear\w*|miss\w*|believ\w+|know\w*|blam\w+|hat\w+|lov\w+|long\w*|(?:scared|frightened|afraid|worried|anxious|sad|angry|lonely|jealous|trapped|unsafe|unhappy|lost|left out|cut off|torn|confused|ashamed|guilty|traumatised|grieving|struggling|hiding|missing|being|alone|replaced|unloved|unwanted|rejected|isolated|stuck|overwhelmed)\b|no (?:one|voice|way|friends|trust)))/iu;

/** The sentence gives what was made a meaning that the child has not given. */
function isRead(note: Note, sentence: Sentence, text: string, from: number, carried: boolean): boolean {
  const rest = text.slice(from);
  const told = (at: number): boolean => /\b(?:said|says|told (?:me|us)|explained|according to|called it|i asked|i wonder\w*|asked (?:if|whether|what|why))\b[^.;]*$/i.test(rest.slice(0, at));
  const found = meaning.exec(rest);
  if (found && !told(found.index)) return true;
  if (carried) return false;
  const reason = cause.exec(rest);
  if (reason && !told(reason.index)) return true;
  return hitsOf(note.hits(sentence), "interpretation").some((hit) => (hit.entry.kind === "link" || hit.entry.kind === "verdict") && hit.start >= sentence.start + from && !inQuotation(note, hit) && !told(hit.start - sentence.start - from));
}

/** The child says what it is, in the sentence or the two behind it. */
function explained(note: Note, index: number): boolean {
  const sentence = note.sentences[index]!;
  const child = sentence.mentions.find(({ children }) => children.length === 1)?.children[0];
  return note.sentences.slice(index, index + 3).some((near) => {
    if (near.section !== sentence.section) return false;
    const words = near.quotations.find((quotation) => quotation.speaker === "child" && (!child || quotation.child === child));
    return words !== undefined && /\b(?:asked|about (?:it|the|that|them)|explained|called it|told me (?:it|that)|said (?:it|that|this)|what it was)\b/i.test(outsideQuotations(note, near));
  });
}
