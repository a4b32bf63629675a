import { defineRule } from "../engine/rule.ts";
import type { Note, Person } from "../note/note.ts";
import { notNames } from "../note/names.ts";
import { relations } from "../note/words.ts";
import { workerQuestions, type WorkerQuestion } from "../note/questions.ts";
import { pattern } from "../text/pattern.ts";

/** A worker's question that puts the answer into the child's mouth (V10). */
export const leadingQuestion = defineRule({
  id: "leading-question",
  severity: "information",
  standards: ["V10"],
  summary: "A question to the child that holds its own answer",
  explain: "A question that names somebody and what they did, that ends in “didn't he?”, or that leaves only two answers, can put words into a child's mouth, and may weaken what they tell later. Open questions let the child tell it: tell me, explain to me, describe.",
  leaves: ["questions by the child or by other adults, and questions to adults", "open, scaling and everyday questions", "checking back the child's own words"],
  poor: "Child: Kai (9)\nPresent: Kelly (mum)\n\nI asked Kai whether Dad had hit Mum.\n",
  better: "Child: Kai (9)\nPresent: Kelly (mum)\n\nI asked Kai to tell me about the weekend.\n",
  scope: "section",
  *check(note) {
    for (const question of workerQuestions(note)) {
      if (isAdult(question.asked) || toAdult(note, question)) continue;
      const fault = faultOf(note, question);
      if (!fault) continue;
      yield {
        span: { start: question.start, end: question.end },
        ...(fault === "why" ? { severity: "hint" as const } : {}),
        message: `${said[fault]} An open question leaves it to the child: “Tell me about …”, “Explain to me …”, “Describe …”.`,
      };
    }
  },
});

const said = {
  tag: "This question asks the child to agree.",
  statement: "This is a statement with a question mark: it tells the child what to answer.",
  choice: "This question leaves the child only two answers.",
  named: "This question names somebody and what they did, before the child has.",
  why: "“Why” can sound like blame to a child.",
};

const isAdult = (person: Person | undefined): boolean => person !== undefined && person.kind !== "child" && person.kind !== "friend" && !person.minor;

/** Nobody is named as asked, and the sentences before were about a grown-up whom the worker was speaking with. */
const toAdult = (note: Note, { asked, form, sentence }: WorkerQuestion): boolean => form !== "turn" && !asked && isAdult(sentence.about) && sentence.mentions.every(({ children }) => !children.length) && note.children.length > 0 && /\b(?:rang|called|phoned|spoke to|on the phone)\b/i.test(note.prose.slice(Math.max(0, sentence.start - 200), sentence.start));

const tags = /(?:^|[,\s])(?:(?:do|does|did|is|was|are|were|has|have|had|would|could|should|can|will|wo|ca)n'?t (?:he|she|it|they|you|i|we)|(?:is|was|does|did|do|has|have|had|are|were|will|would) (?:he|she|it|they|you) not|innit|isn't that right|is that right|am i right)\s*\??$|,\s*(?:right|yeah|eh|did he|did she|is he|is she|was he|was she|does he|does she|has he|has she|is it|was it)\s*\?$/;
const auxiliary = "(?:did|does|do|has|have|had|is|was|are|were|will|would|could|can)(?:n't)?";
const [asksIf, asksIfTold] = ["if|whether", "if|whether|that"].map((words) => pattern(`^(?:(?:\\p{L}+ ){0,5}?(?:${words}) |${auxiliary}\\b)`, "u")) as [RegExp, RegExp];
const acts = /\b(?:hit|hits|hitting|hurt|hurts|hurting|shout\w*|scream\w*|swear\w*|swore|touch\w*|push\w*|grab\w*|kick\w*|smack\w*|slap\w*|punch\w*|thr[eo]w\w*|thrown|shak\w+|shook|bit|bite\w*|burn\w*|chok\w+|strangl\w+|drink\w*|drank|drunk|smok\w+|taking|tak(?:e|es|en)|drugs|sell\w*|sold|deal\w*|mak(?:e|es|ing)|made|forc\w+|threat\w+|scar(?:e|es|ed|ing|y)|frighten\w*|upset\w*|angry|cross with|com(?:e|es|ing) (?:round|back|over|in|into|to)|came (?:round|back|over|in|into|to)|been (?:round|in|here|back|there|staying)|stay\w*|sleep\w*|slept|fight\w*|fought|argu\w+|row\w*|lock\w*|left (?:you|him|her|them)|leav\w+ (?:you|him|her|them)|alone|steal\w*|stole\w*|watch\w* you|film\w*|kiss\w*|sex|naked|undress\w*|told (?:you|him|her|them)|tell(?:s|ing)? (?:you|him|her|them)|ask(?:ed|s)? (?:you|him|her) to|gave|give[ns]?|giving|put(?:s|ting)? (?:his|her|their)|hands? on|hid\w*|lie[sd]?|lying|used to|did (?:it|that|this|those|something)|doing (?:it|that|this)|do(?:es)? (?:it|that|this|something)|behind|because (?:of )?(?:he|she|mum|dad|they|\w+)|the one who|who (?:did|hurt|hit|gave|made|broke|burned|burnt|took)|worried about|scared of|afraid of|safe with|mean to|nasty|horrible|bad to|in (?:your|her|his) (?:bed|room|bedroom))\b/;
const hospitality = /\b(?:would you like|shall we|do you want (?:a|some|to (?:draw|play|sit|go|show|do|colour|stop|start|have|come))|can (?:i|we)|may i|could (?:i|we)|are you (?:ok|okay|all right|alright|warm|cold|hungry|comfy|ready))\b/;
const open = /^(?:what|how|where|who|when|which|tell|explain|describe|can you tell|could you tell|on a scale|from \d|out of|if you|show)\b/;

