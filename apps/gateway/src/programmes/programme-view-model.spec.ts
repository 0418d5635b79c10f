import { joined } from '@linking/domain/programme/spec-support/example-programme.js';
import { daysText } from './programme-years.js';
import { programmeListView } from './programme-list-view-model.js';
import { programmeView } from './programme-view-model.js';

const parts = { csrf: '', idempotencyKey: '' };
const name = (userId: string) => ({ a: 'Amina Khan', b: 'Ben Holt' })[userId] ?? 'somebody';
const handedOver = joined(
  {},
  { type: 'CoordinatorAppointed', data: { userId: 'a', from: '2026-05-01' } },
  { type: 'CoordinatorEnded', data: { userId: 'a', until: '2027-01-03' } },
  { type: 'CoordinatorAppointed', data: { userId: 'b', from: '2027-01-04' } },
);

describe('the list of programmes', () => {
  const coordinators = (today: string) =>
    programmeListView([handedOver], { name, today, isOffice: true }).rows[0]?.coordinators;

  it('names who coordinates and who is to follow', () => {
    expect(coordinators('2026-11-23')).toBe('Amina Khan; Ben Holt from 4 January 2027');
    expect(coordinators('2027-01-04')).toBe('Ben Holt');
  });
});

describe('how many programmes there are', () => {
  const lead = (...programmes: Parameters<typeof programmeListView>[0]) =>
    programmeListView(programmes, { name, today: '2026-11-23', isOffice: true }).lead;

  it('is counted from those that are there, and so is how many of them run', () => {
    const [running, left] = [
      joined(),
      joined({}, { type: 'ProgrammeLeft', data: { reasonCode: 'no-funding' } }),
    ];
    expect(lead()).toBe('0 programmes, 0 of them joined and running.');
    expect(lead(running)).toBe('1 programme, 1 of them joined and running.');
    expect(lead(running, handedOver, left)).toBe('3 programmes, 2 of them joined and running.');
  });
});

describe('the page of a programme', () => {
  const view = (isOffice: boolean, mayChange = true) =>
    programmeView(
      {
        programme: handedOver,
        mayChange,
        isOffice,
        today: '2026-11-23',
        mailbox: undefined,
        stopped: [],
        note: () => undefined,
        name,
      },
      parts,
    );

  it('offers appointments, area and state to the national office alone', () => {
    const offered = ({ appoint, changeArea, lifecycle }: ReturnType<typeof view>) =>
      [appoint, changeArea, ...lifecycle.buttons, ...lifecycle.ways].filter((it) => it !== undefined).length;
    expect([offered(view(true)), offered(view(false))]).toEqual([5, 0]);
    expect(view(false).declare?.label).toBe('Declare a disruption');
  });

  it('offers nothing to who only reads', () => {
    const { declare, changeDetails, changeSteps, changeParts } = view(false, false);
    expect([declare, changeDetails, changeSteps, changeParts]).toEqual(Array(4).fill(undefined));
  });
});

describe('a list by mail that its reader has stopped', () => {
  const againHref = '/unsubscribe/N28.x.y';
  const view = (mayChange: boolean) =>
    programmeView(
      {
        programme: handedOver,
        mayChange,
        isOffice: false,
        today: '2026-11-23',
        mailbox: 'linking@bradford.example',
        stopped: [{ digest: 'daily-list', since: '2026-11-20', againHref }],
        note: () => undefined,
        name,
      },
      parts,
    );

  it('is said with its day beside those that are chosen, with the way back for whoever may change it', () => {
    const { details, stopped } = view(true);
    expect(details.find(({ key }) => key === 'Lists by mail')?.value).toBe(
      'Weekly list and daily list (stopped)',
    );
    const text =
      'Whoever reads the mailbox stopped the daily list on 20 November 2026: it does not go until it is asked for again, whatever is chosen in the settings.';
    expect(stopped).toEqual([
      { key: 'daily-list', text, again: { href: againHref, label: 'Send the daily list again' } },
    ]);
    expect(view(false).stopped).toEqual([{ key: 'daily-list', text }]);
  });
});

describe('days in words', () => {
  it('say month and year once', () => {
    const words = [
      ['2026-11-26', '2026-11-26'],
      ['2026-11-26', '2026-11-27'],
      ['2026-10-28', '2026-11-03'],
      ['2026-12-30', '2027-01-02'],
    ].map(([from = '', to = '']) => daysText({ from, to }));
    expect(words).toEqual([
      '26 November 2026',
      '26 to 27 November 2026',
      '28 October to 3 November 2026',
      '30 December 2026 to 2 January 2027',
    ]);
  });
});
