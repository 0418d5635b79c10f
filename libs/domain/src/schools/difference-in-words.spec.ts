import { differenceBetween, placeKind } from './difference.js';
import { differenceProfile } from './difference-profile.js';
import { apartText, differenceReasons, unknownSentence, type NamedSchool } from './difference-words.js';
import { faithGroup, religiousCharacter } from './faith.js';
import { ImportRefused } from './import-refused.js';
import { recogniseHeader } from './header.js';
import { possessive, shortName } from './school-names.js';
import { schoolSearchText, searchWords } from './search-text.js';
import { readLinkRow, SuccessionGraph } from './successors.js';

const figure = (value: number) => ({ value, source: 'census' as const, asOf: '2026-01-15' });
const school = (name: string, more: Partial<NamedSchool> = {}): NamedSchool => ({
  name,
  figures: {},
  ...more,
});
const ash = (more: Partial<NamedSchool> = {}) => school('Ash', more);
const birch = (more: Partial<NamedSchool> = {}) => school('Birch', more);
const eal = (a: number, b: number) =>
  differenceReasons(ash({ figures: { eal: figure(a) } }), birch({ figures: { eal: figure(b) } }))[0];

describe('shares of two schools in words', () => {
  it.each([
    [99.5, 60, 'All of Ash’s pupils speak English as another language, 60 % of Birch’s.'],
    [99.4, 60, '99 % of Ash’s pupils speak English as another language, 60 % of Birch’s.'],
    [12, 0.4, '12 % of Ash’s pupils speak English as another language, none of Birch’s.'],
    [12, 0.5, '12 % of Ash’s pupils speak English as another language, 1 % of Birch’s.'],
    [26.5, 3, 'A quarter of Ash’s pupils speak English as another language, 3 % of Birch’s.'],
    [26.6, 3, '27 % of Ash’s pupils speak English as another language, 3 % of Birch’s.'],
    [34, 3, 'A third of Ash’s pupils speak English as another language, 3 % of Birch’s.'],
    [66, 3, 'Two thirds of Ash’s pupils speak English as another language, 3 % of Birch’s.'],
    [74, 3, 'Three quarters of Ash’s pupils speak English as another language, 3 % of Birch’s.'],
    [3, 13, '13 % of Birch’s pupils speak English as another language, 3 % of Ash’s.'],
    [3, 12.9, undefined],
  ])('%d and %d', (a, b, sentence) => {
    expect(eal(a, b)).toBe(sentence);
  });

  it('are of meals today unless both have those of six years', () => {
    const meals = (a: NamedSchool['figures'], b: NamedSchool['figures']) =>
      differenceReasons(ash({ figures: a }), birch({ figures: b }));
    expect(meals({ fsm: figure(30), fsmEver: figure(40) }, { fsm: figure(5) })).toEqual([
      '30 % of Ash’s pupils have free school meals, 5 % of Birch’s.',
    ]);
    expect(meals({ fsm: figure(30), fsmEver: figure(40) }, { fsm: figure(5), fsmEver: figure(10) })).toEqual([
      '40 % of Ash’s pupils have had free school meals, 10 % of Birch’s.',
    ]);
  });
});

