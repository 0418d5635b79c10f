import { progressLine } from './progress-line.js';

function written(isTTY: boolean) {
  const said: string[] = [];
  let now = 0;
  const out = { isTTY, write: (text: string) => said.push(text) > 0 };
  const progress = progressLine(out as never, 'Writing', () => now);
  return {
    said,
    at(seconds: number, done: number) {
      now = seconds * 1000;
      progress(done, 2000);
    },
  };
}

test('on a terminal one line says how much is done and how long it will take', () => {
  const { said, at } = written(true);
  at(10, 500);
  at(40, 2000);
  expect(said[0]).toContain(
    '\rWriting ██████░░░░░░░░░░░░░░░░░░  25 % · 500 of 2,000 · about 30 seconds left',
  );
  expect(said[1]).toMatch(/100 % · 2,000 of 2,000 *\n$/);
});

test('elsewhere each quarter has its line', () => {
  const { said, at } = written(false);
  at(0, 0);
  at(10, 600);
  at(11, 700);
  at(30, 1500);
  expect(said).toEqual([
    'Writing 0 % · 0 of 2,000\n',
    'Writing 25 % · 600 of 2,000 · about 25 seconds left\n',
    'Writing 75 % · 1,500 of 2,000 · about 10 seconds left\n',
  ]);
});
