import type { GrantEvent, GrantEventData, GrantFacts } from '@linking/events/grant/grant-events.js';
import { fullDate } from '../calendar/words.js';
import { sameContent } from '../link/decided.js';
import { Refusal } from '../refusal.js';
import { deliveredOn, type Grant } from './grant.js';

export type GrantCommand =
  | ({ readonly type: 'AddGrant' } & GrantEventData['GrantAdded'])
  | ({ readonly type: 'ChangeGrant' } & GrantFacts)
  | ({
      readonly type: 'RecordReportDelivered';
      readonly today: string;
    } & GrantEventData['GrantReportDelivered'])
  | ({ readonly type: 'EndGrant' } & GrantEventData['GrantEnded']);

/** The facts that a command makes of a grant as it stands; none when it stands so already. */
export function decideGrant(command: GrantCommand, grant: Grant | undefined): readonly GrantEvent[] {
  switch (command.type) {
    case 'AddGrant': {
      const { type: _, ...added } = command;
      if (grant !== undefined) return [];
      checkGrant(added);
      return [{ type: 'GrantAdded', data: { ...added, ...inOrder(added) } }];
    }
    case 'ChangeGrant': {
      const { type: _, ...wanted } = command;
      const { grantId: __, revision: ___, delivered: ____, ended, ...facts } = known(grant);
      const changed = { ...wanted, ...inOrder(wanted) };
      if (sameContent(changed, facts)) return [];
      if (ended !== undefined) {
        throw new Refusal('GRANT_ENDED', `This grant ended on ${fullDate(ended.on)}.`, {
          nextStep: 'Add a new grant when the funder pays again.',
        });
      }
      checkGrant(wanted);
      return [{ type: 'GrantChanged', data: changed }];
    }
    case 'RecordReportDelivered': {
      const { due, on, today } = command;
      const before = deliveredOn(known(grant), due);
      if (before === on) return [];
      if (before !== undefined) {
        throw new Refusal(
          'REPORT_DELIVERED',
          `The report due on ${fullDate(due)} was delivered on ${fullDate(before)}.`,
          { nextStep: 'Nothing is left to do for it.' },
        );
      }
      if (!known(grant).reportsDue.includes(due)) {
        throw new Refusal('REPORT_NOT_DUE', `This grant asks for no report on ${fullDate(due)}.`, {
          nextStep: 'Choose one of the days on which a report is due, or change the grant first.',
        });
      }
      if (on > today) {
        throw new Refusal('DATE_IN_FUTURE', `${fullDate(on)} is still to come.`, {
          nextStep: 'Enter the day on which the report went to the funder, once it has.',
        });
      }
      return [{ type: 'GrantReportDelivered', data: { due, on } }];
    }
    case 'EndGrant': {
      const { type: _, ...ending } = command;
      const { from, until, ended } = known(grant);
      if (sameContent(ending, ended)) return [];
      if (ending.on < from) throw endBeforeStart(ending.on, from);
      if (ending.on > until) {
        throw new Refusal('GRANT_ENDED', `This grant ends by itself on ${fullDate(until)}.`, {
          nextStep: 'Choose an earlier day, or change its last day when the funder pays for longer.',
        });
      }
      return [{ type: 'GrantEnded', data: ending }];
    }
  }
}

function known(grant: Grant | undefined): Grant {
  if (grant !== undefined) return grant;
  throw new Refusal('GRANT_UNKNOWN', 'There is no such grant.', {
    nextStep: 'Choose one of the list of funders.',
  });
}

const inOrder = ({ pays, reportsDue }: GrantFacts) => ({
  pays: [...new Set(pays)],
  reportsDue: [...new Set(reportsDue)].toSorted(),
});

function checkGrant({ kind, from, until, programmes, reportsDue }: GrantFacts): void {
  if (until < from) throw endBeforeStart(until, from);
  if (programmes.length === 0) {
    throw new Refusal('GRANT_WITHOUT_PROGRAMME', 'The grant names no programme.', {
      nextStep: 'Choose the programmes that it pays for.',
    });
  }
  if (kind === 'local' && programmes === 'all') {
    throw new Refusal('GRANT_WITHOUT_PROGRAMME', 'A local funder pays for programmes that are named.', {
      nextStep: 'Choose the programmes, or make it a national funder.',
    });
  }
  const early = reportsDue.find((day) => day < from);
  if (early !== undefined) {
    throw new Refusal(
      'REPORT_BEFORE_GRANT',
      `A report due on ${fullDate(early)} comes before the grant begins.`,
      { nextStep: 'Enter its first day or a later one.' },
    );
  }
}

const endBeforeStart = (end: string, start: string) =>
  new Refusal('END_BEFORE_START', `${fullDate(end)} comes before ${fullDate(start)}.`, {
    nextStep: 'Enter its first and its last day.',
  });
