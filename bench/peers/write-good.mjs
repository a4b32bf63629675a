import writeGood from "write-good";

export const start = () => (text) => writeGood(text).length;
