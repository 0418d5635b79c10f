import { inGroups } from './in-groups.js';

test('what comes while a group is being written goes with the next one, and each learns what became of it', async () => {
  const groups: (readonly number[])[] = [];
  let release: () => void = () => undefined;
  const write = inGroups(async (items: readonly number[]) => {
    groups.push(items);
    await new Promise<void>((resolve) => (release = resolve));
    return items.map((item) => item * 2);
  }, 3);
  const first = Promise.all([write(1), write(2)]);
  await new Promise(setImmediate);
  const second = Promise.all([3, 4, 5, 6].map(write));
  expect(groups).toEqual([[1, 2]]);
  for (let turns = 0; turns < 3; turns += 1) {
    release();
    await new Promise(setImmediate);
  }
  expect(await first).toEqual([2, 4]);
  expect(await second).toEqual([6, 8, 10, 12]);
  expect(groups).toEqual([[1, 2], [3, 4, 5], [6]]);
});

test('a group that cannot be written fails for its own, and the next one is written', async () => {
  let away = true;
  const write = inGroups(async (items: readonly string[]) => {
    if (away) throw new Error('away');
    return items;
  });
  const results = await Promise.allSettled([write('a'), write('b')]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  away = false;
  expect(await write('c')).toBe('c');
});
