import type { Verification } from '@linking/application/audit/verify-log.js';
import { signingKeyOf } from '@linking/events/ledger/ledger-keys.js';
import { auditView, type AuditMaterial } from './audit-view-model.js';

const newest = { size: 40, signedAt: '2026-11-20T10:00:00.000Z' };
const first = '2026-06-30T23:30:00.000Z';
const result = (checked: NonNullable<AuditMaterial['checked']>) =>
  auditView({ newest, first, reads: [], checked }).result;
const good = { ok: true, size: 40, notYetSigned: 0 } as const;
const goesOn = { ...good, keptSize: 12 } as const;

describe('what an auditor is told', () => {
  it('is the London day since which nothing was altered', () => {
    expect(result({ verification: good, ownKey: true })).toEqual({
      tone: 'green',
      title: 'Nothing altered since 1 July 2026',
      sentences: ['40 events stand as they were recorded and signed.'],
    });
  });

  it('goes back to the checkpoint that she kept', () => {
    const { title, sentences } = result({ verification: goesOn, ownKey: false, since: 'a note' })!;
    expect(title).toBe('Nothing altered since the checkpoint that you kept');
    expect(sentences.at(1)).toBe(
      'The log goes on from the 12 events of your checkpoint; 28 came after. Nothing before it was changed.',
    );
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

  it.each([
    ['malformed', 'amber', 'This is not a whole checkpoint'],
    ['other-log', 'red', 'This checkpoint is of another log'],
    ['other-key', 'red', 'This checkpoint is signed by another key'],
    ['forged', 'red', 'This checkpoint is not genuine'],
    ['log-shorter', 'red', 'The log is shorter than your checkpoint says'],
    ['rewritten', 'red', 'The log is not the one of your checkpoint'],
  ] as const)('names a checkpoint that is %s in the heading', (kept, tone, title) => {
    const verification = { ok: false, wrong: { sentence: 'Why.', kept } } as const;
    expect(result({ verification, ownKey: true, since: 'a note' })).toMatchObject({ tone, title });
  });

  describe('when a key was lost and replaced', () => {
    const key = (seed: number) => signingKeyOf('x.example/log', Buffer.alloc(32, seed)).public;
    const loss = { from: key(1), to: key(2), on: '2026-12-03', reason: 'machine-lost' } as const;
    const told = (more: Partial<Extract<Verification, { ok: true }>>, since?: string) =>
      result({
        verification: { ...good, replaced: [loss], ...more },
        ownKey: true,
        ...(since === undefined ? {} : { since }),
      });

    it('is amber, with the day and the reason', () => {
      const { tone, title, sentences } = told({})!;
      expect([tone, title]).toEqual(['amber', 'Nothing altered, but a key was lost']);
      expect(sentences.join(' ')).toContain('On 3 December 2026 the key');
      expect(sentences.join(' ')).toContain('machine lost');
    });

    it('stays amber with a checkpoint from before, and is green with one from after', () => {
      expect(told({ keptSize: 12, keptReaches: false }, 'a note')?.tone).toBe('amber');
      expect(told({ keptSize: 30 }, 'a note')?.tone).toBe('green');
    });

    it('is red where the old key is still at hand', () => {
      const { tone, sentences } = told({ vouchedTo: 12 })!;
      expect(tone).toBe('red');
      expect(sentences[0]).toContain('Only the first 12 of 40 events');
      expect(sentences.at(-1)).toContain('it was not lost');
      expect(told({ vouchedTo: 0 })?.sentences[0]).toContain('None of the 40 events');
    });
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
