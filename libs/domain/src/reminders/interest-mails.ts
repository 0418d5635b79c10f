import { derivedId } from '@linking/events/event-ids.js';
import { interestStream } from '@linking/events/streams.js';
import { interestStatus, type Interest } from '../interest/interest.js';
import type { InterestMail } from './mail-facts.js';
import type { WantedMail } from './wanted-mail.js';

// RFC 9562 namespace of our own, drawn once.
const PROGRAMMES = '4a7a2a52-9d5b-4f0e-8f51-3d2a8d0e9c27';

/** The key under which the mailbox of a programme stands where mails to people have a person's id. */
export const programmeKey = (slug: string) => derivedId(PROGRAMMES, slug);

/** N01 to the head who wrote or rang, and N02 to the programme's mailbox while a class waits; none once it is taken back. */
export function planInterestMails(interest: Interest): readonly WantedMail[] {
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
  return [
    mail('N01', { personId: headId }),
    ...(interestStatus(interest) === 'waiting'
      ? [mail('N02', { personId: programmeKey(programme), mailbox: 'programme' })]
      : []),
  ];
}
