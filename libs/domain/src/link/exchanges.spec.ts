import { exchangeKinds } from '@linking/events/link/codes.js';
import type { CommandOf } from './commands.js';
import { given, on } from './spec-support/given-when-then.js';
import { agreed, happened, heldMeeting, met, plannedMeeting, sent } from './spec-support/example-link.js';

const day = on('2026-10-20');
const exchange: CommandOf<'RecordExchange'> = {
  type: 'RecordExchange',
  fromSide: 'a',
  kind: 'photographs',
  mode: 'post',
  keyQuestions: ['Q1'],
  subjects: ['art'],
  policyTags: [],
};
const goodbye = { type: 'CompleteFinalExchange' } as const;
const july = on('2027-07-02');

describe('exchanging work', () => {
  it('is recorded all year, the very same entry once', () => {
    given(agreed)
      .when(exchange, on('2026-10-20', { noteId: 'n1' }))
      .thenRecorded(['WorkExchanged', { fromSide: 'a', kind: 'photographs', noteId: 'n1' }, '2026-10-20']);
    given(agreed, sent('a')).when(exchange, day).thenNothing();
    given(agreed, sent('a')).when(exchange, on('2026-10-27')).thenRecorded(['WorkExchanged']);
    given(agreed, sent('a'))
      .when({ ...exchange, fromSide: 'b' }, day)
      .thenRecorded(['WorkExchanged', { fromSide: 'b' }]);
  });

  it.each(exchangeKinds)(
    'of the kind %s says how it went, and its subjects, policies and key questions',
    (kind) => {
      const said = {
        kind,
        mode: 'digital',
        subjects: ['pshe', 'citizenship', 'english'],
        policyTags: ['smsc', 'british-values'],
        keyQuestions: ['Q1', 'Q3'],
      } as const;
      const { link, history } = given(agreed)
        .when({ ...exchange, ...said }, day)
        .thenRecorded(['WorkExchanged', said]);
      expect(link.exchanges.at(-1)).toMatchObject({ kind });
      // Codes only: what the children sent each other is nowhere.
      const stored = history.findLast(({ type }) => type === 'WorkExchanged')?.data ?? {};
      expect(Object.keys(stored).toSorted()).toEqual(['fromSide', ...Object.keys(said)].toSorted());
    },
  );

  it('is not recorded before it happened', () => {
    given(agreed)
      .when(exchange, on('2026-12-01', { today: '2026-11-23' }))
      .thenRefused(
        'DATE_IN_FUTURE',
        '1 December is in the future; what has happened can be recorded from that day.',
      );
  });

  it('is recorded with a month or a year when the day is not known, once that has begun', () => {
    given(agreed)
      .when(exchange, on('2026-10', { today: '2026-10-02' }))
      .thenRecorded(['WorkExchanged', {}, '2026-10']);
    given(agreed)
      .when(exchange, on('2026-12', { today: '2026-11-30' }))
      .thenRefused(
        'DATE_IN_FUTURE',
        'December 2026 is in the future; what has happened can be recorded from that day.',
      );
  });
});

describe('the goodbye', () => {
  it('is recorded for both sides, with the celebration that nobody planned', () => {
    const { link, history } = given(met, sent('a'))
      .when(goodbye, on('2027-07-02', { noteId: 'n1' }))
      .thenRecorded(
        ['WorkExchanged', { fromSide: 'a', kind: 'goodbye', noteId: 'n1' }],
        ['WorkExchanged', { fromSide: 'b', kind: 'goodbye' }],
        ['StepSkipped', { step: 'celebration', reasonCode: 'not-planned' }],
        ['FinalExchangeCompleted', {}, '2027-07-02'],
      );
    expect(link.reached.celebrated).toBe('2027-07-02');
    const nothingSaid = { mode: 'not-known', keyQuestions: [], subjects: [], policyTags: [] };
    expect(history[met.length + 2]?.data).toEqual({ fromSide: 'b', kind: 'goodbye', ...nothingSaid });
    expect(link.exchanges.at(-1)).toMatchObject(nothingSaid);
    given(history).when(goodbye, july).thenNothing();
  });

  it('is recorded for the side that is missing', () => {
    given(met, sent('b', '2027-07-01', 'goodbye'))
      .when(goodbye, july)
      .thenRecorded(['WorkExchanged', { fromSide: 'a' }], ['StepSkipped'], ['FinalExchangeCompleted']);
  });

  it('waits for a planned celebration, whichever comes last', () => {
    const { history, link } = given(met, plannedMeeting(4, '2027-07-08'))
      .when(goodbye, july)
      .thenRecorded(['WorkExchanged'], ['WorkExchanged']);
    expect(link.reached.celebrated).toBeUndefined();
    const after = given(history, heldMeeting(4, '2027-07-08'));
    expect(after.link.reached.celebrated).toBe('2027-07-08');
    const other = given(met, heldMeeting(4, '2027-07-01'))
      .when(goodbye, july)
      .thenRecorded(['WorkExchanged'], ['WorkExchanged'], ['FinalExchangeCompleted']);
    expect(other.link.reached.celebrated).toBe('2027-07-02');
  });

  it('counts a cancelled celebration as not planned', () => {
    const cancelled = happened('2027-06-20', 'MeetingCancelled', { number: 4, reasonCode: 'storm' });
    given(met, plannedMeeting(4, '2027-07-08'), cancelled)
      .when(goodbye, july)
      .thenRecorded(['WorkExchanged'], ['WorkExchanged'], ['StepSkipped'], ['FinalExchangeCompleted']);
  });
});
