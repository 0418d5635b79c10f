import type { CorrespondenceEventData } from '@linking/events/correspondence/correspondence-events.js';
import type { WantedMail } from './wanted-mail.js';

/** What mails that a coordinator wrote are about. */
export const writtenSubject = (writtenId: string) => `written-${writtenId}`;

/** One mail a person at once, however many of the links are hers. */
export function planWrittenMails(
  { writtenId, programme, subjectId, textId, year, recipients }: CorrespondenceEventData['PeopleWrittenTo'],
  on: string,
): readonly WantedMail[] {
  return recipients.map(({ personId, role, linkRefs }) => ({
    subject: writtenSubject(writtenId),
    programme,
    step: 'mail',
    anchorDate: on,
    personId,
    kind: 'immediate',
    dueOn: on,
    content: { rule: 'written', writtenId, subjectId, textId, role, linkRefs, year },
  }));
}
