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
import type { WantedMail } from './wanted-mail.js';

/** N09, once both signed and both teachers are known: each teacher gets the other's names, the heads a copy. */
export function partnerMails(link: Link): readonly WantedMail[] {
  const days = [
    ...signingSides(link).map((side) => signatureWrittenOn(link, side)),
    ...bothSides.map((side) => teachersWrittenOn(link, side)),
  ];
  if (!isAgreed(link) || days.some((day) => day === undefined)) return [];
  const anchorDate = latestDay(days as string[]) ?? '';
  // A head who teaches the class herself reads it as its teacher.
  const told = new Set(bothSides.flatMap((side) => teacherIds(link, side)));
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
      ...teacherIds(link, side).map(mailTo(`partner-${side}`, 'teacher')),
      ...copies.map(mailTo(`partner-${side}-copy`, 'head')),
    ];
  });
}

/** The day of the side's first signature, as it was first written. */
const signatureWrittenOn = (link: Link, side: Side) =>
  firstWritten(link, (event) => event.type === 'AgreementSigned' && event.data.side === side);

/** The day of the first fact that gave the side a teacher, as it was first written, while it has one. */
function teachersWrittenOn(link: Link, side: Side): string | undefined {
  if (link.sides[side].teachers.length === 0) return undefined;
  return firstWritten(link, (event) => {
    if (event.type === 'InterestRecorded' || event.type === 'ClassConfirmed') {
      return event.data.side === side && event.data.teachers.length > 0;
    }
    return event.type === 'TeacherAssigned' && event.data.side === side;
  });
}

const firstWritten = (link: Link, wanted: (event: RecordedLinkEvent) => boolean) =>
  link.entries.find(({ event }) => wanted(event))?.event.occurredOn;
