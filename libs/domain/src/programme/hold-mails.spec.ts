import { Refusal } from '../refusal.js';
import { decideProgramme } from './decide-programme.js';
import type { ProgrammeCommand } from './commands.js';
import { joined } from './spec-support/example-programme.js';
import type { ProgrammeEvent } from '@linking/events/programme/programme-events.js';

type Hold = Extract<ProgrammeCommand, { readonly type: 'HoldMails' }>;
const hold = (more: Partial<Hold> = {}): Hold => ({
  type: 'HoldMails',
  holdId: 'h2',
  today: '2026-11-24',
  reasonCode: 'school-asked',
  ...more,
});
const held: ProgrammeEvent = {
  type: 'MailsHeld',
  data: { holdId: 'h1', link: 'BRD-2026-014', reasonCode: 'school-asked' },
};
const refusal = (command: ProgrammeCommand) => {
  try {
    decideProgramme(command, joined({}, held));
  } catch (error) {
    if (error instanceof Refusal) return error.code;
  }
  return undefined;
};

describe('the coordinator holds mails', () => {
  it('some, those of a link, or all until a day', () => {
    for (const what of [{ mails: ['x'] }, { link: 'BRD-2026-015' }, { until: '2027-01-04' }]) {
      expect(decideProgramme(hold(what), joined({}, held))).toEqual([
        { type: 'MailsHeld', data: { holdId: 'h2', reasonCode: 'school-asked', ...what } },
      ]);
    }
  });

  it('once: what is held already stays so', () => {
    expect(decideProgramme(hold({ link: 'BRD-2026-014' }), joined({}, held))).toEqual([]);
  });

  it('all of them until a day only, after today and in this academic year', () => {
    expect(refusal(hold())).toBe('HOLD_WITHOUT_END');
    expect(refusal(hold({ until: '2026-11-24' }))).toBe('HOLD_ENDS_TOO_SOON');
    expect(() => decideProgramme(hold({ until: '1999-01-04' }), joined())).toThrow(
      '4 January 1999 is not after today.',
    );
    expect(() => decideProgramme(hold({ until: '2026-11-24' }), joined())).toThrow(
      /^24 November is not after today\.$/,
    );
    expect(refusal(hold({ until: '2027-08-01' }))).toBe('HOLD_TOO_LONG');
    expect(refusal(hold({ until: '2027-07-31' }))).toBeUndefined();
  });

  it('and not nothing, nor two things at once', () => {
    expect(refusal(hold({ mails: [] }))).toBe('HOLD_OF_WHAT');
    expect(refusal(hold({ mails: ['x'], link: 'BRD-2026-014' }))).toBe('HOLD_OF_WHAT');
  });

  it('and releases them once', () => {
    const release = { type: 'ReleaseMails', holdId: 'h1' } as const;
    const released = decideProgramme(release, joined({}, held));
    expect(released).toEqual([{ type: 'MailsReleased', data: { holdId: 'h1' } }]);
    expect(decideProgramme(release, joined({}, held, ...released))).toEqual([]);
    expect(refusal({ ...release, holdId: 'h9' })).toBe('HOLD_UNKNOWN');
  });
});