describe('faith and place of two schools in words', () => {
  const faiths = (a?: string, b?: string) =>
    differenceReasons(
      ash(a === undefined ? {} : { religiousCharacter: a }),
      birch(b === undefined ? {} : { religiousCharacter: b }),
    );
  const places = (a?: string, b?: string) =>
    differenceReasons(
      ash(a === undefined ? {} : { urbanRural: a }),
      birch(b === undefined ? {} : { urbanRural: b }),
    );

  it('name the faith before none, and both in their order', () => {
    expect(faiths('None', 'Muslim')).toEqual(['Muslim and no religious character.']);
    expect(faiths('Muslim', 'None')).toEqual(['Muslim and no religious character.']);
    expect(faiths('Muslim', 'Sikh')).toEqual(['Muslim and Sikh.']);
    expect([faiths('Muslim', 'Muslim'), faiths('Muslim'), faiths(undefined, 'Sikh')]).toEqual([[], [], []]);
  });

  it('name the town first, when one is in a town and one is not', () => {
    const sentence = 'Ash is in a town, Birch in the country.';
    expect(places('Urban city', 'Rural hamlet')).toEqual([sentence]);
    expect(places('Rural hamlet', 'Urban city')).toEqual(['Birch is in a town, Ash in the country.']);
    expect([
      places('Urban city', 'Urban town'),
      places('Urban city'),
      places(undefined, 'Rural hamlet'),
      places('Rural', 'Not recorded'),
    ]).toEqual([[], [], [], []]);
    expect([placeKind('RURAL'), placeKind('urban'), placeKind('Pseudo'), placeKind(undefined)]).toEqual([
      'country',
      'town',
      undefined,
      undefined,
    ]);
  });

  it('count a journey from town to country as all the difference, and an unknown place as none known', () => {
    const of = (urbanRural?: string) => ({
      figures: {},
      ...(urbanRural === undefined ? {} : { urbanRural }),
    });
    expect(differenceBetween(of('Urban'), of('Rural')).parts).toEqual({ geographical: 1 });
    expect(differenceBetween(of('Urban'), of('Urban')).parts).toEqual({ geographical: 0 });
    expect(differenceBetween(of('Urban'), of()).parts).toEqual({});
    expect(differenceBetween(of(), of('Rural')).parts).toEqual({});
    expect(differenceBetween({ figures: {}, religiousCharacter: 'None' }, of()).parts).toEqual({});
  });

  it('say what could not be compared', () => {
    const parts = { social: 1, ethnic: 1, faith: 1, geographical: 1 };
    const missing = (...names: (keyof typeof parts)[]) =>
      unknownSentence({
        confidence: 1,
        parts: Object.fromEntries(Object.entries(parts).filter(([name]) => !names.includes(name as never))),
      });
    expect(missing()).toBeUndefined();
    expect(missing('faith')).toBe('Not compared, for a figure is missing: religious character.');
    expect(missing('social', 'geographical')).toBe(
      'Not compared, for a figure is missing: free school meals and town or country.',
    );
    expect(missing('social', 'ethnic', 'faith', 'geographical')).toBe(
      'Not compared, for a figure is missing: free school meals, first languages, religious character and town or country.',
    );
    expect(apartText({ distanceKm: 0 })).not.toBe('Distance not known');
  });
});

describe('what is frozen of two schools', () => {
  it('is everything that is known of each, with source and date', () => {
    const known = {
      figures: { fsm: figure(20), eal: { value: 50, source: 'register' as const, asOf: '2026-02-01' } },
      religiousCharacter: 'Muslim',
      urbanRural: 'Urban city',
    };
    expect(differenceProfile(known, { figures: { fsmEver: figure(9) } })).toEqual({
      a: {
        percentFsm: 20,
        fsm: { kind: 'fsm', source: 'census', asOf: '2026-01-15' },
        percentEal: 50,
        eal: { source: 'register', asOf: '2026-02-01' },
        religiousCharacter: 'Muslim',
        urbanRural: 'Urban city',
        asOf: '2026-02-01',
      },
      b: {
        percentFsm: 9,
        fsm: { kind: 'fsmEver', source: 'census', asOf: '2026-01-15' },
        asOf: '2026-01-15',
      },
    });
    expect(differenceProfile({ figures: {} }, undefined)).toEqual({ a: {}, b: {} });
  });
});

describe('the names of schools', () => {
  it.each([
    [' Ash  Primary School ', 'Ash'],
    ['St Paul Primary School', 'St Paul'],
    ['St Infants', 'St Infants'],
    ['The Oak Academy', 'The Oak'],
    ['The Ox School', 'The Ox School'],
    ['East Primary School', 'East'],
    ['Elm (Voluntary Aided) School.', 'Elm'],
    ['Primary', 'Primary'],
  ])('%j is called %s', (name, short) => {
    expect(shortName(name)).toBe(short);
  });

  it('end in an apostrophe, and in an s unless they have one', () => {
    expect([possessive('Ash'), possessive('St James'), possessive('Sussex'), possessive('OAKS')]).toEqual([
      'Ash’s',
      'St James’',
      'Sussex’s',
      'OAKS’',
    ]);
  });

  it('are found by their words, however they are typed', () => {
    expect(schoolSearchText({ urn: '107245', name: "Saint Mary's & All  Saints" })).toBe(
      'st marys and all saints 107245',
    );
    expect(schoolSearchText({ urn: '107245', name: 'Élan', town: 'Bradford', postcode: 'BD8 7AB' })).toBe(
      'elan bradford 107245 bd8 7ab bd87ab',
    );
    expect(searchWords(' saint - mary&joseph ')).toEqual(['st', 'mary', 'and', 'joseph']);
    expect(searchWords('a b c d e f g h i')).toHaveLength(8);
    expect(searchWords(' ')).toEqual([]);
  });
});

