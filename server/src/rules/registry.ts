import type { Rule } from "../engine/rule.ts";
import { acronym } from "./acronym.ts";
import { interpretationInQuote } from "./interpretation-in-quote.ts";
import { interpretationWithQuote } from "./interpretation-with-quote.ts";
import { jargon } from "./jargon.ts";
import { noteUnreadable } from "./note-unreadable.ts";
import { riskNotMarked } from "./risk-not-marked.ts";
import { seenAloneContradiction } from "./seen-alone-contradiction.ts";
import { seenAloneMissing } from "./seen-alone-missing.ts";
import { seenAloneObjection } from "./seen-alone-objection.ts";
import { seenAloneReason } from "./seen-alone-reason.ts";
import { unclosedQuote } from "./unclosed-quote.ts";
import { visitHeadingMissing } from "./visit-heading-missing.ts";
import { visitHeadingWording } from "./visit-heading-wording.ts";
import { visitSectionEmpty } from "./visit-section-empty.ts";

/** Every rule, in the order in which lists show them. */
export const rules: readonly Rule[] = [
  noteUnreadable,
  visitHeadingMissing,
  visitHeadingWording,
  visitSectionEmpty,
  seenAloneMissing,
  seenAloneReason,
  seenAloneContradiction,
  seenAloneObjection,
  interpretationInQuote,
  interpretationWithQuote,
  unclosedQuote,
  riskNotMarked,
  acronym,
  jargon,
];
