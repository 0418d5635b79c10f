import { randomUUID } from 'node:crypto';
import { londonDay } from '@linking/domain/calendar/london.js';
import { isAgreed, isBrokered, otherSide } from '@linking/domain/link/link.js';
import type { DiaryPlace, DiarySession } from '@linking/projections/training-diary/training-diary.js';
import { outcomeText, trainingNames } from '@linking/words/link-terms.js';
import type { ContactView } from '../pages/agreement/signing-view.js';
import type { TagView } from '../pages/components/tag.js';
import { longDay, phoneNumber } from '@linking/words/format.js';
import type {
  PartnerTeacherView,
  TaughtLinkView,
  TeacherSessionView,
  TeacherView,
} from '../pages/teacher/teacher-view.js';
import { nextView, sendToo } from './next-view.js';
import { recordedView } from './recorded-view.js';
import { className, ownSchool, partnerName, type Taught } from './teacher-words.js';
import { yearSteps } from './year-steps.js';

export interface Programme {
  readonly slug: string;
  readonly name: string;
  readonly contact: ContactView;
}

export interface TeacherMaterial {
  /** `2026–27`. */
  readonly year: string;
  readonly name: string;
  readonly personId: string;
  readonly address: string;
  readonly expiresAt: string;
  readonly taught: readonly Taught[];
  readonly before: readonly Taught[];
  readonly sessions: readonly DiarySession[];
  /** Names of venues by id. */
  readonly venues: ReadonlyMap<string, string>;
  readonly programmes: readonly Programme[];
}

export function teacherYearView(material: TeacherMaterial): TeacherView {
  const { name, year, address, taught, before, sessions, programmes, expiresAt } = material;
  return {
    state: 'open',
    eyebrow: [...programmes.map((programme) => programme.name), year].join(' · '),
    name,
    links: taught.map((one) => linkView(one, sessions, address, programmes)),
    before: before.map((one) => `You are no longer named as the link teacher of ${ownSchool(one)}.`),
    sessions: sessions.map((session) => sessionView(session, material)),
    calendar: {
      action: `${address}/calendar`,
      label: 'Add my dates to my calendar',
      csrf: '',
      idempotencyKey: randomUUID(),
    },
    contacts: programmes.map(({ contact }) => contact),
    notice: `This page is only for ${name} and works until ${longDay(londonDay(expiresAt))}. We keep what you record here, with your name and the time.`,
  };
}

/** Where the forms of one class are. */
export const hrefOf = (address: string, { link, side }: Taught) => `${address}/${link.ref}/${side}`;

function linkView(
  taught: Taught,
  sessions: readonly DiarySession[],
  address: string,
  programmes: readonly Programme[],
): TaughtLinkView {
  const { link, side } = taught;
  const href = hrefOf(address, taught);
  const mailbox = programmes.find(({ slug }) => slug === link.programme)?.contact.email ?? '';
  const tag = tagOf(taught);
  const also = sendToo(taught, href);
  const both = {
    own: { className: className(taught, side), school: ownSchool(taught) },
    partner: {
      className: className(taught, otherSide(side)),
      school: taught.names.school(link.sides[otherSide(side)].urn),
    },
  };
  // Who the partner is may still change until both headteachers said yes.
  const isKnown = isBrokered(link);
  const partnerTeachers = isAgreed(link) ? partnerTeachersOf(taught) : [];
  return {
    id: `${link.ref}-${side}`,
    ref: link.ref,
    heading: isKnown ? `With ${partnerName(taught)}` : `Your class at ${ownSchool(taught)}`,
    ...(tag === undefined ? {} : { tag }),
    own: both.own,
    ...(isKnown ? { partner: both.partner } : {}),
    next: nextView(taught, href),
    ...(also === undefined ? {} : { sendToo: also }),
    partnerTeachers,
    ...(partnerTeachers.length > 0 ? {} : { partnerNote: partnerNote(taught) }),
    steps: isKnown ? yearSteps(taught, sessions, href) : [],
    recorded: recordedView(taught),
    somethingWrong: {
      href: `mailto:${mailbox}?subject=${encodeURIComponent(`${link.ref}: something is wrong`)}`,
      label: 'Something is wrong here',
    },
  };
}

function tagOf({ link }: Taught): TagView | undefined {
  if (link.outcome !== 'open') return { tone: 'grey', text: outcomeText(link) };
  return link.paused === undefined ? undefined : { tone: 'grey', text: 'Paused' };
}

function partnerTeachersOf({ link, side, names }: Taught): readonly PartnerTeacherView[] {
  const { urn, teachers } = link.sides[otherSide(side)];
  const ofSchool = names.schoolRecord(urn)?.telephone;
  return teachers.map(({ teacherId }) => {
    const { name, email, phone } = names.person(teacherId, 'teacher', urn);
    const number = phone ?? ofSchool;
    return {
      name,
      ...(email === null ? {} : { email }),
      ...(number === undefined ? {} : { phone: phoneNumber(number) }),
    };
  });
}

function partnerNote(taught: Taught): string {
  const { link } = taught;
  if (!isBrokered(link)) return 'You hear who your partner is once both headteachers have said yes.';
  return isAgreed(link)
    ? `${partnerName(taught)} has not named its teacher yet.`
    : 'You get each other’s names once both schools have signed.';
}

const placeTags: Readonly<Record<DiaryPlace['status'], TagView>> = {
  taken: { tone: 'blue', text: 'You have a place' },
  waiting: { tone: 'amber', text: 'You are on the waiting list' },
};

function sessionView(session: DiarySession, { personId, venues }: TeacherMaterial): TeacherSessionView {
  const place = session.places.find(({ teacherId }) => teacherId === personId);
  const where = venues.get(session.venueId ?? '');
  return {
    id: session.sessionId,
    on: session.on,
    title:
      session.kind === 'planning-half'
        ? 'Planning half-day'
        : `Training: ${trainingNames[session.kind].toLowerCase()}`,
    when: `${session.startsAt} to ${session.endsAt}${where === undefined ? '' : `, ${where}`}`,
    tag: sessionTag(place),
  };
}

function sessionTag(place: DiaryPlace | undefined): TagView {
  if (place?.attended === true) return { tone: 'green', text: 'You were there' };
  if (place?.attended === false) return { tone: 'amber', text: 'Missed: ask for another date' };
  return placeTags[place?.status ?? 'waiting'];
}
