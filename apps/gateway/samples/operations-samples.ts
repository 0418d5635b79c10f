import type { OperationsState } from '@linking/application/operations/read-operations.js';
import { operationsView } from '../src/operations/operations-view-model.js';

const at = '2026-11-23T14:20:00.000Z';
const NADIA = 'user:1';

/** Of an ordinary afternoon. */
export const calm: OperationsState = {
  at,
  workers: { running: 2, lastSeenAt: at, closed: false },
  queuesAnswer: true,
  parts: [
    queued('mails', { waiting: 3, active: 1, delayed: 0, oldest: 2 }),
    queued('planning'),
    queued('carrying'),
    queued('projections'),
    swept('digests'),
    swept('escalations'),
    swept('accounts'),
    swept('public-form'),
    swept('test-mails'),
    { part: 'bounces', mayBePaused: true, failures: 0 },
    { part: 'ledger', mayBePaused: false, failures: 0, ranAt: '2026-11-23T14:19:58.000Z' },
  ],
  readers: ['planning', 'carrying', 'link-board', 'link-history', 'waiting-list'].map((name) => ({
    name,
    behind: 0,
    idle: 80,
  })),
  mails: {
    due: 4,
    oldestDueAt: '2026-11-23T14:19:56.000Z',
    resting: [],
    failed: 0,
    lastSentAt: '2026-11-23T14:19:40.000Z',
  },
  mailServer: { answers: true },
  store: { kind: 'PostgreSQL', answers: true },
  acts: [],
};

const [mails, ...others] = calm.parts;

/** Mails are paused, the mail server was away before, and a list met an event it does not know. */
export const troubled: OperationsState = {
  ...calm,
  parts: [
    {
      ...(mails ?? queued('mails')),
      failures: 5,
      paused: { reason: 'mail-server', at: '2026-11-23T14:05:00.000Z', actor: NADIA },
      problem: {
        said: 'A mail could not be sent and will be tried again',
        code: 'mail-server-not-reachable',
        at: '2026-11-23T14:02:10.000Z',
      },
    },
    ...others,
  ],
  readers: calm.readers.map((reader) =>
    reader.name === 'waiting-list'
      ? { ...reader, behind: 12, problem: 'The event type InterestBlessed.v1 is not known' }
      : reader,
  ),
  mails: { ...calm.mails, due: 46, resting: [{ reason: 'mail-server-not-reachable', count: 5 }], failed: 2 },
  mailServer: { answers: false, code: 'mail-server-not-reachable' },
  acts: [
    {
      act: 'pause',
      parts: ['mails'],
      reason: 'mail-server',
      actor: NADIA,
      at: '2026-11-23T14:05:00.000Z',
    },
    { act: 'try-again', parts: ['mails'], actor: NADIA, at: '2026-11-23T14:03:00.000Z' },
  ],
};

export const stopped: OperationsState = {
  ...calm,
  workers: { running: 0, lastSeenAt: '2026-11-23T14:02:00.000Z', closed: false },
};

export const viewOf = (state: OperationsState) =>
  operationsView({
    state,
    names: (actor) => (actor === NADIA ? 'Nadia Osei' : 'Somebody'),
    parts: () => ({ csrf: 'sample-csrf', idempotencyKey: 'sample-key' }),
    maySendAgain: true,
  });

type Part = OperationsState['parts'][number];

function queued(
  part: Part['part'],
  queue: NonNullable<Part['queue']> = { waiting: 0, active: 0, delayed: 0 },
): Part {
  return { part, mayBePaused: true, failures: 0, ranAt: at, queue };
}

function swept(part: Part['part']): Part {
  const mayBePaused = part === 'digests' || part === 'escalations';
  return { part, mayBePaused, failures: 0, ranAt: '2026-11-23T14:19:50.000Z' };
}
