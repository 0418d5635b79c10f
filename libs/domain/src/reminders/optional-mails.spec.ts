import { isOptional } from './optional-mails.js';

test('digests may be stopped by their readers', () => {
  expect(['N27', 'N28', 'N29'].filter((rule) => !isOptional(rule))).toEqual([]);
});

test('agreements, training, meetings and what a coordinator writes may not', () => {
  expect(['N01', 'N07', 'N08', 'N10', 'N15', 'N20', 'N26', 'N30', 'written'].filter(isOptional)).toEqual([]);
});
