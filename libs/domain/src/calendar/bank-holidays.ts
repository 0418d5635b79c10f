import { dayNumber, dayOf, isWeekend, mondayOf, weekdayOf, written } from './day-numbers.js';

export interface BankHoliday {
  readonly day: string;
  readonly name: string;
}

/**
 * The bank holidays of England in a calendar year, in order: the Banking and Financial Dealings Act 1971, Schedule 1, the two
 * days that common law keeps (Good Friday, Christmas Day), and the royal proclamations that added or moved days. From 1978 on.
 * A holiday on a weekend is given by its substitute day, as schools keep it.
 */
export function bankHolidays(year: number): readonly BankHoliday[] {
  const known = byYear.get(year);
  if (known !== undefined) return known;
  const holidays = computed(year);
  byYear.set(year, holidays);
  return holidays;
}

/** Easter Sunday by the Gregorian computus, in the form of Meeus, Jones and Butcher. */
export function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const sum = epact + toSunday - 7 * late + 114;
  return written(year, Math.floor(sum / 31), (sum % 31) + 1);
}

const EARLY_MAY = 'Early May bank holiday';
const SPRING = 'Spring bank holiday';

/** Days that a proclamation put elsewhere, by year. */
const moved: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  1995: { [EARLY_MAY]: '1995-05-08' },
  2002: { [SPRING]: '2002-06-04' },
  2012: { [SPRING]: '2012-06-04' },
  2020: { [EARLY_MAY]: '2020-05-08' },
  2022: { [SPRING]: '2022-06-02' },
};

/** Days that a proclamation added once. */
const once: readonly BankHoliday[] = [
  { day: '1981-07-29', name: 'Royal wedding' },
  { day: '1999-12-31', name: 'Millennium' },
  { day: '2002-06-03', name: 'Golden Jubilee of Queen Elizabeth II' },
  { day: '2011-04-29', name: 'Royal wedding' },
  { day: '2012-06-05', name: 'Diamond Jubilee of Queen Elizabeth II' },
  { day: '2022-06-03', name: 'Platinum Jubilee of Queen Elizabeth II' },
  { day: '2022-09-19', name: 'State funeral of Queen Elizabeth II' },
  { day: '2023-05-08', name: 'Coronation of King Charles III' },
];

const byYear = new Map<number, readonly BankHoliday[]>();

function computed(year: number): readonly BankHoliday[] {
  const easter = dayNumber(easterSunday(year));
  const ofYear = [
    nextWorkingDay("New Year's Day", dayNumber(written(year, 1, 1))),
    { day: dayOf(easter - 2), name: 'Good Friday' },
    { day: dayOf(easter + 1), name: 'Easter Monday' },
    { day: moved[year]?.[EARLY_MAY] ?? firstMonday(year, 5), name: EARLY_MAY },
    { day: springBankHoliday(year), name: SPRING },
    { day: lastMonday(year, 8), name: 'Summer bank holiday' },
    ...christmas(year),
  ];
  return [...ofYear, ...once.filter(({ day }) => day.startsWith(`${year}-`))].toSorted((x, y) =>
    x.day < y.day ? -1 : 1,
  );
}

/** Moved to June in the years of a jubilee; half-term moves with it. */
export const springBankHoliday = (year: number): string => moved[year]?.[SPRING] ?? lastMonday(year, 5);

/** Two days off in a row: whichever falls on a weekend is kept on the next working day that is free. */
function christmas(year: number): readonly BankHoliday[] {
  const day = dayNumber(written(year, 12, 25));
  if (weekdayOf(day) === 7) {
    return [
      { day: dayOf(day + 1), name: 'Boxing Day' },
      { day: dayOf(day + 2), name: substitute('Christmas Day') },
    ];
  }
  const first = nextWorkingDay('Christmas Day', day);
  const boxingDay = isWeekend(day) ? { day: dayOf(day + 3), name: substitute('Boxing Day') } : undefined;
  return [first, boxingDay ?? nextWorkingDay('Boxing Day', day + 1)];
}

function nextWorkingDay(name: string, number: number): BankHoliday {
  if (!isWeekend(number)) return { day: dayOf(number), name };
  return { day: dayOf(mondayOf(number) + 7), name: substitute(name) };
}

const substitute = (name: string) => `${name} (substitute day)`;

function firstMonday(year: number, month: number): string {
  return dayOf(mondayOf(dayNumber(written(year, month, 7))));
}

function lastMonday(year: number, month: 5 | 8): string {
  return dayOf(mondayOf(dayNumber(written(year, month, 31))));
}
