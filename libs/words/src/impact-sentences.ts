import type { LinkEvent, Side, SurveyScores } from '@linking/events/link/link-events.js';
import { counted, longDay } from './format.js';
import {
  instrumentNames,
  outcomeMeasures,
  parentsDid,
  roundNames,
  testimonialRoleNames,
} from './impact-terms.js';
import type { HistoryNames } from './history-names.js';
import { capital, listText, meetingNames } from './link-terms.js';

export type ImpactEvent = Extract<
  LinkEvent,
  { readonly type: 'ParentsInvolved' | 'ReflectionRecorded' | 'SurveyResultRecorded' | 'TestimonialRecorded' }
>;

/** What came of a link, as its history says it: a headline, then what goes with it. */
export function impactWords(
  event: ImpactEvent,
  school: (side: Side) => string,
  names: Pick<HistoryNames, 'note' | 'consent'>,
): readonly [headline: string, ...details: (string | undefined)[]] {
  switch (event.type) {
    case 'ParentsInvolved': {
      const { side, kind, count } = event.data;
      return [`${counted(count, 'parent')} of ${school(side)} ${parentsDid[kind]}`];
    }
    case 'ReflectionRecorded': {
      const { side, meeting, rating } = event.data;
      const what = meeting === undefined ? 'link' : meetingNames[meeting].toLowerCase();
      return [`${school(side)} looked back on the ${what}`, `${rating} of 5.`];
    }
    case 'SurveyResultRecorded': {
      const { side, round, instrument, n, scores = {} } = event.data;
      const answers = n === undefined ? '' : `, ${counted(n, 'answer')}`;
      return [
        `${school(side)} did the ${roundNames[round].toLowerCase()}`,
        `${instrumentNames[instrument]}${answers}.`,
        n === undefined ? 'It is kept that it was done, and no numbers.' : scoresText(scores),
      ];
    }
    case 'TestimonialRecorded': {
      const { role, side, consentId, noteId } = event.data;
      const who = `A ${testimonialRoleNames[role]}${side === undefined ? '' : ` of ${school(side)}`}`;
      const consent = names.consent(consentId);
      if (consent === undefined) {
        return [`${who} said something`, 'The consent is not there any more, so the words are not shown.'];
      }
      const words = names.note(noteId);
      const until = consent.until === undefined ? '' : `, until ${longDay(consent.until)}`;
      return [
        `${who} said something that may be quoted`,
        words === undefined ? undefined : `“${words}”`,
        `${consent.name} agreed on ${longDay(consent.on)}${until}.`,
      ];
    }
  }
}

function scoresText(scores: SurveyScores): string | undefined {
  const marks = Object.entries(outcomeMeasures).flatMap(([code, words]) => {
    const score = scores[code as keyof typeof outcomeMeasures];
    return score === undefined ? [] : [`${words} ${score}`];
  });
  return marks.length === 0 ? undefined : `Means from 1 to 5: ${capital(listText(marks))}.`;
}
