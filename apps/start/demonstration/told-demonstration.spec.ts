import { isSchoolDay } from '@linking/domain/calendar/school-days.js';
import { localAuthorityName } from '@linking/domain/schools/local-authorities.js';
import { demoProgrammes } from './demo-programmes.js';
import type { ToldYear, Twist } from './story.js';
import { tellDemonstration } from './told-demonstration.js';

const told = tellDemonstration('whole');
const lastYear = told.map(({ years }) => years[0]).filter((year) => year !== undefined);
const thisYear = told.map(({ years }) => years[1]).filter((year) => year !== undefined);
const stories = (years: readonly ToldYear[]) => years.flatMap((year) => year.stories);
const classes = (years: readonly ToldYear[]) =>
  new Set([
    ...stories(years).flatMap((story) => [story.classes.a, story.classes.b]),
    ...years.flatMap((it) => it.waiting),
  ]);

describe('the demonstration', () => {
  test('has 28 programmes with a code and an area each, and no area twice', () => {
    expect(demoProgrammes).toHaveLength(28);
    expect(new Set(demoProgrammes.map(({ code }) => code)).size).toBe(28);
    const areas = demoProgrammes.flatMap(({ laCodes, districtCodes }) => [...laCodes, ...districtCodes]);
    expect(new Set(areas).size).toBe(areas.length);
    for (const { laCodes } of demoProgrammes) {
      for (const code of laCodes) expect(localAuthorityName(code)).toBeDefined();
    }
  });

  test('tells 531 links and 1,063 classes of last year: some classes were in two links, some in none', () => {
    expect(stories(lastYear)).toHaveLength(531);
    expect(classes(lastYear).size).toBe(1063);
    expect(stories(lastYear).filter(({ twist }) => twist === 'second-link')).toHaveLength(6);
  });

  test('tells 573 links of this year, 46 of them in Bradford', () => {
    expect(stories(thisYear)).toHaveLength(573);
    expect(told.find(({ programme }) => programme.slug === 'bradford')?.years[1]?.stories).toHaveLength(46);
    for (const { stories: its } of thisYear) expect(its.length).toBeGreaterThanOrEqual(10);
  });

  test('lets four of five links of last year end well, and most of them with three meetings', () => {
    const share = (kind: string) =>
      stories(lastYear).filter((story) => story.kind.startsWith(kind)).length / stories(lastYear).length;
    expect(share('completed')).toBeGreaterThan(0.75);
    expect(share('completed')).toBeLessThan(0.95);
    expect(share('completed-3')).toBeGreaterThan(0.45);
  });

  test('has the mishaps of a year at the rates of a network, and each of them in the small one too', () => {
    const count = (years: readonly ToldYear[], twist: Twist) =>
      stories(years).filter((story) => story.twist === twist).length;
    const percent = (years: readonly ToldYear[], twist: Twist) =>
      (100 * count(years, twist)) / stories(years).length;
    expect(percent(lastYear, 'continues')).toBeGreaterThan(1);
    expect(percent(lastYear, 'continues')).toBeLessThan(3);
    expect(percent(lastYear, 'closed-incomplete')).toBeGreaterThan(2);
    expect(percent(lastYear, 'closed-incomplete')).toBeLessThan(6);
    for (const twist of ['new-head', 'contact-lost', 'sent-again'] as const) {
      expect([twist, percent(lastYear, twist) < 3, count(lastYear, twist) > 5]).toEqual([twist, true, true]);
    }
    const [bradford] = tellDemonstration('small');
    const small = bradford?.years ?? [];
    const mishaps = [
      'continues',
      'closed-early',
      'agreement-declined',
      'sent-again',
      'new-head',
      'contact-lost',
    ];
    expect(mishaps.filter((twist) => count(small, twist as Twist) !== 1)).toEqual([]);
  });

  test('lets a class go on with another partner only after its own had left, in the same programme and year', () => {
    const continuing = stories([...lastYear, ...thisYear]).filter(({ twist }) => twist === 'continues');
    expect(continuing.length).toBeGreaterThan(10);
    for (const { continues, classes: its, first, programme } of continuing) {
      expect(continues).toMatchObject({ twist: 'withdrawn', first });
      expect(continues?.programme).toBe(programme);
      expect(continues?.classes.a).toBe(its.a);
      expect(its.b.school.urn).not.toBe(its.a.school.urn);
    }
  });

  test('gives every school an URN of its own from a range that no school has', () => {
    const urns = told.flatMap(({ schools }) => schools.map(({ urn }) => urn));
    expect(new Set(urns).size).toBe(urns.length);
    expect(urns.every((urn) => /^90\d{4}$/.test(urn))).toBe(true);
  });

  test('does everything on a school day but plan in the first days of September, in order, and nothing after today', () => {
    for (const { steps, programme } of told) {
      const days = steps.map(({ day }) => day);
      expect(days).toEqual(days.toSorted());
      expect(days.at(-1)! < '2026-11-23').toBe(true);
      const closed = days.filter((day) => !isSchoolDay(day) && !day.endsWith('-09-01'));
      expect({ programme: programme.code, closed }).toEqual({ programme: programme.code, closed: [] });
    }
  });

  test('is the same each time', () => {
    const names = (demonstration: typeof told) =>
      demonstration.flatMap(({ schools, steps }) => [
        ...schools.map(({ name, eal }) => `${name} ${eal}`),
        ...steps.map(({ day, time }) => `${day} ${time}`),
      ]);
    expect(names(tellDemonstration('whole'))).toEqual(names(told));
  });

  test('lets schools of Kent differ in meals, those of Bradford in languages', () => {
    const gap = (slug: string, figure: 'eal' | 'fsm') => {
      const pairs = told.find(({ programme }) => programme.slug === slug)?.years[1]?.stories ?? [];
      const gaps = pairs.map(({ classes: { a, b } }) => Math.abs(a.school[figure] - b.school[figure]));
      return gaps.reduce((sum, it) => sum + it, 0) / gaps.length;
    };
    expect(gap('bradford', 'eal')).toBeGreaterThan(35);
    expect(gap('kent', 'eal')).toBeLessThan(15);
    expect(gap('kent', 'fsm')).toBeGreaterThan(gap('kent', 'eal'));
  });
});
