import type { WantedMail } from '@linking/domain/reminders/wanted-mail.js';
import { eventName } from '@linking/events/stored-type.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Projection } from '@linking/projections/projection.js';
import { upsertPlanned } from './upsert-planned.js';

/** The mails that the link asks for as its stream stands now; none for a link that is not known. */
export type WantedMails = (linkRef: string) => Promise<readonly WantedMail[]>;

export interface PlanningDependencies {
  readonly wantedMails: WantedMails;
  readonly clock: Clock;
  readonly mailDomain: string;
}

const PREFIX = 'link-';

/** The mails table as a consumer of the log: every link with news is planned anew. */
export function planning({ wantedMails, clock, mailDomain }: PlanningDependencies): Projection {
  return {
    name: 'planning',
    prefixes: [PREFIX],
    migrations: [],
    async apply(transaction, events) {
      const refs = new Set(
        events
          // A link is known from its proposal on; the interests copied in before it say nothing alone.
          .filter(({ envelope }) => eventName(envelope.type) !== 'InterestRecorded')
          .map(({ envelope }) => envelope.stream.slice(PREFIX.length)),
      );
      for (const ref of refs) {
        await upsertPlanned(transaction, ref, await wantedMails(ref), { now: clock.now(), mailDomain });
      }
    },
  };
}
