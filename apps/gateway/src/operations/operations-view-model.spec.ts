import { calm, stopped, troubled, viewOf } from '../../samples/operations-samples.js';

const row = (view: ReturnType<typeof viewOf>, part: string) => view.work.find((one) => one.part === part);

test('on an ordinary day everything runs, and the ledger cannot be paused', () => {
  const view = viewOf(calm);
  expect(view.heading).toBe('Everything runs');
  expect(view.troubles).toEqual([]);
  expect(row(view, 'mails')).toMatchObject({ state: { text: 'Runs' }, waiting: '3', oldest: '4 seconds' });
  expect(row(view, 'bounces')).toMatchObject({ state: { text: 'Not in use' } });
  expect(row(view, 'ledger')?.pause).toBeUndefined();
  expect(view.tryAgain).toBeUndefined();
});

test('workers that fell silent are said so before all else, with the time', () => {
  const view = viewOf(stopped);
  expect(view.heading).toBe('Workers: not seen since 14:02');
  expect(view.lead).toMatch(/^They fell silent\. Nothing is lost/);
  expect(row(view, 'mails')?.state.text).toBe('Not running');
  expect(viewOf({ ...stopped, workers: { running: 0 } }).heading).toBe('Workers: not seen yet');
  const yesterday = { running: 0, lastSeenAt: '2026-11-20T14:02:00.000Z', closed: true };
  expect(viewOf({ ...stopped, workers: yesterday }).heading).toBe(
    'Workers: not seen since Fri 20 Nov, 14:02',
  );
});

test('who paused what and why is beside it, and whoever looks may let it go on', () => {
  const view = viewOf(troubled);
  expect(view.heading).toBe('Paused: Mails');
  expect(view.goOn).toMatchObject({ label: 'Go on', hidden: { part: 'mails' } });
  expect(row(view, 'mails')?.notes).toEqual([
    'Paused by Nadia Osei, 14:05: the mail server has trouble',
    'Last error 14:02: A mail could not be sent and will be tried again. The mail server cannot be reached',
  ]);
  expect(view.troubles).toEqual([
    'The mail server does not answer. The mail server cannot be reached.',
    'Waiting list stands still. See below.',
    '5 mails wait to be tried again: the mail server cannot be reached.',
    '2 mails failed and reached nobody since.',
  ]);
  expect(view.acts.map(({ did, who }) => `${did} (${who})`)).toEqual([
    'Mails: paused. The mail server has trouble (Nadia Osei)',
    'Mails tried again (Nadia Osei)',
  ]);
});

test('failed mails that are counted and the list of all failed ones are named apart', () => {
  const view = viewOf(troubled);
  const failed = view.mails.find(({ key }) => key.startsWith('Failed'));
  expect(failed).toEqual({ key: 'Failed, nothing arrived since', value: '2 mails in two weeks' });
  expect(view.failedMails?.label).toBe('Every failed mail, made good or not');
  const none = viewOf(calm).mails.find(({ key }) => key.startsWith('Failed'));
  expect(none?.value).toBe('None in two weeks');
});