describe('the faith of a school', () => {
  it.each([
    ['Church of England/Evangelical', 'church-of-england'],
    ['Church of England/Christian', 'church-of-england'],
    ['Evangelical/Church of England', 'church-of-england'],
    ['Church of England/Methodist', 'other-christian'],
    ['Christian/Muslim', 'multi-faith'],
    ['Church of England/Muslim', 'multi-faith'],
    ['Christian Science/Church of England', 'other-christian'],
    ['Methodist/Christian', 'other-christian'],
    ['Jedi', 'other'],
    ['None', 'none'],
  ])('%s is %s', (character, group) => {
    expect(faithGroup(character)).toBe(group);
  });

  it('has one spelling, without space around its parts', () => {
    expect(religiousCharacter('Islam / Sikh')).toBe('Muslim/Sikh');
    expect(religiousCharacter('Sikh /Sikh')).toBe('Sikh');
    expect(religiousCharacter('Not recorded')).toBeUndefined();
  });
});

describe('the first line of a file', () => {
  const refused = (...names: string[]) => {
    try {
      return recogniseHeader(names).kind;
    } catch (error) {
      if (!(error instanceof ImportRefused)) throw error;
      return [error.code, error.sentence, error.more];
    }
  };
  const unknown = (begins: string, rest: string) => [
    'IMPORT_HEADER_UNKNOWN',
    `The first line is not the header of a file we know (it begins "${begins}"). ${rest}`,
    { line: 1 },
  ];

  it('that nobody knows is named by its beginning, and by what is missing', () => {
    expect(refused('A', 'B', 'C', 'D', 'E')).toEqual(unknown('A, B, C, D', 'The column URN is missing.'));
    expect(refused('x'.repeat(81))).toEqual(unknown('x'.repeat(80), 'The column URN is missing.'));
    expect(refused('URN', 'LinkURN')).toEqual(
      unknown('URN, LinkURN', 'A file of links needs LinkType, which is missing.'),
    );
    expect(refused('URN', 'LinkType')).toEqual(
      unknown('URN, LinkType', 'A file of links needs LinkURN, which is missing.'),
    );
    expect(refused('URN')).toEqual(
      unknown(
        'URN',
        'Besides URN a register needs EstablishmentName, a census file one of NOR, PNUMFSMEVER, PNUMEAL or PSENELK, and a file of links LinkURN and LinkType: all of these are missing.',
      ),
    );
    expect(refused('LinkURN', 'LinkType')).toEqual(
      unknown('LinkURN, LinkType', 'The column URN is missing.'),
    );
  });

  it('says where each column stands, the first of two alike counting', () => {
    const { link, urn } = recogniseHeader([
      ' URN ',
      'LinkURN',
      'LinkName',
      'LinkType',
      'LinkEstablishedDate',
      'URN',
    ]);
    expect(urn).toEqual({ index: 0, name: 'URN' });
    expect(link).toEqual({
      urn: { index: 1, name: 'LinkURN' },
      name: { index: 2, name: 'LinkName' },
      type: { index: 3, name: 'LinkType' },
      established: { index: 4, name: 'LinkEstablishedDate' },
    });
  });
});

describe('a row of a file of links', () => {
  const header = recogniseHeader(['URN', 'LinkURN', 'LinkName', 'LinkType', 'LinkEstablishedDate']);
  const messages = (...cells: string[]) =>
    readLinkRow(header, cells).errors.map(({ column, message }) => `${column}: ${message}`);

  it('is refused where it cannot be read', () => {
    expect(messages('x', '149210', '', 'Successor', '')).toEqual([
      'URN: "x" is not a URN of six digits. Rows of totals are not imported.',
    ]);
    expect(messages('107245', '', '', 'Successor', '')).toEqual(['LinkURN: The URN is missing.']);
    expect(messages('107245', '149210', '', '', '')).toEqual(['LinkType: The kind of link is missing.']);
    expect(messages('107245', '149210', '', 'No successor', '')).toEqual([]);
    expect(readLinkRow(header, ['107245', '149210', '', 'No successor', '']).row).toBeUndefined();
    expect(readLinkRow(header, ['107245', '149210', '', 'No predecessor', '']).row).toBeUndefined();
    expect(readLinkRow(recogniseHeader(['URN', 'EstablishmentName']), ['107245', 'Ash'])).toEqual({
      errors: [],
    });
  });

  it('makes no circle, and the search for one ends', () => {
    const graph = new SuccessionGraph();
    graph.add('1', '2');
    graph.add('1', '3');
    graph.add('2', '4');
    graph.add('4', '2');
    expect([graph.wouldCircle('5', '1'), graph.wouldCircle('3', '1'), graph.wouldCircle('4', '1')]).toEqual([
      false,
      true,
      true,
    ]);
  });
});
