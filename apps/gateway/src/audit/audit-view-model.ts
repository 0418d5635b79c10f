import type { KeptAccess } from '@linking/application/accounts/access-log.js';
import type { KeptFault } from '@linking/events/ledger/kept-checkpoint.js';
import type { CheckpointRow } from '@linking/application/audit/ledger-tables.js';
import { lossesInWords, unvouchedInWords } from '@linking/application/audit/losses-in-words.js';
import type { FirstWrong } from '@linking/application/audit/wrong.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import type { AuditResultView, AuditView } from '../pages/audit/audit-view.js';
import { counted, fullMoment, longDay } from '@linking/words/format.js';
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
  const { size, notYetSigned, keptSize } = verification;
  const losses = lossesInWords(verification);
  const unvouched = unvouchedInWords(verification);
  if (unvouched !== undefined) {
    return {
      tone: 'red',
      title: 'Another key signs the log',
      sentences: [
        unvouched,
        ...losses,
        'But the key that you trust is on this machine: it was not lost. Somebody has put another one in its place. Tell the national office.',
      ],
    };
  }
  const asks = losses.length > 0 && (since === undefined || verification.keptReaches === false);
  if (size === 0 || first === undefined) {
    return {
      tone: 'amber',
      title: 'Nothing was signed yet',
      sentences: ['There is nothing to check. If that lasts, see that the workers run.'],
    };
  }
  return {
    tone: asks ? 'amber' : 'green',
    title: asks
      ? 'Nothing altered, but a key was lost'
      : since === undefined
        ? `Nothing altered since ${longDay(londonDay(first))}`
        : 'Nothing altered since the checkpoint that you kept',
    sentences: [
      `${counted(size, 'event')} stand as they were recorded and signed.`,
      ...(keptSize === undefined ? [] : [goesOnFrom(keptSize, size)]),
      ...(notYetSigned === 0
        ? []
        : [
            `${counted(notYetSigned, 'later event')} ${notYetSigned === 1 ? 'waits' : 'wait'} for the next signature.`,
          ]),
      ...losses,
      ...(ownKey || since !== undefined
        ? []
        : [
            'The key with which the log is signed is not on this machine. Check with a checkpoint that you kept, or with `linking verify --key`.',
          ]),
    ],
  };
}

const goesOnFrom = (kept: number, size: number) =>
  kept === size
    ? 'Your checkpoint is the newest.'
    : `The log goes on from the ${counted(kept, 'event')} of your checkpoint; ${(size - kept).toLocaleString('en-GB')} came after. Nothing before it was changed.`;

/** A checkpoint that says nothing good, in a heading; what it means stands below. */
const KEPT_TITLES: Readonly<Record<KeptFault, string>> = {
  malformed: 'This is not a whole checkpoint',
  'other-log': 'This checkpoint is of another log',
  'other-key': 'This checkpoint is signed by another key',
  forged: 'This checkpoint is not genuine',
  'log-shorter': 'The log is shorter than your checkpoint says',
  rewritten: 'The log is not the one of your checkpoint',
};

function wrongView({ sentence, stream, revision, kept }: FirstWrong): AuditResultView {
  if (kept === 'malformed') {
    const sentences = [sentence, 'Paste the whole file as it was saved. Nothing was checked.'];
    return { tone: 'amber', title: KEPT_TITLES[kept], sentences };
  }
  const ref = stream?.startsWith('link-') === true ? stream.slice('link-'.length) : undefined;
  return {
    tone: 'red',
    title: kept === undefined ? 'Something was altered' : KEPT_TITLES[kept],
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
