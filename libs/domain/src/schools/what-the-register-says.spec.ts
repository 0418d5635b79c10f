import { groupOfCensusType, groupOfType, phase, status, typeGroup } from './kinds-of-school.js';
import {
  day,
  districtCode,
  gridMetres,
  known,
  laCode,
  percentage,
  postcode,
  pupilNumber,
  telephone,
  text,
  urn,
  website,
  wholeNumber,
} from './values.js';

describe('a cell of the register', () => {
  it.each([
    [() => urn(undefined), 'The URN is missing.'],
    [() => urn(' '), 'The URN is missing.'],
    [() => urn('1072450'), '"1072450" is not a URN of six digits. Rows of totals are not imported.'],
    [() => urn('x107245'), '"x107245" is not a URN of six digits. Rows of totals are not imported.'],
    [() => day('1-9-25'), '"1-9-25" is not a date such as 31-08-2025.'],
    [() => day('31-02-2025'), '"31-02-2025" is not a date such as 31-08-2025.'],
    [() => day('2025-08-31 noon'), '"2025-08-31 noon" is not a date such as 31-08-2025.'],
    [() => day('31-08-2025 noon'), '"31-08-2025 noon" is not a date such as 31-08-2025.'],
    [() => day('2025-08'), '"2025-08" is not a date such as 31-08-2025.'],
    [() => day('x31-08-2025'), '"x31-08-2025" is not a date such as 31-08-2025.'],
    [() => day('x2025-08-31'), '"x2025-08-31" is not a date such as 31-08-2025.'],
    [() => wholeNumber(1, 5)('0'), '"0" is not a whole number from 1 to 5.'],
    [() => wholeNumber(1, 5)('6'), '"6" is not a whole number from 1 to 5.'],
    [() => wholeNumber(1, 5)('2.5'), '"2.5" is not a whole number from 1 to 5.'],
    [() => percentage('100.1'), '"100.1" is not a percentage from 0 to 100.'],
    [() => percentage('12.3.4'), '"12.3.4" is not a percentage from 0 to 100.'],
    [() => percentage('about 12'), '"about 12" is not a percentage from 0 to 100.'],
    [() => postcode('BD1'), '"BD1" is not a postcode.'],
    [() => postcode('BD1 1AAA'), '"BD1 1AAA" is not a postcode.'],
    [() => postcode('1BD1 1AA'), '"1BD1 1AA" is not a postcode.'],
    [() => telephone('999'), '"999" is not a telephone number.'],
    [() => telephone('012743855001'), '"012743855001" is not a telephone number.'],
    [() => telephone('12743855001'), '"12743855001" is not a telephone number.'],
    [() => percentage('x12'), '"x12" is not a percentage from 0 to 100.'],
    [() => postcode('BD-1AA'), '"BD-1AA" is not a postcode.'],
    [() => postcode('B1-1AA'), '"B1-1AA" is not a postcode.'],
    [() => telephone('44+441274385500'), '"44+441274385500" is not a telephone number.'],
    [() => telephone('1+4412743855'), '"1+4412743855" is not a telephone number.'],
    [() => telephone('10012743855'), '"10012743855" is not a telephone number.'],
    [() => laCode('38'), '"38" is not a local authority code of three digits.'],
    [() => laCode('3800'), '"3800" is not a local authority code of three digits.'],
    [() => laCode('x380'), '"x380" is not a local authority code of three digits.'],
    [() => districtCode('E0700011'), '"E0700011" is not a district code such as E07000117.'],
    [() => districtCode('XE07000117'), '"XE07000117" is not a district code such as E07000117.'],
    [() => districtCode('E07000117X'), '"E07000117X" is not a district code such as E07000117.'],
    [() => districtCode('899'), '"899" is not a district code such as E07000117.'],
    [() => districtCode('998'), '"998" is not a district code such as E07000117.'],
    [() => website('school'), '"school" is not a web address.'],
    [() => website('ftp://school.example'), '"ftp://school.example" is not a web address.'],
    [
      () => website('javascript://x/https://school.example'),
      '"javascript://x/https://school.example" is not a web address.',
    ],
    [() => website('http://a.'), '"http://a." is not a web address.'],
    [() => website('x http://school.example'), '"x http://school.example" is not a web address.'],
    [() => phase('college'), '"college" is not a phase of education we know.'],
    [() => status('5'), '"5" is not a status: Open, Closed, or one of the two proposed ones.'],
    [() => status('14'), '"14" is not a status: Open, Closed, or one of the two proposed ones.'],
    [() => status('41'), '"41" is not a status: Open, Closed, or one of the two proposed ones.'],
    [() => typeGroup('Schools'), '"Schools" is not one of the ten groups of school types.'],
    [() => laCode('a'.repeat(41)), `"${'a'.repeat(40)}…" is not a local authority code of three digits.`],
    [() => laCode('a'.repeat(40)), `"${'a'.repeat(40)}" is not a local authority code of three digits.`],
  ])('is refused in words: %#', (read, sentence) => {
    expect(read).toThrow(new Error(sentence));
  });

  it.each<[string, () => unknown, unknown]>([
    ['a URN', () => urn(' 107245 '), '107245'],
    ['a day, day first', () => day('1/9/2025'), '2025-09-01'],
    ['a day as computers write it', () => day('2025-09-01'), '2025-09-01'],
    ['a day nobody knows', () => day('01-01-1900'), undefined],
    ['one space between words', () => text('St  Mary\n School'), 'St Mary School'],
    ['nothing', () => known(undefined), undefined],
    ['nothing but space', () => known('  '), undefined],
    ['what is not shown', () => known(' supp '), undefined],
    ['a word', () => known(' Bradford '), 'Bradford'],
    ['the least number', () => wholeNumber(1, 5000)('1'), 1],
    ['the most', () => wholeNumber(1, 5000)('5,000'), 5000],
    ['a thousand thousands', () => wholeNumber(0, 2e6)('1,000,000'), 1_000_000],
    ['no place on the grid', () => gridMetres(700_000)('0'), undefined],
    ['a place on the grid', () => gridMetres(700_000)('416,000'), 416_000],
    ['no figure', () => pupilNumber('ne'), undefined],
    ['a number of pupils', () => pupilNumber('20000'), 20_000],
    ['no pupils', () => pupilNumber('0'), 0],
    ['no percentage', () => percentage('lowcov'), undefined],
    ['the whole', () => percentage('100 %'), 100],
    ['nobody', () => percentage('0'), 0],
    ['a part', () => percentage('27.45%'), 27.45],
    ['a postcode of London', () => postcode('ec1a1bb'), 'EC1A 1BB'],
    ['a postcode', () => postcode('BD1  1AA'), 'BD1 1AA'],
    ['a telephone number', () => telephone('(01274) 385-500'), '01274385500'],
    ['one from abroad', () => telephone('+44 (0) 1274'.replace(' (0)', '') + '385500'), '01274385500'],
    ['a short one', () => telephone('0169772345'), '0169772345'],
    ['a short one without its 0', () => telephone('169772345'), '0169772345'],
    ['a district', () => districtCode('e07000117'), 'E07000117'],
    ['no district', () => districtCode('999999999'), undefined],
    ['an authority', () => laCode('380'), '380'],
    [
      'an address with capitals',
      () => website('HTTPS://School.example/a?b=1'),
      'HTTPS://School.example/a?b=1',
    ],
    ['a phase by its code', () => phase('2'), 'primary'],
    ['a phase in words', () => phase('16-Plus'), '16-plus'],
    ['a phase with hyphens', () => phase('All-through'), 'all-through'],
    ['a status by its code', () => status('3'), 'Open, but proposed to close'],
    ['the first status', () => status('1'), 'Open'],
    ['a status in words', () => status('open but proposed to close'), 'Open, but proposed to close'],
    ['a group of types', () => typeGroup('special schools'), 'Special schools'],
    ['an age of one', () => wholeNumber(1, 99)('1'), 1],
    ['a percentage in tenths', () => percentage('27.4'), 27.4],
    ['a whole percentage', () => percentage('27'), 27],
    ['a postcode of three letters', () => postcode('M1 1AE'), 'M1 1AE'],
    ['a telephone number from abroad', () => telephone('+441274385500'), '01274385500'],
    ['a status with its comma', () => status('Open, but proposed to close'), 'Open, but proposed to close'],
    [
      'an address in an address',
      () => website('school.example/?to=http://other.example'),
      'http://school.example/?to=http://other.example',
    ],
    ['a bare address', () => website('school.example'), 'http://school.example'],
  ])('says %s', (_, read, expected) => {
    expect(read()).toBe(expected);
  });
});

