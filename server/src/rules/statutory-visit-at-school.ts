import { defineRule } from "../engine/rule.ts";
import { essentialsOf } from "../note/essentials.ts";
import { seenAtSchool } from "../note/place.ts";
import { clausesOf } from "../standards/clauses.ts";

/** A statutory visit that was made at school, nursery or college (P31). */
export const statutoryVisitAtSchool = defineRule({
  id: "statutory-visit-at-school",
  severity: "warning",
  standards: ["P31", "V05"],
  summary: "A statutory visit was made at school, nursery or college",
  explain:
    "A statutory visit is there to see the child at home, with the people who care for them. A visit at school takes them out of lessons, and everybody sees who has come for whom. If there was a good reason this time, say so, and say when the child will be seen at home.\n\nThe standards differ: one asks that statutory visits are not made at school, another asks whether the child would like to be seen there and not to be taken out of lessons without need, a third leaves the place open.",
  leaves: ["visits that are not statutory, such as direct work", "a street or a house that is called after a school", "profiles that leave the place open"],
  poor: "Child: Kai Morton (9)\nDate of visit: 10/11/2025\nType of visit: Statutory visit\nPlace: St Bride's Primary School\n",
  better: "Child: Kai Morton (9)\nDate of visit: 10/11/2025\nType of visit: Statutory visit\nPlace: home\n",
  *check(note, { profile }) {
    if (note.kind !== "statutory visit") return;
    const school = seenAtSchool(note);
    if (!school) return;
    const clauses = clausesOf(profile);
    const span = "valueSpan" in school.at ? school.at.valueSpan : { start: school.at.start, end: school.at.end };
    if (!clauses.has("P31")) {
      if (clauses.has("V05") && !school.chosen) yield { span, severity: "information", standards: ["V05"], message: "This statutory visit was made at school. The standard asks not to take children out of lessons without need, and whether they would like to be visited there: please say why it was there, and what the child wanted." };
      return;
    }
    if (school.chosen) yield { span, severity: "information", standards: ["P31", "V05"], message: "This statutory visit was made at school, and the note says that the child wished it. The standard asks for statutory visits at home: please say when the child will be seen there." };
    else yield { span, standards: ["P31"], message: "This statutory visit was made at school, nursery or college. The standard asks that the child is seen at home, with the people who care for them. If there was a reason this time, please say so, and when the child will be seen at home." };
  },
  *asks(note, { profile }) {
    const places = note.details.filter(({ key, value }) => key === "place" && value.trim() !== "");
    if (note.kind === "statutory visit" && clausesOf(profile).has("P31") && places.length && essentialsOf(note).some(({ key, given }) => key === "place" && given)) yield { title: "A statutory visit is not made at school", met: seenAtSchool(note) ? [] : places.map(({ span }) => span), standards: ["P31"] };
  },
});
