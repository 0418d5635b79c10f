import { gathered } from './gathered.js';

test('what is asked for in one turn is asked for at once, each key once; later it is asked for anew', async () => {
  const asked: (readonly string[])[] = [];
  const find = gathered(async (keys) => {
    asked.push(keys);
    return new Map(keys.filter((key) => key !== 'nobody').map((key) => [key, key.toUpperCase()]));
  }, 3);
  expect(await Promise.all(['a', 'b', 'a', 'nobody', 'c'].map(find))).toEqual([
    'A',
    'B',
    'A',
    undefined,
    'C',
  ]);
  expect(await find('a')).toBe('A');
  expect(asked).toEqual([['a', 'b', 'nobody'], ['c'], ['a']]);
});

test('an answer that fails, fails for all who asked with it and for nobody else', async () => {
  let away = true;
  const find = gathered(async (keys) => {
    if (away) throw new Error('away');
    return new Map(keys.map((key) => [key, key]));
  });
  const answers = await Promise.allSettled([find('a'), find('b')]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  away = false;
  expect(await find('a')).toBe('a');
});
