import type { Side } from '@linking/events/link/link-events.js';
import { addDays } from '../calendar/london.js';
import { latestDay } from '../calendar/loose-days.js';
import {
  bothSides,
  isAgreed,
  otherSide,
  signingSides,
  type Link,
  type LinkTeacher,
  type RecordedLinkEvent,
} from '../link/link.js';
import { dueBefore } from './due-days.js';
import { aboutLink, immediateMail, scheduledMail, teacherIds, teacherIdsOn } from './link-mail.js';
import { newHeadMails } from './new-head-mails.js';
import { calendarOfSide } from './reader-school-days.js';
import type { WantedMail } from './wanted-mail.js';

/** N09, once both signed and both teachers are known: each teacher gets the other's names, the heads a copy. */
export function partnerMails(link: Link): readonly WantedMail[] {
  const since = partnersKnown(link);
  if (!isAgreed(link) || since === undefined) return [];
  const anchorDate = latestDay(since.map(({ occurredOn }) => occurredOn)) ?? '';
  // A head who teaches the class herself reads it as its teacher; a new head has a mail of her own.
  const told = new Set([
    ...bothSides.flatMap((side) => teacherIds(link, side)),
    ...newHeadMails(link).map(({ personId }) => personId),
  ]);
  const tookOver = new Set(takeOvers(link).map(({ data }) => data.to));
  return bothSides.flatMap((side) => {
    const factsOn = (day: string) =>
      ({
        rule: 'N09',
        ...aboutLink(link, side),
        ownTeacherIds: teachersThen(link, side, day),
        partnerTeacherIds: teachersThen(link, otherSide(side), day),
      }) as const;
    const { headId } = link.sides[side];
    const copies = told.has(headId) ? [] : [headId];
    told.add(headId);
    const toTeacher = ({ teacherId: personId, from = '' }: LinkTeacher) => {
      const mail = { step: `partner-${side}`, anchorDate, personId };
      const audience = 'teacher' as const;
      if (from <= anchorDate) {
        return immediateMail(link, { ...mail, content: { ...factsOn(anchorDate), audience } });
      }
      // Who covers later in the year reads it a week before she begins.
      const due = dueBefore(addDays(from, -DAYS_TO_PREPARE), calendarOfSide(link, side));
      return scheduledMail(link, { ...mail, ...due, content: { ...factsOn(from), audience } }, side);
    };
    const toHead = (personId: string) =>
      immediateMail(link, {
        step: `partner-${side}-copy`,
        anchorDate,
        personId,
        content: { ...factsOn(anchorDate), audience: 'head' },
      });
    return [
      ...link.sides[side].teachers.filter(({ teacherId }) => !tookOver.has(teacherId)).map(toTeacher),
      ...copies.map(toHead),
    ];
  });
}

const DAYS_TO_PREPARE = 7;

/** Who teaches the class on a day, or else whoever is named: a link is never without its teachers. */
function teachersThen(link: Link, side: Side, day: string): readonly string[] {
  const then = teacherIdsOn(link, side, day);
  return then.length > 0 ? then : teacherIds(link, side);
}

/** Whoever came into a link when its teachers knew each other: N25 tells of her instead. */
export function takeOvers(link: Link): readonly TakeOver[] {
  const since = partnersKnown(link);
  if (since === undefined) return [];
  const known = Math.max(...since.map(({ revision }) => revision));
  return link.entries.flatMap(({ event, voided }) =>
    event.type === 'TeacherReplaced' && !voided && event.revision > known ? [event] : [],
  );
}

export type TakeOver = Extract<RecordedLinkEvent, { readonly type: 'TeacherReplaced' }>;

/** The facts after which the teachers of both sides know each other; `undefined` while one of them is missing. */
function partnersKnown(link: Link): readonly RecordedLinkEvent[] | undefined {
  const facts = [
    ...signingSides(link).map((side) => firstSignature(link, side)),
    ...bothSides.map((side) => firstTeachers(link, side)),
  ].filter((fact) => fact !== undefined);
  return facts.length === signingSides(link).length + bothSides.length ? facts : undefined;
}

/** The side's first signature. */
const firstSignature = (link: Link, side: Side) =>
  firstWritten(link, (event) => event.type === 'AgreementSigned' && event.data.side === side);

/** The first fact that gave the side a teacher, while it has one. */
function firstTeachers(link: Link, side: Side): RecordedLinkEvent | undefined {
  if (link.sides[side].teachers.length === 0) return undefined;
  return firstWritten(link, (event) => {
    if (event.type === 'InterestRecorded' || event.type === 'ClassConfirmed') {
      return event.data.side === side && event.data.teachers.length > 0;
    }
    return event.type === 'TeacherAssigned' && event.data.side === side;
  });
}

const firstWritten = (link: Link, wanted: (event: RecordedLinkEvent) => boolean) =>
  link.entries.find(({ event }) => wanted(event))?.event;
