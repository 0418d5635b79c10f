import { flagsOf, risksAhead, risksOf } from './flags.js';
import { given } from './spec-support/given-when-then.js';
import { happened, met, proposed, trained } from './spec-support/example-link.js';

const lost = happened('2026-11-20', 'ContactLost', { side: 'b', personId: 'teacher-b' });
const paused = (until?: string) =>
  happened('2026-11-20', 'LinkPaused', {
    reasonCode: 'inspection',
    ...(until === undefined ? {} : { until }),
  });

describe('a link at risk', () => {
  it('has lost contact with one of its people', () => {
    const { link } = given(met, lost);
    expect(flagsOf(link, '2026-11-20')).toEqual(['at-risk', 'contact-lost']);
    const contact = { side: 'b', personId: 'teacher-b', role: 'teacher', on: '2026-11-20' };
    expect(risksOf(link, '2026-11-20')).toEqual([{ kind: 'contact-lost', from: '2026-11-20', contact }]);
    expect(risksOf(link, '2026-11-19')).toEqual([]);
    expect(risksAhead(given(proposed, lost).link)).toEqual([
      expect.objectContaining({ kind: 'contact-lost', contact }),
    ]);
  });

  it('has two steps overdue; one is only late', () => {
    const { link } = given(trained);
    expect(flagsOf(link, '2026-12-15')).toEqual(['overdue']);
    expect(flagsOf(link, '2027-02-15')).toEqual(['at-risk', 'overdue']);
    const [risk] = risksOf(link, '2027-02-15');
    expect(risk?.kind === 'steps-overdue' && risk.steps.map(({ step }) => step)).toEqual([
      'exchange',
      'first-meeting',
    ]);
  });

  it('names the steps that are overdue on that day, not those that are still to come', () => {
    const { link } = given(met);
    const stepsOn = (day: string) =>
      risksOf(link, day).flatMap((risk) =>
        risk.kind === 'steps-overdue' ? [risk.steps.map(({ step }) => step)] : [],
      );
    expect(stepsOn('2027-02-27')).toEqual([['exchange', 'curiosity']]);
    expect(stepsOn('2027-07-31')).toEqual([['exchange', 'curiosity', 'visits', 'goodbye']]);
  });

  it('rests longer than was agreed, and not before', () => {
    const { link } = given(met, paused('2027-01-11'));
    expect(flagsOf(link, '2027-01-11')).toEqual(['paused']);
    expect(flagsOf(link, '2027-01-12')).toEqual(['paused', 'at-risk']);
    expect(flagsOf(given(met, paused()).link, '2027-07-01')).toEqual(['paused']);
  });

  it('says from which day on, so that a list can ask for it', () => {
    expect(risksAhead(given(trained).link).map(({ from }) => from)).toEqual(['2027-01-30']);
  });

  it('is none when it has ended', () => {
    const { link } = given(
      met,
      lost,
      happened('2027-07-31', 'LinkClosedIncomplete', { missing: ['visit-2'] }),
    );
    expect(risksAhead(link)).toEqual([]);
    expect(risksOf(link, '2027-08-01')).toEqual([]);
    expect(flagsOf(link, '2027-08-01')).toEqual([]);
  });

  it('still has lost contact while it rests', () => {
    const { link } = given(met, lost, paused());
    expect(flagsOf(link, '2026-12-01')).toEqual(['paused', 'at-risk', 'contact-lost']);
  });

  it('is none before it was proposed', () => {
    expect(risksAhead(given(proposed.slice(0, 2), lost).link)).toEqual([]);
  });
});
