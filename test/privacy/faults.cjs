// Loaded with --require before a program, in each of its threads: makes it fail where it searches a text in which the words of
// FAULT_WORDS stand, with the whole text in the message of the fault. FAULT says how.
"use strict";
const words = process.env.FAULT_WORDS;
const how = process.env.FAULT;
const { exec } = RegExp.prototype;
/** Which search fails, where that is said. */
const place = Number(how.split(" ")[1]);
let met = 0;

/** How every message begins, so that whoever looks at one meets no fault over it. */
const mark = "INJECTED ";

function fault(searched) {
  const text = mark + searched.replaceAll("\n", " ");
  const error = how === "error of another name" ? Object.assign(new TypeError(text), { name: text }) : new RangeError(text);
  switch (how) {
    case "thrown":
    case "error of another name":
      throw error;
    case "now and then":
      if (met % 5 === 0) throw error;
      return;
    case "no error":
      throw text;
    case "timer":
      if (met === 1) setTimeout(() => { throw error; });
      return;
    case "rejection":
      if (met === 1) void Promise.reject(error);
      return;
    case "rejection without an error":
      if (met === 1) void Promise.reject(text);
      return;
    case "two timers":
      if (met === 1) for (let count = 0; count < 2; count += 1) setTimeout(() => { throw error; });
      return;
    case "warning":
      if (met === 1) process.emitWarning(text);
      return;
    case "console":
      if (met === 1) console.error(text, error);
      return;
    // "at 900": the 900th search and the two behind it.
    default:
      if (met >= place && met < place + 3) throw error;
  }
}

RegExp.prototype.exec = function (text) {
  if (typeof text === "string" && text.includes(words) && !text.includes(mark)) {
    met += 1;
    fault(text);
  }
  return Reflect.apply(exec, this, [text]);
};
