import type { Side } from '@linking/events/link/link-events.js';
import { latestDay } from '../calendar/loose-days.js';
import {
  bothSides,
  isAgreed,
  otherSide,
  signingSides,
  type Link,
  type RecordedLinkEvent,
} from '../link/link.js';
import { aboutLink, immediateMail, teacherIds } from './link-mail.js';
import { newHeadMails } from './new-head-mails.js';
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
    const facts = {
      rule: 'N09',
      ...aboutLink(link, side),
      ownTeacherIds: teacherIds(link, side),
      partnerTeacherIds: teacherIds(link, otherSide(side)),
    } as const;
    const { headId } = link.sides[side];
    const copies = told.has(headId) ? [] : [headId];
    told.add(headId);
    const mailTo = (step: string, audience: 'teacher' | 'head') => (personId: string) =>
      immediateMail(link, { step, anchorDate, personId, content: { ...facts, audience } });
    return [
      ...teacherIds(link, side)
        .filter((teacherId) => !tookOver.has(teacherId))
        .map(mailTo(`partner-${side}`, 'teacher')),
      ...copies.map(mailTo(`partner-${side}-copy`, 'head')),
    ];
  });
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
