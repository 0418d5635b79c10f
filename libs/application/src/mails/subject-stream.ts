import { writtenSubject } from '@linking/domain/reminders/written-mails.js';
import { correspondenceStream, linkStream } from '@linking/events/streams.js';

const STREAMS: readonly string[] = ['interest-', 'training-', 'grant-'];

const WRITTEN = writtenSubject('');

/** The stream that a mail is about: a link is named by its reference alone, anything else by its stream. */
export const subjectStream = (subject: string) =>
  subject.startsWith(WRITTEN)
    ? correspondenceStream(subject)
    : STREAMS.some((prefix) => subject.startsWith(prefix))
      ? subject
      : linkStream(subject);
