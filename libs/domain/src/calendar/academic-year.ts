/** English academic year, 1 September – 31 July, written `2026-27`. */
export function isAcademicYear(year: string): boolean {
  const match = /^(\d{4})-(\d{2})$/.exec(year);
  return match !== null && (Number(match[1]) + 1) % 100 === Number(match[2]);
}

/** Calendar year in which the academic year begins. */
export const firstYearOf = (year: string) => Number(year.slice(0, 4));

export const yearStart = (year: string) => `${firstYearOf(year)}-09-01`;

/** The academic year that begins in a calendar year. */
export const yearFrom = (first: number) => `${first}-${String((first + 1) % 100).padStart(2, '0')}`;

export const nextYear = (year: string) => yearFrom(firstYearOf(year) + 1);

export const previousYear = (year: string) => yearFrom(firstYearOf(year) - 1);

/** Both years and those between them. */
export const yearsFromTo = (first: string, last: string): readonly string[] =>
  Array.from({ length: Math.max(0, firstYearOf(last) - firstYearOf(first)) + 1 }, (_, index) =>
    yearFrom(firstYearOf(first) + index),
  );

/** The last day of the year, on which its links close. */
export const yearEnd = (year: string) => `${firstYearOf(year) + 1}-07-31`;

/** A closed link takes late facts until 31 October after its year. */
export const lateFactsEnd = (year: string) => `${firstYearOf(year) + 1}-10-31`;
