import type { RecordedLinkEvent } from '@linking/domain/link/link.js';
import { compareDays } from '@linking/domain/calendar/loose-days.js';
import { historySentence } from '@linking/words/history-sentence.js';
import { meetingHeldDetails } from '@linking/words/meeting-sentences.js';
import { codeText, sideText } from '@linking/words/link-terms.js';
import type { RecordedView } from '../pages/teacher/teacher-view.js';
import type { Taught } from './teacher-words.js';

const MOST = 8;

/** What both classes are known to have done, the newest first. Notes of others are not hers to read. */
export function recordedView(taught: Taught): readonly RecordedView[] {
  const { link, names, personId } = taught;
  return link.entries
    .flatMap(({ event, corrected, voided }) => {
      const counts = corrected ?? event;
      return voided || !isOfTheClasses(counts, taught) ? [] : [counts];
    })
    .toSorted((x, y) => compareDays(y.occurredOn, x.occurredOn) || y.revision - x.revision)
    .slice(0, MOST)
    .map((event) => ({
      id: event.id,
      on: event.occurredOn,
      headline: historySentence(event, link, names).headline,
      details: detailsOf(event, taught),
      who:
        event.actor === `person:${personId}` ? 'recorded by you' : `recorded by ${names.actor(event.actor)}`,
    }));
}

function isOfTheClasses(event: RecordedLinkEvent, { side }: Taught): boolean {
  if (event.type === 'ReadyForTheDay') return event.data.side === side;
  return event.type === 'WorkExchanged' || event.type === 'MeetingHeld';
}

function detailsOf(event: RecordedLinkEvent, { link, names, personId }: Taught): readonly string[] {
  const own =
    event.actor === `person:${personId}` && 'noteId' in event.data
      ? names.note(event.data.noteId)
      : undefined;
  const note = own === undefined ? [] : [`“${own}”`];
  if (event.type === 'MeetingHeld') {
    return [...meetingHeldDetails(event.data, (side) => sideText(link, side, names), names), ...note];
  }
  if (event.type === 'ReadyForTheDay') {
    const { riskAssessment, transport } = event.data;
    return [`Risk assessment ${codeText(riskAssessment)}, transport ${codeText(transport)}.`, ...note];
  }
  return note;
}
