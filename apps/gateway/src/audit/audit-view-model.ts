import type { KeptAccess } from '@linking/application/accounts/access-log.js';
import type { CheckpointRow } from '@linking/application/audit/ledger-tables.js';
import type { FirstWrong } from '@linking/application/audit/wrong.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import type { AuditResultView, AuditView } from '../pages/audit/audit-view.js';
import { counted, fullMoment, longDay } from '../pages/format.js';
import { readView } from './kept-reads.js';
import type { CheckedLog } from './log-check.js';
import { eventHref, timelineHref } from './timeline-filters.js';

export interface AuditMaterial {
  readonly newest?: Pick<CheckpointRow, 'size' | 'signedAt'>;
  /** When the first event of the log was recorded. */
  readonly first?: string;
  readonly reads: readonly KeptAccess[];
  readonly checked?: CheckedLog & { readonly since?: string };
  readonly maySeeUsers?: boolean;
}

export function auditView({ newest, first, reads, checked, maySeeUsers = false }: AuditMaterial): AuditView {
  return {
    facts:
      newest === undefined
        ? []
        : [
            ...(first === undefined ? [] : [{ key: 'First event recorded', value: fullMoment(first) }]),
            { key: 'Events signed', value: newest.size.toLocaleString('en-GB') },
            { key: 'Last signed', value: fullMoment(newest.signedAt) },
          ],
    ...(newest === undefined ? {} : { checkpoint: '/audit/checkpoint.txt' }),
    check: { action: '/audit/check', since: checked?.since ?? '' },
    ...(checked === undefined ? {} : { result: resultOf(checked, first) }),
    ...(maySeeUsers ? { users: { href: '/users', label: 'Accounts' } } : {}),
    reads: reads.map(readView),
  };
}

function resultOf(
  { verification, ownKey, since }: NonNullable<AuditMaterial['checked']>,
  first: string | undefined,
): AuditResultView {
  if (!verification.ok) return wrongView(verification.wrong);
  const { size, notYetSigned } = verification;
  if (size === 0 || first === undefined) {
    return {
      tone: 'amber',
      title: 'Nothing was signed yet',
      sentences: ['There is nothing to check. If that lasts, see that the workers run.'],
    };
  }
  return {
    tone: 'green',
    title:
      since === undefined
        ? `Nothing altered since ${longDay(londonDay(first))}`
        : 'Nothing altered since the checkpoint that you kept',
    sentences: [
      `${counted(size, 'event')} stand as they were recorded and signed.`,
      ...(since === undefined
        ? []
        : ['The log goes on from your checkpoint: nothing before it was changed.']),
      ...(notYetSigned === 0
        ? []
        : [
            `${counted(notYetSigned, 'later event')} ${notYetSigned === 1 ? 'waits' : 'wait'} for the next signature.`,
          ]),
      ...(ownKey || since !== undefined
        ? []
        : [
            'The key with which the log is signed is not on this machine. Check with a checkpoint that you kept, or with `linking verify --key`.',
          ]),
    ],
  };
}

function wrongView({ sentence, stream, revision }: FirstWrong): AuditResultView {
  const ref = stream?.startsWith('link-') === true ? stream.slice('link-'.length) : undefined;
  return {
    tone: 'red',
    title: 'Something was altered',
    sentences: [
      sentence,
      'The check ends at the first thing that is wrong; what comes after it was not looked at.',
      'Keep this page and your checkpoints, and tell the national office. Do not let anybody mend the log before it was copied.',
    ],
    ...(ref === undefined ? {} : { links: wrongLinks(ref, revision) }),
  };
}

function wrongLinks(ref: string, revision: number | undefined) {
  const line = { href: timelineHref(ref), label: `All entries and mails of ${ref}` };
  if (revision === undefined) return [line];
  return [
    { href: eventHref(ref, revision), label: `Event ${revision} of ${ref}: what it says now, and its leaf` },
    { href: `/links/${ref}?revision=${revision}`, label: `${ref} as it was after this event` },
    line,
  ];
}
