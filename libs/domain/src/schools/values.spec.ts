import {
  day,
  districtCode,
  known,
  percentage,
  postcode,
  telephone,
  urn,
  website,
  wholeNumber,
} from './values.js';

describe('reading a cell of the register', () => {
  test.each(['', '  ', 'NA', 'N/A', 'SPE', 'SUPP', 'supp'])('"%s" says nothing', (cell) => {
    expect(known(cell)).toBeUndefined();
  });

  test.each([
    ['31-08-2025', '2025-08-31'],
    ['31/08/2025', '2025-08-31'],
    ['1/9/2000', '2000-09-01'],
    ['2025-08-31', '2025-08-31'],
  ])('%s is the day %s', (cell, expected) => {
    expect(day(cell)).toBe(expected);
  });

  test('1 January 1900 is the placeholder of a date nobody knows', () => {
    expect(day('01-01-1900')).toBeUndefined();
  });

  test.each(['31-02-2025', '2025-13-01', 'soon', '08-2025'])('"%s" is not a date', (cell) => {
    expect(() => day(cell)).toThrow('is not a date');
  });

  test.each(['NAT', '', '12345', '1234567', '12345a'])('a row with the URN "%s" is no school', (cell) => {
    expect(() => urn(cell)).toThrow(/URN/);
  });

  test('a percentage may carry its sign, and "suppressed" is not a mistake', () => {
    expect(percentage('27.4')).toBe(27.4);
    expect(percentage('27.4%')).toBe(27.4);
    expect(percentage('LOWCOV')).toBeUndefined();
    expect(() => percentage('127.4')).toThrow('is not a percentage');
    expect(() => percentage('many')).toThrow('is not a percentage');
  });

  test('a thousand may be written with a comma', () => {
    expect(wholeNumber(0, 20_000)('1,204')).toBe(1204);
  });

  test('a postcode is written in one way', () => {
    expect(postcode('bd8  7ab')).toBe('BD8 7AB');
    expect(postcode('EC1A1BB')).toBe('EC1A 1BB');
    expect(() => postcode('Bradford')).toThrow('is not a postcode');
  });

  test('a telephone number gets back the 0 that a spreadsheet cut off', () => {
    expect(telephone('1274385500')).toBe('01274385500');
    expect(telephone('+44 1274 385500')).toBe('01274385500');
    expect(telephone('+44 (0)1274 385500')).toBe('01274385500');
  });

  test('a web address that is not one never becomes a link', () => {
    expect(website('www.school.example')).toBe('http://www.school.example');
    expect(website('https://school.example/home')).toBe('https://school.example/home');
    expect(() => website('javascript:alert(1)')).toThrow('is not a web address');
    expect(() => website('http://user@school.example')).toThrow('is not a web address');
  });

  test('a district has a GSS code, and 999 means that none is recorded', () => {
    expect(districtCode('E07000117')).toBe('E07000117');
    expect(districtCode('999')).toBeUndefined();
    expect(() => districtCode('30UD')).toThrow('is not a district code');
  });
});
