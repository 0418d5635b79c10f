import { mailsPausedView } from './mails-paused.js';

const at = '2026-12-14T08:10:00.000Z';

test('while mails are paused, people read since when, why, and that nothing is lost', () => {
  expect(mailsPausedView({ reason: 'mail-server', at }).mailsPaused).toBe(
    'Mails of the whole network have been paused since 14 December 2026, 08:10: the mail server has trouble. They wait, and go when the national office lets them go on.',
  );
});

test('another reason says nothing and is left out; while mails go there is no notice', () => {
  expect(mailsPausedView({ reason: 'other', at }).mailsPaused).toContain(
    'since 14 December 2026, 08:10. They',
  );
  expect(mailsPausedView(undefined)).toEqual({});
});
