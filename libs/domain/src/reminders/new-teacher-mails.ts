import { londonDay } from '../calendar/london.js';
import { bothSides, isSkipped, otherSide, teacherOf, type Link, type LinkTeacher } from '../link/link.js';
import type { MeetingVersion } from '../link/meeting-appointments.js';
import { isTrained } from '../link/stage.js';
import { programmeKey } from './interest-mails.js';
import { aboutLink, immediateMail, teacherIds } from './link-mail.js';
import type { NewTeacherMail } from './mail-facts.js';
import { aboutMeeting, meetingHistories } from './meeting-announcements.js';
import { takeOvers, type TakeOver } from './partner-mails.js';
import type { WantedMail } from './wanted-mail.js';

/** N25: who takes over from whom, to both, to whom they work with and to the programme. */
export const newTeacherMails = (link: Link): readonly WantedMail[] =>
  takeOvers(link).flatMap((event) => {
    const teacher = teacherOf(link, event.data.side, event.data.to);
    return teacher === undefined ? [] : mailsOf(link, event, teacher);
  });

function mailsOf(link: Link, event: TakeOver, teacher: LinkTeacher): readonly WantedMail[] {
  const { side, from, to } = event.data;
  const facts = {
    rule: 'N25',
    changedSide: side,
    newTeacherId: to,
    formerTeacherId: from,
    ...(isTrained(link, side, teacher) || isSkipped(link, 'training', side) ? {} : { needs: teacher.needs }),
  } as const;
  const mail = (
    reader: Pick<NewTeacherMail, 'audience' | 'side' | 'meeting'>,
    whom: Pick<WantedMail, 'personId' | 'mailbox'>,
    step = 'new-teacher',
  ) =>
    immediateMail(link, {
      step: `${step}-${side}-v${event.revision}`,
      anchorDate: event.occurredOn,
      ...whom,
      content: {
        ...facts,
        ...aboutLink(link, reader.side),
        partnerTeacherIds: teacherIds(link, otherSide(reader.side)),
        ...reader,
      },
    });
  const colleagues = bothSides.flatMap((own) =>
    teacherIds(link, own)
      .filter((id) => id !== to && id !== from)
      .map((personId) => mail({ audience: 'colleague', side: own }, { personId })),
  );
  return [
    mail({ audience: 'new', side }, { personId: to }),
    ...toFormer(link, event).map(({ meeting, step }) =>
      mail({ audience: 'former', side, ...(meeting && { meeting }) }, { personId: from }, step),
    ),
    ...colleagues,
    mail({ audience: 'programme', side }, { personId: programmeKey(link.programme), mailbox: 'programme' }),
  ];
}

/** One mail a meeting that leaves her calendar, because a mail carries one calendar entry; else one without. */
function toFormer(link: Link, event: TakeOver) {
  const { side, from } = event.data;
  if (bothSides.some((one) => teacherOf(link, one, from) !== undefined)) return [];
  const meetings = meetingHistories(link).flatMap(({ earlier, current }) => {
    const known = [...earlier, current].findLast(({ revision }) => revision < event.revision);
    if (known === undefined || !isAhead(known, event)) return [];
    return [
      {
        step: `former-teacher-meeting-${known.meeting.number}`,
        meeting: {
          ...aboutMeeting(link, side, known),
          sequence: known.sequence + 1,
          stamp: event.recordedAt,
        },
      },
    ];
  });
  return meetings.length > 0 ? meetings : [{ step: 'former-teacher', meeting: undefined }];
}

const isAhead = ({ meeting, cancelled }: MeetingVersion, { recordedAt }: TakeOver) =>
  !cancelled && meeting.status === 'planned' && meeting.on >= londonDay(recordedAt);
