/** The colours of the record, on white: each has a contrast of at least 7 to 1 (WCAG 2.2, 1.4.6). */
export const colours = { words: "#0b4fb3", risk: "#b00020" } as const;
