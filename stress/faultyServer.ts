// The language server, with a rule that throws where the settings ask for it: a team's word "fault:acronym" makes the rule "acronym" fail on every note.
import { rules } from "../server/src/rules/registry.ts";
import "../server/src/main.ts";

for (const rule of rules) {
  const check = rule.check.bind(rule);
  Object.assign(rule, {
    check(...[note, context]: Parameters<typeof check>) {
      // The worst that a message can hold: all of the note.
      if (context.settings.words.includes(`fault:${rule.id}`)) throw new Error(note.text);
      return check(note, context);
    },
  });
}
