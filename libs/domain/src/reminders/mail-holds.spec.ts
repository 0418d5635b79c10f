import type { MailFacts } from './mail-facts.js';
import { holdsOn, mayBeHeld, WITHOUT_END, withHolds, type MailHold } from './mail-holds.js';
import { mailId, type WantedMail } from './wanted-mail.js';

const content = {
  rule: 'N08',
  linkRef: 'BRD-2026-014',
  side: 'a',
  ownUrn: '900001',
  partnerUrn: '900002',
  year: '2026-27',
  textVersion: '2026-1',
  asking: 1,
} as const;
const mail: WantedMail = {
  subject: 'BRD-2026-014',
  programme: 'bradford',
  step: 'agreement-a-asking-1',
  anchorDate: '2026-11-17',
  personId: 'head-a',
  kind: 'scheduled',
  dueOn: '2026-11-24',
  content,
};
const hold = (more: Partial<MailHold> = {}): MailHold => ({
  holdId: 'h1',
  reasonCode: 'school-asked',
  released: false,
  ...more,
});
const heldUntil = (...holds: readonly MailHold[]) => withHolds([mail], holds)[0]?.heldUntil;

describe('a held mail', () => {
  it('waits when it was ticked, when its link is held, or when all are', () => {
    expect(heldUntil(hold({ mails: [mailId(mail)] }))).toBe(WITHOUT_END);
    expect(heldUntil(hold({ link: 'BRD-2026-014' }))).toBe(WITHOUT_END);
    expect(heldUntil(hold({ until: '2027-01-04' }))).toBe('2027-01-04');
  });

  it('goes when the hold is of other mails or was released', () => {
    expect(heldUntil(hold({ mails: ['another'] }))).toBeUndefined();
    expect(heldUntil(hold({ link: 'BRD-2026-015' }))).toBeUndefined();
    expect(heldUntil(hold({ until: '2027-01-04', released: true }))).toBeUndefined();
  });

  it('waits for the longest of its holds', () => {
    const all = hold({ until: '2027-01-04' });
    expect(heldUntil(all, hold({ link: 'BRD-2026-014', until: '2026-12-01' }))).toBe('2027-01-04');
    expect(heldUntil(all, hold({ link: 'BRD-2026-014' }))).toBe(WITHOUT_END);
  });

  it('is over on the day until which it holds', () => {
    const all = hold({ until: '2027-01-04' });
    expect(['2027-01-03', '2027-01-04'].map((day) => holdsOn(all, day))).toEqual([true, false]);
  });

  it('never tells that something is cancelled, moved or put online', () => {
    const told = (change: string) => mayBeHeld({ ...content, rule: 'N15', change } as unknown as MailFacts);
    expect(['planned', 'moved', 'online', 'cancelled'].map(told)).toEqual([true, false, false, false]);
  });

  it('is not the one that takes a meeting out of the calendar of a former teacher', () => {
    const former = { ...content, rule: 'N25', audience: 'former' } as unknown as MailFacts;
    expect(mayBeHeld(former)).toBe(true);
    expect(mayBeHeld({ ...former, meeting: {} } as unknown as MailFacts)).toBe(false);
  });
});
