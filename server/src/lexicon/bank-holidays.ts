import { gregorianEaster } from "date-easter";
import { Temporal } from "temporal-polyfill";

/** What a proclamation changed of England's bank holidays, as dictionaries/bank-holidays.yml keeps it: days as 2023-05-08. */
interface Proclaimed {
  readonly years: readonly [number, number];
  readonly added: readonly string[];
  readonly "taken-away": readonly string[];
}

/** England's bank holidays, day by day, of the years that the file names. Used when the dictionaries are compiled, never in the product. */
export function bankHolidays({ years: [first, last], added, "taken-away": taken }: Proclaimed): string[] {
  const days = new Set(added);
  for (let year = first; year <= last; year += 1) for (const day of usual(year)) days.add(day);
  for (const day of taken) days.delete(day);
  return [...days].sort();
}

/** Those of a year in which nothing was proclaimed: the days themselves, and the weekdays that stand in for a weekend. */
function usual(year: number): Set<string> {
  const on = (month: number, day: number): Temporal.PlainDate => Temporal.PlainDate.from({ year, month, day });
  const easter = Temporal.PlainDate.from(gregorianEaster(year));
  const fixed = [on(1, 1), on(12, 25), on(12, 26)];
  const moving = [easter.subtract({ days: 2 }), easter.add({ days: 1 }), mondayFrom(on(5, 1)), mondayFrom(on(5, 25)), mondayFrom(on(8, 25))];
  const days = new Set([...fixed, ...moving].map(String));
  for (const day of fixed) if (isWeekend(day)) {
    let instead = day;
    while (isWeekend(instead) || days.has(String(instead))) instead = instead.add({ days: 1 });
    days.add(String(instead));
  }
  return days;
}

const isWeekend = ({ dayOfWeek }: Temporal.PlainDate): boolean => dayOfWeek > 5;

/** That day if it is a Monday, else the next one: from the 25th, the last of a month with 31 days. */
const mondayFrom = (day: Temporal.PlainDate): Temporal.PlainDate => day.add({ days: (8 - day.dayOfWeek) % 7 });
