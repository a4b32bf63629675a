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
  readonly volume: "firm" | "soft" | "formal";
  readonly plain?: readonly string[];
  readonly say?: string;
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

/** A list of words that grammar needs: see words.yml. */
export type WordLists = Readonly<Record<string, readonly string[]>>;

export interface AcronymSense {
  readonly full: string;
  readonly plain?: string;
  readonly field?: string;
  readonly source?: readonly string[];
  readonly note?: string;
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
}
export type DictionaryName = keyof Dictionaries;
