import type { Side } from '@linking/events/link/link-events.js';
import {
  bothSides,
  signingSides,
  type Link,
  type LinkSide,
  type LinkTeacher,
  type Meeting,
} from '@linking/domain/link/link.js';
import { overdueSteps } from '@linking/domain/link/overdue.js';
import { longDay, phoneNumber, shortDay } from '@linking/words/format.js';
import type {
  AgreementLineView,
  ClassView,
  MeetingLineView,
  TrainingLineView,
} from '../pages/links/link-view.js';
import { placeText } from '@linking/words/meeting-sentences.js';
import type { LinkNames } from '@linking/application/links/link-names.js';
import {
  capital,
  codeText,
  meetingNames,
  sideText,
  trainingNames,
  yearGroupsText,
} from '@linking/words/link-terms.js';

export const classesView = (link: Link, names: LinkNames): readonly ClassView[] =>
  bothSides.map((side) => {
    const { urn, headId, yearGroups, pupilCount, placeholder, teachers, classNameId } = link.sides[side];
    const name = names.note(classNameId);
    const record = names.schoolRecord(urn);
    return {
      school: record === undefined ? names.school(urn) : { href: `/schools/${urn}`, label: record.name },
      words:
        yearGroups.length === 0
          ? 'Class not known yet'
          : `${name === undefined ? '' : `${name}, `}${yearGroupsText(yearGroups)}, ${pupilCount} pupils${placeholder ? ', name to follow' : ''}`,
      people: [
        ...teachers.map((teacher) =>
          contact(
            names.person(teacher.teacherId, 'teacher', urn),
            `link teacher${periodText(teacher)}${reachText(link.sides[side], teacher.teacherId)}`,
          ),
        ),
        ...(teachers.length === 0 ? ['Teacher to follow'] : []),
        contact(
          names.person(headId, 'headteacher', urn),
          `headteacher${reachText(link.sides[side], headId)}`,
        ),
        ...(record?.telephone === undefined ? [] : [`School office ${phoneNumber(record.telephone)}`]),
      ],
    };
  });

/** `, job share`, ` from 4 January 2027 until 31 March 2027`. */
const periodText = ({ from, to, jobShare }: LinkTeacher) =>
  `${jobShare === true ? ', job share' : ''}${from === undefined ? '' : ` from ${longDay(from)}`}${to === undefined ? '' : ` until ${longDay(to)}`}`;

const reachText = ({ lostContacts }: LinkSide, personId: string) =>
  lostContacts.some((lost) => lost.personId === personId) ? ', cannot be reached' : '';

const contact = ({ name, phone }: ReturnType<LinkNames['person']>, role: string) =>
  `${name}, ${role}${phone === null ? '' : `, ${phone}`}`;

export function agreementView(link: Link, names: LinkNames, today: string): readonly AgreementLineView[] {
  const late = overdueSteps(link, today).some(({ step }) => step === 'agreement');
  return signingSides(link).map((side) => {
    const {
      status,
      signerId,
      signedOn,
      declinedOn,
      revokedOn,
      signerRole = 'headteacher',
    } = link.agreement[side];
    const { urn, headId } = link.sides[side];
    const who = names.person(signerId ?? headId, signerRole, urn).name;
    const line = { who, school: sideText(link, side, names) };
    switch (status) {
      case 'signed':
        return {
          ...line,
          status: signedOn === undefined ? 'signed' : `signed ${shortDay(signedOn)}`,
          tone: 'done',
        };
      case 'issued':
        return { ...line, status: 'not signed yet', tone: late ? 'late' : 'open' };
      case 'not-issued':
        return { ...line, status: 'not asked yet', tone: 'open' };
      case 'declined':
        return { ...line, status: `declined ${shortDay(declinedOn ?? '')}`, tone: 'late' };
      case 'revoked':
        return { ...line, status: `taken back ${shortDay(revokedOn ?? '')}`, tone: 'late' };
    }
  });
}

export function meetingsView(link: Link, names: LinkNames): readonly MeetingLineView[] {
  const school = (side: Side) => sideText(link, side, names);
  return link.meetings
    .toSorted((x, y) => x.number - y.number)
    .map((meeting) => {
      const { number, status, on, startsAt, endsAt, pupilsExpected, pupilsA, pupilsB } = meeting;
      const place = capital(placeText(meeting, school, names));
      const times = startsAt === undefined ? '' : `, ${startsAt} to ${endsAt}`;
      const line = { on, title: meetingNames[number], place: `${place}${times}` };
      switch (status) {
        case 'planned':
          return {
            ...line,
            detail: [`${pupilsExpected ?? 0} pupils expected`, ...askedTexts(meeting, school)].join('. '),
            tag: { tone: 'blue', text: 'Planned' },
          };
        case 'held':
          return {
            ...line,
            detail: `${pupilsA ?? 0} pupils of ${school('a')}, ${pupilsB ?? 0} of ${school('b')}`,
            tag: { tone: 'green', text: 'Held' },
          };
        case 'cancelled':
          return { ...line, tag: { tone: 'red', text: 'Cancelled' } };
      }
    });
}

/** What the schools asked instead of its day, and what was said to that. */
const askedTexts = ({ asked = {} }: Meeting, school: (side: Side) => string): readonly string[] =>
  bothSides.flatMap((side) => {
    const { since, on, reasonCode, declined } = asked[side] ?? {};
    if (since === undefined || reasonCode === undefined) return [];
    const better = on === undefined ? '' : `, better ${shortDay(on)}`;
    const said = `${school(side)} asked for another date${better}: ${codeText(reasonCode)}`;
    return [declined === undefined ? said : `${said}. The date stands: ${codeText(declined)}`];
  });

export function trainingView(link: Link, names: LinkNames): readonly TrainingLineView[] {
  const recorded = link.training.map((record): TrainingLineView => {
    const teacher = names.person(record.teacherId, 'teacher', link.sides[record.side].urn).name;
    const status = trainingStatus[record.catchUp === true ? 'caught-up' : record.status];
    const words = `${trainingNames[record.kind]}, ${status.words} ${shortDay(record.on)}`;
    return { teacher, words, tag: status.tag };
  });
  const open = bothSides.flatMap((side) =>
    link.sides[side].teachers
      .filter(({ teacherId }) => !link.training.some((record) => record.teacherId === teacherId))
      .map(({ teacherId, needs, linkedBefore }): TrainingLineView => ({
        teacher: names.person(teacherId, 'teacher', link.sides[side].urn).name,
        words: `Needs the ${trainingNames[needs].toLowerCase()}${linkedBefore ? ', has linked before' : ''}`,
        tag: { tone: 'grey', text: 'Nothing recorded' },
      })),
  );
  return [...recorded, ...open];
}

const trainingStatus = {
  enrolled: { words: 'enrolled for', tag: { tone: 'blue', text: 'Enrolled' } },
  attended: { words: 'attended', tag: { tone: 'green', text: 'Attended' } },
  'caught-up': { words: 'caught up', tag: { tone: 'green', text: 'Caught up' } },
  missed: { words: 'missed', tag: { tone: 'red', text: 'Missed' } },
} as const;
