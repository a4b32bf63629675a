/** What every entry of the dictionaries has, whatever it is for. */
export interface Entry {
  readonly term: string;
  /** Patterns to look for; the term itself where there are none. */
  readonly match?: readonly string[];
  /** Patterns that silence a match which they overlap. */
  readonly except?: readonly string[];
  /** Where given, one of these must stand in the same sentence. */
  readonly near?: readonly string[];
  readonly source?: readonly string[];
  /** Sentences in which the entry must be found. */
  readonly flag?: readonly string[];
  /** Sentences in which it must not. */
  readonly allow?: readonly string[];
}

export interface JargonEntry extends Entry {
  readonly volume: "firm" | "soft";
  readonly plain?: readonly string[];
  readonly say?: string;
  /** What published guides say, where they disagree. */
  readonly disputed?: readonly GuideView[];
}

/** What one published guide says of a term on which guides disagree. */
export interface GuideView {
  readonly view: string;
  /** The guide keeps the word. */
  readonly keep?: boolean;
  readonly source: readonly string[];
}

/** A wordy or formal phrase, with plainer ones: see wordy.yml. */
export interface WordyEntry extends Entry {
  readonly plain: readonly string[];
  readonly say?: string;
}

/** Of whom a wording must be said to count: of a person or of how a person behaves, or of anything. */
export type SaidOf = "person" | "anything";

/** A label, or blame: see labels.yml. */
export interface LabelEntry extends Entry {
  readonly kind: "label" | "blame" | "victim" | "engagement" | "motive" | "sneer" | "stigma" | "home";
  readonly of?: SaidOf;
  /** Only a hint, shown where everything is. */
  readonly soft?: boolean;
  /** May name a harm: nothing milder may take its place. */
  readonly harm?: boolean;
  readonly plain?: readonly string[];
  readonly say: string;
}

/** A wording that gives an opinion as fact: see opinions.yml. */
export interface OpinionEntry extends Entry {
  readonly kind: "certainty" | "mind" | "diagnosis" | "motive" | "feeling" | "worth";
  readonly of?: SaidOf;
  readonly soft?: boolean;
  readonly say?: string;
}

/** A wording that leaves out where something is known from: see hearsay.yml. */
export interface HearsayEntry extends Entry {
  readonly kind: "report" | "history" | "diagnosis";
  readonly soft?: boolean;
  readonly say?: string;
}

/** A wording that tells of a decision: see decisions.yml. */
export interface DecisionEntry extends Entry {
  readonly kind: "decision";
  readonly say?: string;
}

/** Words that say who, when or what of a next step: see actions.yml. */
export interface ActionEntry extends Entry {
  readonly kind: "nobody" | "whenever" | "time" | "regular" | "loose";
  /** A loose verb that counts only where something else is missing too. */
  readonly soft?: boolean;
  readonly say?: string;
}

/** A wording that tells what was done about a risk, or who was told: see responses.yml. */
export interface ResponseEntry extends Entry {
  readonly kind: "safeguarding" | "telling" | "apart" | "act";
}

/** A wording that tells of a need for support to communicate, or of the support: see communication.yml. */
export interface CommunicationEntry extends Entry {
  readonly kind: "need" | "support" | "reason" | "relative" | "not-meant";
  /** What the need is about, or what the support is for; support without it is for all. */
  readonly about?: "language" | "hearing" | "speech";
  /** Ordinary for a baby. */
  readonly grows?: boolean;
}

/** A wording that names something that goes well: see strengths.yml. */
export interface StrengthEntry extends Entry {
  readonly kind: "said" | "child" | "family" | "achievement" | "warmth" | "home";
}

export interface RiskEntry extends Entry {
  readonly category: string;
  /** The denial is the risk ("no food in the fridge"), so a denial does not take it back. */
  readonly absence?: boolean;
  /** A threat or a fear: "if" and "would" do not take it back. */
  readonly conditional?: boolean;
  /** Only a sign, shown as a hint. */
  readonly soft?: boolean;
  /** Too common a wording to stand alone: it counts beside a hit of another category, or with a child close by in the sentence. */
  readonly weak?: boolean;
}

/** A word of interpretation, with what it does: see interpretation.yml. */
export interface InterpretationEntry extends Entry {
  readonly kind: string;
}

/** A professional's word, and the age from which a child may well use it. */
export interface ProfessionalEntry extends Entry {
  readonly from: number;
}

/** What can be seen of a child: see observations.yml. */
export interface ObservationEntry extends Entry {
  readonly aspect: "alertness" | "mobility" | "physical development" | "well-being" | "attachment" | "behaviour" | "none";
}

/** What can be promised to a child: see promises.yml. */
export interface PromiseEntry extends Entry {
  readonly kind: "outcome" | "secrecy" | "word" | "honest";
}

/** What tells whose a telephone number is, who informed the services, who is a child and who is ill: see confidential.yml. */
export interface ConfidentialEntry extends Entry {
  readonly kind: "office" | "telling" | "told-by" | "anonymous" | "minor" | "company" | "pupil" | "health";
}

/** A list of words that grammar needs: see words.yml. */
export type WordLists = Readonly<Record<string, readonly string[]>>;

export interface AcronymSense {
  readonly full: string;
  readonly plain?: string;
  readonly field?: string;
  readonly source?: readonly string[];
  readonly note?: string;
  /** An old, local or seldom meaning: offered last, and it does not make the letters ambiguous. */
  readonly rare?: boolean;
}

export interface AcronymEntry {
  readonly term: string;
  readonly forms?: readonly string[];
  readonly senses: readonly AcronymSense[];
  readonly safe?: boolean;
  readonly everyday?: boolean;
  readonly hint?: boolean;
  readonly lower?: boolean;
  readonly flag?: readonly string[];
  readonly allow?: readonly string[];
}

/** The dictionaries whose entries are phrases, by name, and what an entry of each is. */
export interface Dictionaries {
  readonly jargon: JargonEntry;
  readonly risk: RiskEntry;
  readonly cue: Entry & { readonly kind: string };
  readonly interpretation: InterpretationEntry;
  readonly professional: ProfessionalEntry;
  readonly observation: ObservationEntry;
  readonly promise: PromiseEntry;
  readonly label: LabelEntry;
  readonly opinion: OpinionEntry;
  readonly hearsay: HearsayEntry;
  readonly decision: DecisionEntry;
  readonly wordy: WordyEntry;
  readonly confidential: ConfidentialEntry;
  readonly action: ActionEntry;
  readonly response: ResponseEntry;
  readonly communication: CommunicationEntry;
  readonly strength: StrengthEntry;
}
export type DictionaryName = keyof Dictionaries;
