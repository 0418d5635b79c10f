import { auditView, type AuditMaterial } from './audit-view-model.js';

const newest = { size: 40, signedAt: '2026-11-20T10:00:00.000Z' };
const first = '2026-06-30T23:30:00.000Z';
const result = (checked: NonNullable<AuditMaterial['checked']>) =>
  auditView({ newest, first, reads: [], checked }).result;
const good = { ok: true, size: 40, notYetSigned: 0 } as const;

describe('what an auditor is told', () => {
  it('is the London day since which nothing was altered', () => {
    expect(result({ verification: good, ownKey: true })).toEqual({
      tone: 'green',
      title: 'Nothing altered since 1 July 2026',
      sentences: ['40 events stand as they were recorded and signed.'],
    });
  });

  it('goes back to the checkpoint that she kept', () => {
    const { title, sentences } = result({ verification: good, ownKey: false, since: 'a note' })!;
    expect(title).toBe('Nothing altered since the checkpoint that you kept');
    expect(sentences).toHaveLength(2);
  });

  it('says when no key from outside the database was at hand', () => {
    const { sentences } = result({ verification: good, ownKey: false })!;
    expect(sentences.join(' ')).toContain('is not on this machine');
  });

  it('says what still waits for a signature', () => {
    const { sentences } = result({ verification: { ...good, notYetSigned: 1 }, ownKey: true })!;
    expect(sentences.at(-1)).toBe('1 later event waits for the next signature.');
  });

  it('is red, and leads to the first wrong event and to its link', () => {
    const wrong = { sentence: 'Event 3 was changed.', stream: 'link-BRD-2026-014', revision: 3 };
    expect(result({ verification: { ok: false, wrong }, ownKey: true })).toMatchObject({
      tone: 'red',
      title: 'Something was altered',
      links: [
        { href: '/audit/links/BRD-2026-014/events/3' },
        { href: '/links/BRD-2026-014?revision=3' },
        { href: '/audit/links/BRD-2026-014' },
      ],
    });
    const key = { sentence: 'The key was put into the ledger.' };
    expect(result({ verification: { ok: false, wrong: key }, ownKey: true })).not.toHaveProperty('links');
  });

  it('is neither while nothing was signed', () => {
    const {
      result: found,
      facts,
      checkpoint,
    } = auditView({
      reads: [],
      checked: { verification: { ok: true, size: 0, notYetSigned: 0 }, ownKey: false },
    });
    expect([found?.tone, facts, checkpoint]).toEqual(['amber', [], undefined]);
  });
});
