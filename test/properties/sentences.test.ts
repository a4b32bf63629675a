import fc from "fast-check";
import { expect, test } from "vitest";
import { splitSentences } from "../../server/src/note/sentences.ts";
import { parameters } from "./pieces.ts";

// Where every stop stands before a capital, the parser of English is not asked. That changes nothing: a text is cut the same way where it is asked.

const word = fc.constantFrom("Kai", "I", "He", "mum", "was", "well", "at", "3pm", "3.5", "9.", "No", "no", "etc", "etc.", "Mr", "in.", "St.", "a.m.", "e.g.", "NHS", "D.", "Éva", "é", "x", "'s", "Mum's", "(she", "(She", "did)", "[sic]", "–", "—", "-", ",", ";", ":", "&", "/", "@", "#", "*", "www.kai.org", "\"Oh", "no\"", "“Oh”", "‘Oh’", "'Yes", "yes'", "12:30", "£5", "50%", "100", "1st", "😀", "\u200B", "\u00A0");
const stop = fc.constantFrom(".", ".", ".", ".", "?", "!", "?!", "...", "…", ".)", ".]", ".\"", ".'", "");
const between = fc.constantFrom(" ", " ", " ", " ", "  ", "\n", "\r\n", "\t", "\n\n", "", "\u00A0");
const sentence = fc.tuple(fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" ")), stop, between).map((parts) => parts.join(""));
const texts = fc.array(sentence, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(""));

const cut = (text: string): string[] => splitSentences(text, { start: 0, end: text.length }, []).map(({ start, end }) => text.slice(start, end));

/** A paragraph before it, of which the parser must be asked, and so of all. */
const asked = "Oh… no";

test("sentences are those of a text that the parser is asked of", { timeout: 60_000 }, () => {
  fc.assert(fc.property(texts.map((text) => `Kai ${text.trim()}`), (text) => {
    expect(cut(text)).toEqual(cut(`${asked}\n\n${text}`).slice(1));
  }), parameters(5_000));
});