describe('the phase of a school', () => {
  it.each([
    ['Nursery', '1', 'nursery'],
    ['Primary', '2', 'primary'],
    ['Middle deemed primary', '3', 'middle'],
    ['Secondary', '4', 'secondary'],
    ['Middle deemed secondary', '5', 'middle'],
    ['16 plus', '6', '16-plus'],
    ['All-through', '7', 'all-through'],
    ['Not applicable', '0', 'not-applicable'],
  ])('%s, in the register also %s, is %s', (name, code, expected) => {
    expect([phase(name), phase(code)]).toEqual([expected, expected]);
  });
});

describe('the group of a type of school', () => {
  it.each([
    ['Academy converter', 'Academies'],
    ['City technology college', 'Independent schools'],
    ['University technical college', 'Free Schools'],
    ['Studio schools', 'Free Schools'],
    ['Free schools special', 'Free Schools'],
    ['Other independent special school', 'Independent schools'],
    ['Welsh establishment', 'Welsh schools'],
    ['Non-maintained special school', 'Special schools'],
    ['Community school', 'Local authority maintained schools'],
    ['Voluntary aided school', 'Local authority maintained schools'],
    ['Foundation school', 'Local authority maintained schools'],
    ['LA nursery school', 'Local authority maintained schools'],
    ['Local authority nursery school', 'Local authority maintained schools'],
    ['Pupil referral unit', 'Local authority maintained schools'],
    ['Online provider', 'Online provider'],
    ['Community special school', 'Special schools'],
    ['Academy special converter', 'Academies'],
    ['Free schools', 'Free Schools'],
    ['Sixth form college', 'Colleges'],
    ['Further education', 'Colleges'],
    ['Miscellaneous community', undefined],
    ['A studio', undefined],
    ['An online course', undefined],
    ['Higher and further education', undefined],
  ])('of %s is %s', (type, group) => {
    expect(groupOfType(type)).toBe(group);
  });

  it('is said by the census only where it is sure', () => {
    expect(
      [
        'Independent school',
        'Non-maintained special school',
        'State-funded nursery',
        'State-funded primary',
      ].map((type) => groupOfCensusType(type)),
    ).toEqual(['Independent schools', 'Special schools', 'Local authority maintained schools', undefined]);
  });
});
