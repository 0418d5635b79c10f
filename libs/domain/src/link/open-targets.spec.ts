import { nationalCalendar } from '../calendar/school-calendar.js';
import { openTargets } from './overdue.js';
import { given, type Facts } from './spec-support/given-when-then.js';
import {
  accepted,
  agreed,
  brokered,
  happened,
  issuedTo,
  met,
  proposed,
  signedBy,
  trained,
} from './spec-support/example-link.js';

const proposedOn = (day: string) => proposed.map((fact) => ({ ...fact, occurredOn: day }));
const targetOf = (...facts: Facts) => openTargets(given(...facts).link)[0]?.target;

describe('the target of a step', () => {
  it('is the day that was agreed with the school, in its place among the others', () => {
    const agreedOn = happened('2026-11-15', 'DiscussionRecorded', {
      about: 'goodbye',
      newTarget: '2026-11-25',
    });
    expect(openTargets(given(met, agreedOn).link)).toEqual([
      { step: 'goodbye', target: '2026-11-25' },
      { step: 'exchange', target: '2026-11-30' },
      { step: 'curiosity', target: '2027-02-26' },
      { step: 'visits', target: '2027-06-30' },
    ]);
  });

  it('is none while the link is paused, and none of a link that has ended', () => {
    const paused = happened('2026-11-01', 'LinkPaused', { reasonCode: 'flood' });
    expect(openTargets(given(trained, paused).link)).toEqual([]);
    const completed = happened('2026-11-01', 'LinkCompleted', { meetingsHeld: 0 });
    expect(openTargets(given(trained, completed).link)).toEqual([]);
  });

  it('is none while only the answers of the schools are known, and not the proposal', () => {
    expect(openTargets(given(accepted('a'), accepted('b')).link)).toEqual([]);
  });

  it('in the last days of the summer is the first day of the autumn term after it', () => {
    const asked = ['2026-08-11', '2026-08-12', '2026-08-13'].map((day) => targetOf(proposedOn(day)));
    expect(asked).toEqual(['2026-09-02', '2026-09-02', '2026-09-03']);
  });

  it('keeps to the terms of the programme, where schools begin on another day', () => {
    const national = nationalCalendar('2026-27');
    const [autumn, spring, summer] = national.terms;
    const calendar = {
      ...national,
      terms: [{ ...autumn, firstDay: '2026-09-07' }, spring, summer] as const,
    };
    const link = given(proposedOn('2026-08-13')).link;
    expect(openTargets(link)).toEqual([{ step: 'brokering', target: '2026-09-03' }]);
    const ours = { ...link, programmeYear: { calendar, daysToAvoid: [], switches: [] } };
    expect(openTargets(ours)).toEqual([{ step: 'brokering', target: '2026-09-07' }]);
  });

  it('to sign counts from the day on which the school that has not signed was asked', () => {
    const yes = [accepted('a', '2026-08-31'), accepted('b', '2026-08-31')];
    const asked = [issuedTo('a', '2026-09-01'), issuedTo('b', '2026-09-01')];
    expect(targetOf(proposed, yes, asked)).toBe('2026-09-15');
    const signed = [...asked, signedBy('a')];
    const anew = [
      happened('2026-10-12', 'AgreementDeclined', { side: 'b', reasonCode: 'wrong-text' }),
      issuedTo('b', '2026-10-15', 'v2'),
    ];
    expect(targetOf(proposed, yes, signed, anew)).toBe('2026-11-05');
    const revoked = happened('2026-10-12', 'AgreementRevoked', { side: 'b', reasonCode: 'wrong-text' });
    expect(targetOf(brokered, signed, revoked)).toBe(targetOf(brokered));
    expect(openTargets(given(agreed).link).map(({ step }) => step)).toEqual(['training']);
  });
});
