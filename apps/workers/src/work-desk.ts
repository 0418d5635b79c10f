import type pg from 'pg';
import { readPauses } from '@linking/application/operations/pauses.js';
import { problemCode } from '@linking/application/operations/problem-code.js';
import type { PartReport } from '@linking/application/operations/worker-processes.js';
import type { PausablePart, WorkPart } from '@linking/application/operations/work-parts.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { WorkerLog } from './worker-log.js';

/** What a part of the workers asks and tells: whether somebody paused it, and what came of its work. */
export interface PartDesk extends WorkerLog {
  /** Does the task unless the part is paused, and keeps when. */
  run(task: () => Promise<void>): Promise<void>;
  /** Whether somebody paused it, or all mails for `mails`. */
  paused(part?: PausablePart): Promise<boolean>;
}

export interface WorkDesk {
  of(part: WorkPart): PartDesk;
  /** Looks at the table of pauses anew the next time. */
  forget(): void;
  reports(): Readonly<Partial<Record<WorkPart, PartReport>>>;
}

interface DeskOf {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly log: WorkerLog;
}

/** Milliseconds of real time for which a look at the pauses counts: at most one query a second, however many jobs. */
const KNOWN_FOR = 1_000;

export function openDesk({ pool, clock, log }: DeskOf): WorkDesk {
  const reports = new Map<WorkPart, PartReport>();
  let known: { readonly at: number; readonly paused: Promise<ReadonlySet<string>> } | undefined;
  const paused = async (part: string): Promise<boolean> => {
    if (known === undefined || performance.now() - known.at > KNOWN_FOR) {
      known = { at: performance.now(), paused: look() };
    }
    return (await known.paused).has(part);
  };
  const look = async (): Promise<ReadonlySet<string>> => {
    try {
      return new Set((await readPauses(pool)).map(({ part }) => part));
    } catch (error) {
      known = undefined;
      throw error;
    }
  };
  const reportOf = (part: WorkPart): PartReport => reports.get(part) ?? { failures: 0 };
  return {
    of: (part) => ({
      info: (details, message) => log.info(details, message),
      error(details, message) {
        const { failures, ...report } = reportOf(part);
        const code = problemCode('err' in details ? details.err : undefined);
        const problem = { said: message, code, at: clock.now() };
        reports.set(part, { ...report, failures: failures + 1, problem });
        log.error(details, message);
      },
      async run(task) {
        if (await paused(part)) return;
        await task();
        reports.set(part, { ...reportOf(part), ranAt: clock.now() });
      },
      paused: (other) => paused(other ?? part),
    }),
    forget: () => (known = undefined),
    reports: () => Object.fromEntries(reports),
  };
}
