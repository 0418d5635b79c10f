import { readFileSync } from 'node:fs';
import path from 'node:path';
import { differenceBetween, fitOf } from './difference.js';
import { differenceProfile } from './difference-profile.js';
import { apartText, differenceReasons, unknownSentence, type NamedSchool } from './difference-words.js';
import { recogniseHeader } from './header.js';
import { readSchoolRow } from './read-row.js';
import { byFit } from './partners.js';
import { shortName, shortNames } from './school-names.js';

const [columns = [], ...rows] = readFileSync(
  path.join(import.meta.dirname, '../../../../tests/data/schools-joined.csv'),
  'utf8',
)
  .split(/\r?\n/)
  .filter((line) => line !== '' && !line.includes('"'))
  .map((line) => line.split(','));
const header = recogniseHeader(columns);

/** A school of the register as it is. */
function school(urn: string): NamedSchool {
  const row = rows.map((cells) => readSchoolRow(header, cells).row).find((one) => one?.urn === urn);
  if (row?.details.name === undefined) throw new Error(`The register of this spec has no ${urn}`);
  const figures = Object.entries(row.figures).map(([name, figure]) => [
    name,
    { ...figure, asOf: '2026-01-15' },
  ]);
  return { ...row.details, name: row.details.name, figures: Object.fromEntries(figures) };
}

const bowlingPark = school('107234');
const bowlingTown = { ...bowlingPark, urbanRural: '(England/Wales) Urban major conurbation' };
const addingham = school('107286');
const peelPark = school('101494');
const girlington = school('107293');

describe('how different two schools of the register are', () => {
  test('a gap of fifty points is all the difference that schools need', () => {
    const { parts, score } = differenceBetween(bowlingPark, addingham);
    expect(parts.social).toBeCloseTo((40 - 3.3) / 50);
    expect(parts.ethnic).toBe(1);
    expect(score).toBeCloseTo((0.734 + 1) / 2);
  });

  test('is the same from either side', () => {
    expect(differenceBetween(addingham, peelPark)).toEqual(differenceBetween(peelPark, addingham));
  });

  test('a missing figure lowers confidence and not the score', () => {
    const whole = differenceBetween(bowlingPark, addingham);
    const { eal, ...rest } = addingham.figures;
    expect(eal?.value).toBe(3.3);
    const half = differenceBetween(bowlingPark, { ...addingham, figures: rest });
    expect(half.score).toBeCloseTo(whole.parts.social ?? 0);
    expect([whole.confidence, half.confidence]).toEqual([2 / 3, 1 / 3]);
  });

  test('schools of which nothing is known have no score, and no place in the order', () => {
    const muslim = { figures: {}, religiousCharacter: 'Muslim' };
    expect(differenceBetween({ figures: {} }, muslim).parts).toEqual({});
    expect(differenceBetween(muslim, { figures: {} }).parts).toEqual({});
    const difference = differenceBetween({ figures: {} }, addingham);
    expect(difference).toEqual({ parts: {}, confidence: 0 });
    expect(fitOf(difference)).toBeUndefined();
  });

  test('meals of six years are never compared with meals of today', () => {
    const today = {
      ...addingham,
      figures: { fsm: { value: 3.3, source: 'census' as const, asOf: '2026-01-15' } },
    };
    expect(differenceBetween(bowlingPark, today).parts).toEqual({});
  });

  test.each([
    ['None', 'Church of England', 1],
    ['Muslim', 'Church of England', 1],
    ['Roman Catholic', 'Church of England', 0.5],
    ['Muslim', 'Muslim', 0],
  ])('%s and %s are %d apart in faith', (a, b, apart) => {
    const of = (religiousCharacter: string) => ({ figures: {}, religiousCharacter });
    expect(differenceBetween(of(a), of(b)).parts).toEqual({ faith: apart });
  });

  test('travel takes away from difference, up to four tenths', () => {
    const at = (distanceKm: number) => fitOf({ parts: {}, score: 0.8, confidence: 1, distanceKm });
    expect([at(0), at(10), at(400)].map((fit) => fit?.toFixed(2))).toEqual(['0.80', '0.70', '0.40']);
  });
});

