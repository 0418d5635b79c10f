import type { Queryable } from '@linking/projections/projection.js';
import type { WorkPart } from './work-parts.js';

/** What went wrong in a part, without anybody's address: a sentence of ours and a code of the error. */
export interface WorkProblem {
  readonly said: string;
  readonly code: string;
  /** By the clock port, as `ranAt`. */
  readonly at: string;
}

export interface PartReport {
  /** When it last looked for work and did what it found. */
  readonly ranAt?: string;
  /** Since the process began. */
  readonly failures: number;
  readonly problem?: WorkProblem;
}

export interface QueueReport {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  /** Seconds for which the oldest has waited. */
  readonly oldest?: number;
}

export interface WorkerBeat {
  readonly id: string;
  /** By the clock port. */
  readonly beganAt: string;
  readonly seenAt: string;
  readonly parts: Readonly<Partial<Record<WorkPart, PartReport>>>;
  /** `null` while the server of the queues does not answer. */
  readonly queues: Readonly<Record<string, QueueReport>> | null;
}

export interface WorkerProcess extends WorkerBeat {
  readonly runs: boolean;
  /** It was closed in good order; otherwise it fell silent. */
  readonly stopped: boolean;
}

/** Seconds of silence, in real time, after which workers do not run. They tell of themselves every five. */
const SILENCE = 20;

export async function keepBeat(db: Queryable, beat: WorkerBeat, stopped = false): Promise<void> {
  await db.query(
    `insert into worker_processes (id, began_at, seen_at, stopped, parts, queues) values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do update set seen_at = excluded.seen_at, beat_at = now(), stopped = excluded.stopped,
       parts = excluded.parts, queues = excluded.queues`,
    [
      beat.id,
      beat.beganAt,
      beat.seenAt,
      stopped,
      JSON.stringify(beat.parts),
      beat.queues === null ? null : JSON.stringify(beat.queues),
    ],
  );
}

/** Those that ended long ago; the caller's own row stays, so that there is always a last one. */
export async function forgetOldWorkers(db: Queryable, ownId: string): Promise<void> {
  await db.query(`delete from worker_processes where id <> $1 and beat_at < now() - interval '1 day'`, [
    ownId,
  ]);
}

/** The one that was seen last on top. */
export async function readWorkers(db: Queryable): Promise<readonly WorkerProcess[]> {
  const { rows } = await db.query<{
    id: string;
    began_at: Date;
    seen_at: Date;
    stopped: boolean;
    runs: boolean;
    parts: WorkerBeat['parts'];
    queues: WorkerBeat['queues'];
  }>(
    `select *, not stopped and beat_at > now() - make_interval(secs => $1) as runs
     from worker_processes order by beat_at desc`,
    [SILENCE],
  );
  return rows.map((row) => ({
    id: row.id,
    beganAt: row.began_at.toISOString(),
    seenAt: row.seen_at.toISOString(),
    runs: row.runs,
    stopped: row.stopped,
    parts: row.parts,
    queues: row.queues,
  }));
}
