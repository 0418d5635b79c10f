import type { Mail } from '@linking/application/mails/mail.js';
import { calendarOf } from '@linking/domain/programme/programme-year.js';
import { joined } from '@linking/domain/programme/spec-support/example-programme.js';
import { whySent } from './why-sent.js';

const calendar = calendarOf(joined(), '2026-27');
const ready: Mail = {
  id: 'm1',
  subject: 'BRD-2026-014',
  programme: 'bradford',
  step: 'meeting-2',
  anchorDate: '2026-12-07',
  personId: 'p1',
  kind: 'scheduled',
  askedBy: 'plan',
  dueAt: '2026-11-30T08:00:00.000Z',
  status: 'planned',
  content: { rule: 'N17', number: 2, on: '2026-12-07' } as Mail['content'],
  messageId: 'm1',
  attempt: 0,
};
const why = (day: string, more: Partial<Mail> = {}, today = '2026-11-24') =>
  whySent({ mail: { ...ready, ...more }, day, today, company: [] }, calendar);

describe('why a mail is sent later than its dates ask for', () => {
  it('is held: until which day, and that it goes when mails go next after it', () => {
    expect(why('2026-12-04', { heldUntil: '2026-12-04' })).toContain(
      'It is due on Monday 30 November 2026 and is held until Friday 4 December 2026.',
    );
    expect(why('2026-12-07', { heldUntil: '2026-12-05' })).toContain(
      'It is due on Monday 30 November 2026 and is held until Saturday 5 December 2026, and goes when mails go next.',
    );
    expect(why('2026-12-04', { heldUntil: '2026-12-04' }, '2026-12-02')).toContain(
      'It was due on Monday 30 November 2026 and is held until Friday 4 December 2026.',
    );
  });

  it('says nothing of a hold that moves nothing, or is over', () => {
    expect(why('2026-11-30', { heldUntil: '2026-11-27' }).join(' ')).not.toMatch(/held| due on /);
    expect(why('2026-12-02', { heldUntil: '2026-12-01' }, '2026-12-02')).toContain(
      'It was due on Monday 30 November 2026 and goes when mails go next.',
    );
  });

  it('a day to come is not past', () => {
    expect(why('2026-12-01')).toContain('It is due on Monday 30 November 2026 and goes when mails go next.');
  });

  it('an answer that is held does not go at once', () => {
    const answer = { kind: 'immediate', dueAt: '2026-11-24T10:00:00.000Z' } as const;
    expect(why('2026-12-04', { ...answer, heldUntil: '2026-12-04' }).slice(1)).toEqual([
      'It answers something that was just done.',
      'It is held until Friday 4 December 2026.',
    ]);
    expect(why('2026-11-24', answer).slice(1)).toEqual([
      'It answers something that was just done, and goes at once.',
    ]);
  });
});
