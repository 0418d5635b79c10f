import { comparePlans } from './compare-plans.js';
import type { WantedMail } from './wanted-mail.js';

const mail = (personId: string, dueOn: string): WantedMail => ({
  subject: 'BRD-2026-014',
  programme: 'bradford',
  step: 'meeting-2',
  anchorDate: '2026-12-08',
  personId,
  kind: 'scheduled',
  dueOn,
  content: { rule: 'N17' } as WantedMail['content'],
});
const compared = (
  before: readonly WantedMail[],
  after: readonly WantedMail[],
  goesOn: (mail: WantedMail) => string | undefined = ({ dueOn }) => dueOn,
) => comparePlans(before, after, goesOn).map(({ kind, from, to }) => [kind, from, to]);

describe('two plans', () => {
  it('differ by what appears, moves and vanishes', () => {
    const before = [mail('a', '2026-12-01'), mail('b', '2026-12-01'), mail('c', '2026-12-02')];
    const after = [mail('a', '2026-11-30'), mail('b', '2026-12-01'), mail('d', '2026-12-03')];
    expect(compared(before, after)).toEqual([
      ['moves', '2026-12-01', '2026-11-30'],
      ['vanishes', '2026-12-02', undefined],
      ['appears', undefined, '2026-12-03'],
    ]);
  });

  it('do not differ by what has gone, and what comes too late vanishes', () => {
    const went = compared([mail('a', '2026-12-01')], [mail('a', '2026-11-30')], () => undefined);
    expect(went).toEqual([]);
    const goesOn = ({ dueOn }: WantedMail) => (dueOn < '2026-12-01' ? undefined : dueOn);
    expect(compared([mail('a', '2026-12-01')], [mail('a', '2026-11-01')], goesOn)).toEqual([
      ['vanishes', '2026-12-01', undefined],
    ]);
  });
});
