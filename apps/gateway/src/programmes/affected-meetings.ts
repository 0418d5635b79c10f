import { schoolsInWords, type LinkWords } from '@linking/application/links/link-words.js';
import type { School } from '@linking/application/schools/find-schools.js';
import type { Days } from '@linking/domain/calendar/school-calendar.js';
import { bothSides, type Link } from '@linking/domain/link/link.js';
import type { MeetingNumber } from '@linking/events/link/link-events.js';
import { callText } from '@linking/application/links/call-text.js';
import { meetingNames } from '@linking/words/link-terms.js';

/** A meeting in person that was planned for a day on which it cannot be. */
export interface AffectedMeeting {
  readonly ref: string;
  readonly number: MeetingNumber;
  readonly on: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** `First meeting`. */
  readonly name: string;
  readonly schools: string;
  /** One a school: name and number. */
  readonly calls: readonly string[];
}

export function affectedMeetings(
  links: readonly Link[],
  { from, to }: Days,
  words: LinkWords,
  schoolRecord: (urn: string) => Pick<School, 'telephone'> | undefined,
): readonly AffectedMeeting[] {
  return links
    .flatMap((link) =>
      link.meetings.flatMap(({ number, status, mode, on, startsAt, endsAt }): readonly AffectedMeeting[] => {
        const there = status === 'planned' && mode === 'in-person' && from <= on && on <= to;
        if (!there || startsAt === undefined || endsAt === undefined) return [];
        const schools = schoolsInWords(link, words);
        const calls = bothSides.map((side) => callOf(link, side, words, schoolRecord));
        return [{ ref: link.ref, number, on, startsAt, endsAt, name: meetingNames[number], schools, calls }];
      }),
    )
    .toSorted((x, y) => (`${x.on} ${x.ref}` < `${y.on} ${y.ref}` ? -1 : 1));
}

function callOf(
  link: Link,
  side: 'a' | 'b',
  words: LinkWords,
  schoolRecord: (urn: string) => Pick<School, 'telephone'> | undefined,
): string {
  const { teachers, headId, urn } = link.sides[side];
  const lead = teachers.find((teacher) => teacher.lead) ?? teachers[0];
  const book = { person: words.person, schoolRecord };
  return lead === undefined
    ? callText(book, headId, 'headteacher', urn)
    : callText(book, lead.teacherId, 'teacher', urn);
}
