/** English school days from May 2026 to August 2027, written down from a wall calendar: no rule of ours makes them. */
const holidays: readonly (readonly [from: string, to: string])[] = [
  ['2026-05-25', '2026-05-29'],
  ['2026-07-23', '2026-09-01'],
  ['2026-10-26', '2026-10-30'],
  ['2026-12-21', '2027-01-01'],
  ['2027-02-15', '2027-02-19'],
  ['2027-03-26', '2027-04-09'],
  ['2027-05-31', '2027-06-04'],
  ['2027-07-23', '2027-08-31'],
];

const bankHolidays: readonly string[] = [
  '2026-05-04',
  '2026-05-25',
  '2026-08-31',
  '2026-12-25',
  '2026-12-28',
  '2027-01-01',
  '2027-03-26',
  '2027-03-29',
  '2027-05-03',
  '2027-05-31',
  '2027-08-30',
];

/** Every day of two years, in order. */
const wall = Array.from({ length: 730 }, (_, index) =>
  new Date(Date.UTC(2026, 0, 1) + index * 86_400_000).toISOString().slice(0, 10),
);
const places = new Map(wall.map((day, index) => [day, index]));
const placeOf = (day: string) => places.get(day) ?? Number.NaN;

/** 1 January 2026 is a Thursday. */
const weekday = (day: string) => (placeOf(day) + 4) % 7;

export function dayAfter(day: string, days: number): string {
  const found = wall[placeOf(day) + days];
  if (found === undefined) throw new Error(`${day} and ${days} days lie outside the wall calendar`);
  return found;
}

const worked = new Set(wall.filter((day) => ![0, 6].includes(weekday(day)) && !bankHolidays.includes(day)));
const open = new Set([...worked].filter((day) => !holidays.some(([from, to]) => from <= day && day <= to)));

/** Somebody works in an office. */
export const isWorked = (day: string) => worked.has(day);

/** Schools are open. */
export const isOpen = (day: string) => open.has(day);

/** So many school days after a day; 0 is the day itself, or the next one on which schools are open. */
export function openAfter(day: string, days: number): string {
  let found = day;
  while (!isOpen(found)) found = dayAfter(found, 1);
  for (let left = days; left > 0; left -= 1) {
    do found = dayAfter(found, 1);
    while (!isOpen(found));
  }
  return found;
}

/** So many school days after a day on which something was asked. */
export function countedOpen(day: string, days: number): string {
  let found = day;
  for (let left = days; left > 0; left -= 1) {
    do found = dayAfter(found, 1);
    while (!isOpen(found));
  }
  return found;
}

/** So many days on which offices work, after a day. */
export function countedWorked(day: string, days: number): string {
  let found = day;
  for (let left = days; left > 0; left -= 1) {
    do found = dayAfter(found, 1);
    while (!isWorked(found));
  }
  return found;
}

export function openBefore(day: string): string {
  let found = day;
  while (!isOpen(found)) found = dayAfter(found, -1);
  return found;
}
