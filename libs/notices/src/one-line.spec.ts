import { oneLine } from './one-line.js';

test('what was typed over several lines, or with signs that steer programs, is one line of text', () => {
  expect(oneLine(' Ash\r\nBcc: all@example.org\u2028x\u0085y\u00a0z ')).toBe(
    'Ash Bcc: all@example.org x y z',
  );
  expect(oneLine('Ash\u0000\u001b[31m\t\u007fElm')).toBe('Ash [31m Elm');
  expect(oneLine('half \ud83d of 🧑🏽‍🏫')).toBe('half \ufffd of 🧑🏽‍🏫');
});