describe('why two schools are worth bringing together', () => {
  test('says it in words, the higher share first', () => {
    expect(differenceReasons(addingham, bowlingPark)).toEqual([
      '70 % of Bowling Park’s pupils speak English as another language, 3 % of Addingham’s.',
      '40 % of Bowling Park’s pupils have had free school meals, 3 % of Addingham’s.',
    ]);
  });

  test('calls a plain part of a whole by its name', () => {
    expect(differenceReasons(peelPark, addingham)[0]).toBe(
      'Half of Peel Park’s pupils speak English as another language, 3 % of Addingham’s.',
    );
    expect(differenceReasons(peelPark, addingham)[1]).toMatch(/^35 % of Peel Park’s pupils have had/);
  });

  test('names faith and place when they differ, and says nothing of what is alike', () => {
    const church = { ...addingham, religiousCharacter: 'Church of England', urbanRural: 'Rural village' };
    const none = { ...bowlingTown, religiousCharacter: 'None', figures: {} };
    expect(differenceReasons(none, church)).toEqual([
      'Church of England and no religious character.',
      'Bowling Park is in a town, Addingham in the country.',
    ]);
    expect(differenceReasons(girlington, { ...girlington, name: 'Another' })).toEqual([]);
  });

  test('says how far it is, and what could not be compared', () => {
    const difference = differenceBetween(bowlingPark, addingham);
    expect(apartText(difference)).toBe('13 miles apart');
    expect(apartText({ distanceKm: 5.2 })).toBe('3.2 miles apart');
    expect(apartText({ distanceKm: 1.6 })).toBe('1 mile apart');
    expect(apartText({})).toBe('Distance not known');
    expect(unknownSentence(difference)).toMatch(/figure is missing: .*town or country\.$/);
  });

  test.each([
    ['Bowling Park Primary School', 'Bowling Park'],
    ['Peel Park Primary School and Nursery', 'Peel Park'],
    ['All Saints CofE Primary School', 'All Saints'],
    ['The Academy', 'The Academy'],
    ['Burley and Woodhead CofE Primary School', 'Burley and Woodhead'],
  ])('calls %s %s', (name, short) => {
    expect(shortName(name)).toBe(short);
  });

  test('two schools that would be called alike keep their whole names', () => {
    expect(shortNames('Ash Primary School', 'Ash Academy')).toEqual({
      a: 'Ash Primary School',
      b: 'Ash Academy',
    });
  });
});

describe('what is frozen when they are brought together', () => {
  test('keeps source and date of each figure, and the same kind of meals on both sides', () => {
    const profile = differenceProfile(bowlingPark, {
      ...addingham,
      figures: {
        ...addingham.figures,
        fsmEver: { value: 4, source: 'census', asOf: '2025-01-16' },
        fsm: { value: 2, source: 'register', asOf: '2026-02-01' },
      },
    });
    expect(profile.a).toMatchObject({ percentFsm: 40, fsm: { kind: 'fsmEver' }, percentEal: 70.3 });
    expect(profile.b).toMatchObject({
      percentFsm: 4,
      fsm: { kind: 'fsmEver', source: 'census', asOf: '2025-01-16' },
    });
    expect(profile.distanceKm).toBeGreaterThan(10);
  });

  test('a school that is not in the register leaves its side empty', () => {
    expect(differenceProfile(undefined, addingham).a).toEqual({});
  });
});

test('partners of the same year group come first, then the better fit, then what is better known', () => {
  const of = (
    name: string,
    sameYear: boolean,
    score: number | undefined,
    confidence = 1,
    distanceKm = 0,
  ) => ({
    name,
    sameYear,
    difference: { parts: {}, confidence, distanceKm, ...(score === undefined ? {} : { score }) },
  });
  const partners = [
    of('unknown', true, undefined, 0),
    of('other year', false, 1),
    of('far', true, 0.9, 1, 40),
    of('near', true, 0.8, 0.5, 2),
    of('near and well known', true, 0.8, 1, 2),
  ];
  expect(partners.toSorted(byFit).map(({ name }) => name)).toEqual([
    'near and well known',
    'near',
    'far',
    'unknown',
    'other year',
  ]);
});
