// docs/standards.md: every clause of every profile with what serves it, from the data.

const cell = (text) => String(text).replaceAll("|", "\\|").replaceAll("\n", " ");
const table = (head, rows) => [`| ${head.join(" | ")} |`, `|${head.map(() => "---").join("|")}|`, ...rows.map((row) => `| ${row.map(cell).join(" | ")} |`)].join("\n");

/** What a profile says itself, without what it builds on. */
function own(profile, all) {
  const base = all.find(({ id }) => id === profile.extends);
  const without = (list, inherited) => list.filter((one) => !inherited?.includes(one));
  return {
    documents: without(profile.documents, base?.documents),
    clauses: without(profile.clauses, base?.clauses),
    limits: without(profile.limits, base?.limits),
    visits: without(profile.visits, base?.visits),
    records: without(profile.records, base?.records),
    checklist: without(profile.checklist, base?.checklist),
  };
}

/** Everything that serves a clause, in Markdown. */
function servedBy(id, { records, checklist }, rules) {
  return [
    ...rules.filter(({ standards }) => standards.includes(id)).map((rule) => `[\`${rule.id}\`](rules/${rule.id}.md)`),
    ...checklist.filter(({ clauses }) => clauses.includes(id)).map((item) => `checklist: ${item.ask}`),
    ...records.filter(({ clauses }) => clauses.includes(id)).map(({ what, who, where }) => `who records what: ${what}: ${who}${where ? ` (${where})` : ""}`),
  ].join("<br>");
}

/** How often a row asks for a visit, in words. */
function howOften({ start, first, atFirst, every, seen, besides }, inWords) {
  return [
    ...first.map((within, index) => `${["first", "second", "third"][index]} visit: ${inWords(within)} (${start})`),
    ...atFirst.map(({ every: often, until }) => `every ${inWords(often)} until ${typeof until === "string" ? until : inWords(until)}`),
    ...(every ? [`every ${inWords(every)}`] : []),
    ...(seen ? [`seen ${seen.times} times in every ${seen.in}`] : []),
    ...(first.length + atFirst.length === 0 && !every && !seen ? ["as the child's plan says"] : []),
    ...besides,
  ].join("; ");
}

function section(profile, all, rules, inWords) {
  const { documents, clauses, limits, visits, records, checklist } = own(profile, all);
  const parts = [`## ${profile.title}`];
  parts.push([`\`${profile.id}\`${profile.base ? ", on which the others build" : ""}${profile.extends ? `, which builds on \`${profile.extends}\`` : ""}.`, ...documents.map(({ letter, title, date, reviewDate, note }) => `**${letter}**: ${title} (${date}${reviewDate ? `; to be reviewed ${reviewDate}` : ""}).${note ? ` ${note}` : ""}`)].join("\n\n"));
  if (profile.headings.length) parts.push(`Headings of a visit: ${profile.headings.map(({ title }) => `“${title}”`).join(", ")}. Children are to be seen alone from the age of ${profile.seenAloneAge}.`);
  if (limits.length) parts.push("### Time limits", table(["what", "from", "to", "within", "rests on"], limits.map(({ of, from, to, within, clauses: ids }) => [of, from, to, inWords(within), ids.join(", ")])));
  if (visits.length) parts.push("### How often children are visited, at the least", "The first row that fits a child's status counts. The child's plan may ask for more.", table(["row", "for", "how often", "the standard's own words"], visits.map((row) => [row.row, row.child, howOften(row, inWords), row.quote])));
  parts.push("### Every statement, and what serves it", table(["id", "section", "the standard's own words", "served by"], clauses.map(({ id, section: where, quote }) => [id, where, quote, servedBy(id, { records, checklist }, rules)])));
  return parts.join("\n\n");
}

/** The whole page. */
export function standardsPage(profiles, rules, inWords) {
  const count = profiles.reduce((sum, profile) => sum + own(profile, profiles).clauses.length, 0);
  const order = ["planning-and-seeing", "gloucestershire", "coventry", "practice-principles"];
  const sorted = [...profiles].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  return `${[
    "# The standards",
    `What the standards say, profile by profile: ${count} statements in the documents' own words, each with the rule that holds a note to it, the question of the checklist that asks the writer, or who records it. This page is made from \`dictionaries/profiles/\` by \`npm run docs\`. [How to write a profile of your own](profiles.md).`,
    ...sorted.map((profile) => section(profile, profiles, rules, inWords)),
  ].join("\n\n")}\n`;
}
