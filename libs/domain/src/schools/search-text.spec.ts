import { schoolSearchText, searchWords } from './search-text.js';

const text = schoolSearchText({
  urn: '107245',
  name: "St Mary's & St Peter’s Première School",
  town: 'Bradford',
  postcode: 'BD8 7AB',
});
const finds = (query: string) => searchWords(query).every((word) => text.includes(word));

describe('finding a school', () => {
  test.each(['saint marys', "St. Mary's", 'peters premiere', 'bd8 7ab', 'BD87AB', '107245', 'mary bradford'])(
    '"%s" finds it',
    (query) => {
      expect(finds(query)).toBe(true);
    },
  );

  test('every word must be found', () => {
    expect(finds('mary leeds')).toBe(false);
  });

  test('signs that a database reads as "anything" are only signs', () => {
    expect(searchWords('%_')).toEqual([]);
  });
});
