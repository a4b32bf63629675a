import type { Rule } from "../engine/rule.ts";
import { acronym } from "./acronym.ts";
import { actionIncomplete } from "./action-incomplete.ts";
import { childNotRecorded } from "./child-not-recorded.ts";
import { dateMismatch } from "./date-mismatch.ts";
import { communicationSupport } from "./communication-support.ts";
import { decisionWithoutReason } from "./decision-without-reason.ts";
import { declinedWithoutReason } from "./declined-without-reason.ts";
import { detailsMissing } from "./details-missing.ts";
import { drawingInterpreted } from "./drawing-interpreted.ts";
import { earlyYearsObservation } from "./early-years-observation.ts";
import { feelingsMissing } from "./feelings-missing.ts";
import { hardToRead } from "./hard-to-read.ts";
import { interpretationInQuote } from "./interpretation-in-quote.ts";
import { interpretationWithQuote } from "./interpretation-with-quote.ts";
import { jargon } from "./jargon.ts";
import { judgementalLanguage } from "./judgemental-language.ts";
import { leadingQuestion } from "./leading-question.ts";
import { longSentence } from "./long-sentence.ts";
import { nameMismatch } from "./name-mismatch.ts";
import { noteUnreadable } from "./note-unreadable.ts";
import { opinionAsFact } from "./opinion-as-fact.ts";
import { personalData } from "./personal-data.ts";
import { plainWords } from "./plain-words.ts";
import { promise } from "./promise.ts";
import { repeatedText } from "./repeated-text.ts";
import { reportedSpeech } from "./reported-speech.ts";
import { riskNoAction } from "./risk-no-action.ts";
import { riskNotMarked } from "./risk-not-marked.ts";
import { seenAloneContradiction } from "./seen-alone-contradiction.ts";
import { seenAloneMissing } from "./seen-alone-missing.ts";
import { recordedLate } from "./recorded-late.ts";
import { statutoryVisitAtSchool } from "./statutory-visit-at-school.ts";
import { seenAloneObjection } from "./seen-alone-objection.ts";
import { seenAloneReason } from "./seen-alone-reason.ts";
import { strengthsMissing } from "./strengths-missing.ts";
import { unclosedQuote } from "./unclosed-quote.ts";
import { unsourcedStatement } from "./unsourced-statement.ts";
import { visitHeadingMissing } from "./visit-heading-missing.ts";
import { visitHeadingWording } from "./visit-heading-wording.ts";
import { visitOverdue } from "./visit-overdue.ts";
import { visitSectionEmpty } from "./visit-section-empty.ts";
import { voiceMethodMissing } from "./voice-method-missing.ts";
import { voiceMissing } from "./voice-missing.ts";

/** Every rule, in the order in which lists show them. */
export const rules: readonly Rule[] = [
  noteUnreadable,
  visitHeadingMissing,
  visitHeadingWording,
  visitSectionEmpty,
  detailsMissing,
  seenAloneMissing,
  seenAloneReason,
  seenAloneContradiction,
  seenAloneObjection,
  statutoryVisitAtSchool,
  voiceMissing,
  childNotRecorded,
  actionIncomplete,
  reportedSpeech,
  feelingsMissing,
  voiceMethodMissing,
  communicationSupport,
  leadingQuestion,
  promise,
  drawingInterpreted,
  earlyYearsObservation,
  declinedWithoutReason,
  interpretationInQuote,
  interpretationWithQuote,
  unclosedQuote,
  strengthsMissing,
  riskNotMarked,
  recordedLate,
  visitOverdue,
  riskNoAction,
  judgementalLanguage,
  opinionAsFact,
  unsourcedStatement,
  decisionWithoutReason,
  acronym,
  jargon,
  plainWords,
  hardToRead,
  longSentence,
  repeatedText,
  personalData,
  dateMismatch,
  nameMismatch,
];