/** What is wrong with a question, if anything. */
function faultOf(note: Note, { words, form }: WorkerQuestion): keyof typeof said | undefined {
  const pieces = words.split(/(?<=[?.!])\s+/).filter(Boolean);
  for (const piece of pieces) {
    const written = piece.replace(/^(?:so|and|but|ok|okay|right|well|then)[, ]+/i, "").replace(/^["']|["']$/g, "");
    const bare = written.toLowerCase();
    if (tags.test(piece.toLowerCase().replace(/["']$/, ""))) return "tag";
    if (/^(?:do|does|did|is|was|are|were|have|has|had|would|could|should|can|will|wo|ca)n'?t (?:he|she|it|they|you|that|\p{Lu})/iu.test(written)) return "tag";
    if (/^(?:is|was) (?:that|this|it) (?:why|because)\b/.test(bare)) return "statement";
    if (form !== "told" && hospitality.test(bare)) continue;
    // "I asked whether I could tell Mum": asking leave.
    if (/^(?:(?:me|us|him|her|them) )?(?:if|whether) (?:i|we) (?:could|can|may|might|should)\b/.test(bare)) continue;
    if (/^(?:(?:if|whether) )?why\b/.test(bare)) return "why";
    if (form !== "told" && open.test(bare)) continue;
    const yesNo = (form === "told" ? asksIfTold : asksIf).test(bare);
    const named = namesSomebody(note, written);
    if (form !== "told" && !yesNo) {
      if (/\?$/.test(piece) && putsItThemselves(written)) return "statement";
      if (/^(?:you|he|she|they|mum|dad|that|it|your)\b/.test(bare) && (/\?$/.test(piece) || pieces.length === 1)) return "statement";
      continue;
    }
    if (!yesNo) continue;
    if (/\bor\b/.test(bare) && !/\bor (?:not|something|anything|anyone|anybody|whether|if)\b/.test(bare) && (/\b(?:mum|dad|live|home|nan|sad|scared|happy|angry|worried|hurt|good|bad)\b/.test(bare) || /\p{Lu}\p{L}+ or \p{Lu}/u.test(written) || /\b(?:feel|feels|felt)\b/.test(bare))) return "choice";
    if (named && !everyday.test(bare)) return "named";
    if (/^(?:(?:if|whether) (?:he|she|they) (?:had )?|did you |have you |were you |are you )(?:ever |really )?(?:hurt|cut|burn\w*|t[ao]ke\w*|took|st[eo]l\w*|drink\w*|drank|smok\w*|hit|sle(?:ep|pt) with|do (?:those|that|this|it)|d(?:id|one) (?:those|that|this|it)|r[au]n away|lying|scared|frightened)/.test(bare)) return "named";
  }
  return undefined;
}

/** "So Auntie burned you?", "Gary came back?": a person and what they did, with nothing but the mark to ask it. */
function putsItThemselves(written: string): boolean {
  const [first = "", ...rest] = written.split(/\s+/);
  return rest.length > 1 && (relations.has(first.toLowerCase()) || /^\p{Lu}\p{Ll}+$/u.test(first)) && !notNames.has(first) && acts.test(rest.join(" ").toLowerCase());
}

/** Somebody besides the child, and besides whoever is asked, is named: by name, relation, or as "he", "the man". */
function namesSomebody(note: Note, written: string): boolean {
  const children = new Set(note.children.flatMap(({ person }) => person.forms.map((form) => form[0]!)));
  const tokens = written.replace(/^[^\p{L}]*\p{L}+/u, "").split(/[^\p{L}'’-]+/u).map((word) => word.replace(/['’]s$/, ""));
  return tokens.some((word, index) => {
    const small = word.toLowerCase();
    if (relations.has(small) && !children.has(small)) return true;
    if (/^\p{Lu}\p{L}+$/u.test(word) && !notNames.has(word) && !/^(?:I|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Easter|English|Year|Uno|Lego|God)$/.test(word)) return true;
    return index > 0 && /^(?:he|she|someone|somebody|man|men|girl|boy|woman|lad|lads|they|them|one)$/.test(small) && acts.test(written.toLowerCase());
  });
}

/** What anybody may be asked of anybody. */
const everyday = /\b(?:ok|okay|all right|alright|know|knows|knew|likes?|liked|well|work|working|at home|at school|home yet|coming (?:today|home|later|to)|there today|birthday|name|ready|happy (?:with|about|for)|remember|mind|understand|understood|wants?|would like|help(?:s|ed|ing)?|enjoy\w*|see (?:his|her|their|the)|seen (?:his|her|the)|been to (?:the (?:dentist|doctor|gp|park|shops?)|school|nursery|football|club)|phone|ring|rung|visit(?:s|ed)?|need\w*|looking forward|play(?:s|ed|ing)? with|watch(?:es|ed|ing)? (?:the|a|tv|telly)|agree[ds]?|welcome|comfortable|read(?:s|ing)? (?:to|with))\b/;
