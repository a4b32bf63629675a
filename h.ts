import { checkNote, read } from "/check.ts";
import { readProfile } from "/standards/read-profile.ts";
import { defaultSettings } from "/engine/settings.ts";
import { dueAfterNote } from "/due.ts";
import { inOneLine, why } from "/standards/next-visit.ts";
import { checklistFor } from "/checklist.ts";
const only = new Set(["recorded-late","visit-overdue","date-mismatch","statutory-visit-at-school","details-missing"]);
export const show = (label: string, text: string, settings: any = {}, rules: Set<string>|undefined = only) => {
  console.log("## " + label);
  const s = { ...defaultSettings, ...settings };
  try {
    const r = checkNote(text, s);
    if (r.failed.length) console.log("  FAILED", r.failed);
    const f = r.findings.filter((x) => !rules || rules.has(x.rule));
    if (f.length > 8) console.log("  count", f.length);
    for (const x of f.slice(0, 8)) console.log("  -", x.severity, x.rule, JSON.stringify(text.slice(x.span.start, x.span.end)).slice(0,80), "|", x.message, "|", x.standards.map((c)=>c.id).join(","), x.fixes.map((f)=>f.title).join(" / "));
    const d = dueAfterNote(r.note, s);
    console.log("  due:", d ? d.row.row + " " + inOneLine(d) : undefined);
  } catch (e) { console.log("  THROWS", String(e)); }
};
export { readProfile, read, checkNote, defaultSettings, dueAfterNote, why };
