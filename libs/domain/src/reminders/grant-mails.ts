import { grantStream } from '@linking/events/streams.js';
import { addDays } from '../calendar/london.js';
import { isWorkingDay } from '../calendar/school-days.js';
import { deliveredOn, type Grant } from '../grant/grant.js';
import type { WantedMail } from './wanted-mail.js';

/** Days before a report is due. */
const ASKED_BEFORE = [30, 7] as const;

/**
 * N30, to the grant's owner: 30 and 7 days before a report is due, on the working day before when the office is closed.
 * A report that went to the funder is asked for no more, nor one that a funder who withdrew does not wait for.
 */
export function planGrantMails(grant: Grant, ownerId: string): readonly WantedMail[] {
  const { grantId, reportsDue, kind, programmes } = grant;
  // A local funder's mails stand in the outbox of the first programme it pays for, all others in the office's own.
  const programme = kind === 'local' && programmes !== 'all' ? (programmes[0] ?? '') : '';
  return reportsDue
    .filter((due) => deliveredOn(grant, due) === undefined && !isWithdrawn(grant, due))
    .flatMap((due) =>
      ASKED_BEFORE.map((days, index): WantedMail => ({
        subject: grantStream(grantId),
        programme,
        step: `report-${index + 1}`,
        anchorDate: due,
        personId: ownerId,
        mailbox: 'user',
        kind: 'scheduled',
        dueOn: workingDayOnOrBefore(addDays(due, -days)),
        content: { rule: 'N30', grantId, due, asking: index === 0 ? 1 : 2 },
      })),
    );
}

const isWithdrawn = ({ ended }: Grant, due: string) =>
  ended?.reasonCode === 'funder-withdrew' && ended.on < due;

function workingDayOnOrBefore(day: string): string {
  let found = day;
  while (!isWorkingDay(found)) found = addDays(found, -1);
  return found;
}
