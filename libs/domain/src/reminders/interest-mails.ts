import { derivedId } from '@linking/events/event-ids.js';
import { interestStream } from '@linking/events/streams.js';
import { addWorkingDays } from '../calendar/school-days.js';
import { classStatus, interestStatus, type Interest } from '../interest/interest.js';
import type { InterestMail } from './mail-facts.js';
import { onlyDays, type RuleTimings } from './rule-settings.js';
import { waitingSince, type DatedInterestEvent } from './waiting-interest.js';
import type { WantedMail } from './wanted-mail.js';

// RFC 9562 namespace of our own, drawn once.
const PROGRAMMES = '4a7a2a52-9d5b-4f0e-8f51-3d2a8d0e9c27';

/** The key under which the mailbox of a programme stands where mails to people have a person's id. */
export const programmeKey = (slug: string) => derivedId(PROGRAMMES, slug);

/**
 * N01 to the head who wrote or rang, N02 to the programme's mailbox while a class waits, and N03 when nobody has answered
 * after five working days, or those of the programme; none once it is taken back.
 */
export function planInterestMails(
  interest: Interest,
  facts: readonly DatedInterestEvent[],
  rules?: RuleTimings,
): readonly WantedMail[] {
  // Until a programme has it there is nobody who could answer the head: the national office rings her.
  if (interest.withdrawn || interest.declined || interest.programme === '') return [];
  const { id, programme, urn, year, headId, expressedOn, classes } = interest;
  const mail = (rule: InterestMail['rule'], to: Pick<WantedMail, 'personId' | 'mailbox'>): WantedMail => ({
    subject: interestStream(id),
    programme,
    step: 'received',
    anchorDate: expressedOn,
    kind: 'immediate',
    dueOn: expressedOn,
    ...to,
    content: { rule, interestId: id, urn, year, classes: classes.length },
  });
  if (interestStatus(interest) !== 'waiting') return [mail('N01', { personId: headId })];
  const told = mail('N02', { personId: programmeKey(programme), mailbox: 'programme' });
  return [
    mail('N01', { personId: headId }),
    told,
    ...stillWaiting(interest, told, { since: waitingSince(facts), days: onlyDays('N03', rules) }),
  ];
}

function stillWaiting(
  interest: Interest,
  told: WantedMail,
  { since: waitsSince, days }: { readonly since: string | undefined; readonly days: number | undefined },
): readonly WantedMail[] {
  // Of an imported interest only the month may be known: no working days can be counted from it.
  if (waitsSince?.length !== '2026-05-12'.length || days === undefined) return [];
  const { id: interestId, urn, year } = interest;
  const classes = interest.classes.filter((offered) => classStatus(interest, offered) === 'waiting').length;
  return [
    {
      ...told,
      step: 'waiting',
      anchorDate: waitsSince,
      kind: 'scheduled',
      dueOn: addWorkingDays(waitsSince, days),
      content: { rule: 'N03', interestId, urn, year, classes, waitsSince },
    },
  ];
}
