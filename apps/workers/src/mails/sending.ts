import { takeDueMails, type DueMail } from '@linking/application/mails/due-mails.js';
import type { Mail } from '@linking/application/mails/mail.js';
import { sendMails } from '@linking/application/mails/send-mail.js';
import type { SendingDependencies } from '@linking/application/mails/send-mail.js';
import type { Job } from '@linking/platform/queues/job.js';
import type { QueueName } from '@linking/platform/queues/queue-names.js';
import { startPart } from '../worker-parts.js';
import type { WorkerPart, Workshop } from '../worker-parts.js';

const TRIES = 5;

/** So many mails are put on a queue at a time, and no more while so many jobs wait there. */
const AT_A_TIME = 500;
const ENOUGH_JOBS = 8;

/** Mails of one job: some times what its mailer takes at once, and not so many that others wait long for their turn. */
const MOST_OF_A_JOB = 100;
const mailsOfAJob = ({ mailer }: SendingDependencies) => Math.min(4 * (mailer.atOnce ?? 2), MOST_OF_A_JOB);

/** Milliseconds of real time after which also what should be on the queue is put there again, if it is not empty before. */
const LOOK_AGAIN = 60_000;

/**
 * Puts on the queues what is due by the clock, and sends it, some mails a job. What goes at once has a queue and workers of
 * its own: a cancellation does not wait behind the mails of a morning.
 */
export async function startSending(
  workshop: Workshop,
  dependencies: SendingDependencies,
): Promise<WorkerPart> {
  const parts = [
    await startLane(workshop, dependencies, { queue: 'mails-at-once', kind: 'immediate', concurrency: 2 }),
    await startLane(workshop, dependencies, { queue: 'mails', kind: 'scheduled', concurrency: 2 }),
  ];
  return {
    wake: () => parts.forEach((part) => part.wake()),
    close: async () => {
      await Promise.all(parts.map((part) => part.close()));
    },
  };
}

const jobsOf = (mails: readonly DueMail[], together: number): readonly Job[] =>
  Array.from({ length: Math.ceil(mails.length / together) }, (_, job) => {
    const its = mails.slice(job * together, (job + 1) * together);
    return { name: 'send', data: { ids: its.map(({ id }) => id).join(' ') }, attempts: TRIES };
  });

interface Lane {
  readonly queue: QueueName;
  readonly kind: Mail['kind'];
  readonly concurrency: number;
}

async function startLane(
  workshop: Workshop,
  dependencies: SendingDependencies,
  { queue, kind, concurrency }: Lane,
): Promise<WorkerPart> {
  const together = mailsOfAJob(dependencies);
  let lookedAgain = -Infinity;
  const part = await startPart(workshop, {
    queue,
    concurrency,
    lockDuration: 30_000,
    every: 5_000,
    failure: 'A mail could not be sent and will be tried again',
    async lookForWork() {
      const { waiting, active, delayed } = await workshop.queues.counts(queue);
      const full = waiting > ENOUGH_JOBS;
      if (full && kind === 'scheduled') return [];
      // A queue without a job has forgotten whatever was put there and did not end.
      const onlyNew =
        full || (waiting + active + delayed > 0 && performance.now() - lookedAgain < LOOK_AGAIN);
      if (!onlyNew) lookedAgain = performance.now();
      const taking = { limit: AT_A_TIME, kind, onlyNew, onlyUrgent: full };
      const due = await takeDueMails(dependencies, dependencies.clock.now(), taking);
      const [urgent, others] = [due.filter((mail) => mail.urgent), due.filter((mail) => !mail.urgent)];
      return [
        ...jobsOf(urgent, together).map((job) => ({ ...job, ahead: true })),
        ...jobsOf(others, together),
      ];
    },
    async handle({ ids = '' }) {
      const { endings, failures } = await sendMails(dependencies, ids.split(' '));
      // There may be more than was put on the queue at a time.
      if (endings.length > 0) part.wake();
      if (failures.length === 1) throw failures[0];
      if (failures.length > 1) {
        throw new AggregateError(failures, failures.map(String).join('; '));
      }
    },
  });
  return part;
}
