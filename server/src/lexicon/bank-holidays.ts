import Holidays from "date-holidays";

/** What a proclamation changed of England's bank holidays, as dictionaries/bank-holidays.yml keeps it: days as 2023-05-08. */
interface Proclaimed {
  readonly years: readonly [number, number];
  readonly added: readonly string[];
  readonly "taken-away": readonly string[];
}

/** England's bank holidays, day by day, of the years that the file names. Used when the dictionaries are compiled, never in the product. */
export function bankHolidays({ years: [first, last], added, "taken-away": taken }: Proclaimed): string[] {
  const england = new Holidays("GB", "ENG");
  const days = new Set(added);
  for (let year = first; year <= last; year += 1) for (const { date, type } of england.getHolidays(year)) if (type === "public") days.add(date.slice(0, 10));
  for (const day of taken) days.delete(day);
  return [...days].sort();
}
