import type pg from 'pg';
import type { EventStore } from '@linking/events/event-store.js';
import { checkMailServer } from '@linking/platform/mail/check-mail-server.js';
import { readSmtpUrl } from '@linking/platform/mail/smtp-url.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { readActs, type KeptAct } from './acts.js';
import { readLogReaders, type LogReaderState } from './log-readers.js';
import { readPauses, type Pause } from './pauses.js';
import { problemCode } from './problem-code.js';
import { readMailsNow, type MailsNow } from './waiting-mails.js';
import {
  readWorkers,
  type PartReport,
  type QueueReport,
  type WorkerProcess,
  type WorkProblem,
} from './worker-processes.js';
import { isPausable, QUEUED_PARTS, WORK_PARTS, type WorkPart } from './work-parts.js';

export interface WorkersState {
  /** Processes that have told of themselves within seconds. */
  readonly running: number;
  /** By the clock port, when one was last seen; absent when there never was one. */
  readonly lastSeenAt?: string;
  /** The last one was closed in good order, and did not fall silent. */
  readonly closed?: boolean;
}

export interface PartState extends PartReport {
  readonly part: WorkPart;
  readonly mayBePaused: boolean;
  readonly paused?: Pick<Pause, 'reason' | 'at' | 'actor'>;
  /** Of parts with a queue, as the workers last saw it. */
  readonly queue?: QueueReport;
}

export interface Answering {
  readonly answers: boolean;
  /** Why not, as a code. */
  readonly code?: string;
}

/** What the operations page shows: codes, numbers and moments; no address, and no name of a school's people. */
export interface OperationsState {
  readonly at: string;
  readonly workers: WorkersState;
  /** False while their server does not answer the workers. */
  readonly queuesAnswer: boolean;
  readonly parts: readonly PartState[];
  readonly readers: readonly LogReaderState[];
  readonly mails: MailsNow;
  /** Absent where no mail leaves the machine. */
  readonly mailServer?: Answering;
  readonly store: Answering & { readonly kind: 'PostgreSQL' | 'KurrentDB' };
  /** Of the accounts who did it, by id: the newest on top. */
  readonly acts: readonly KeptAct[];
}

export interface OperationsSource {
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly settings: Pick<Settings, 'smtpUrl' | 'kurrentDbUrl'>;
}

export async function readOperations(
  { pool, store, settings }: OperationsSource,
  now: string,
): Promise<OperationsState> {
  const answering = await answers(() => store.ping());
  const [mailServer, workers, pauses] = await Promise.all([
    mailServerOf(settings),
    readWorkers(pool),
    readPauses(pool),
  ]);
  const running = workers.filter(({ runs }) => runs);
  const [last] = workers;
  return {
    at: now,
    workers: {
      running: running.length,
      ...(last === undefined ? {} : { lastSeenAt: last.seenAt, closed: last.stopped }),
    },
    queuesAnswer: last === undefined || last.queues !== null,
    parts: WORK_PARTS.map((part) => partOf(part, workers, pauses)),
    readers: answering.answers ? await readLogReaders(pool, store) : [],
    mails: await readMailsNow(pool, now),
    ...(mailServer === undefined ? {} : { mailServer }),
    store: { kind: settings.kurrentDbUrl === undefined ? 'PostgreSQL' : 'KurrentDB', ...answering },
    acts: await readActs(pool),
  };
}

function partOf(part: WorkPart, workers: readonly WorkerProcess[], pauses: readonly Pause[]): PartState {
  const reports = workers.flatMap(({ parts }) => parts[part] ?? []);
  const ranAt = latest(reports.flatMap((report) => report.ranAt ?? []));
  const problem = reports
    .flatMap((report): readonly WorkProblem[] => (report.problem === undefined ? [] : [report.problem]))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))[0];
  const paused = pauses.find((pause) => pause.part === part);
  const queue = isQueued(part) ? workers[0]?.queues?.[part] : undefined;
  return {
    part,
    mayBePaused: isPausable(part),
    failures: workers.reduce((sum, { runs, parts }) => sum + (runs ? (parts[part]?.failures ?? 0) : 0), 0),
    ...(ranAt === undefined ? {} : { ranAt }),
    ...(problem === undefined ? {} : { problem }),
    ...(paused === undefined
      ? {}
      : { paused: { reason: paused.reason, at: paused.at, actor: paused.actor } }),
    ...(queue === undefined ? {} : { queue }),
  };
}

const isQueued = (part: WorkPart) => (QUEUED_PARTS as readonly WorkPart[]).includes(part);
const latest = (moments: readonly string[]): string | undefined => moments.toSorted().at(-1);

async function mailServerOf({ smtpUrl }: OperationsSource['settings']): Promise<Answering | undefined> {
  if (smtpUrl === undefined) return undefined;
  const server = readSmtpUrl(smtpUrl);
  if (server === undefined) return { answers: false, code: 'mail-server-not-found' };
  return answers(() => checkMailServer(server));
}

async function answers(ask: () => Promise<unknown>): Promise<Answering> {
  try {
    await ask();
    return { answers: true };
  } catch (error) {
    return { answers: false, code: problemCode(error) };
  }
}
