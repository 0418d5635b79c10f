import { londonDay } from '../calendar/london.js';
import { bothSides, isSkipped, otherSide, teacherOf, type Link } from '../link/link.js';
import { meetingVersions, type MeetingVersion } from '../link/meeting-appointments.js';
import { isTrained } from '../link/stage.js';
import { programmeKey } from './interest-mails.js';
import { aboutLink, immediateMail, teacherIds } from './link-mail.js';
import type { NewTeacherMail } from './mail-facts.js';
import { aboutMeeting } from './meeting-announcements.js';
import { takeOvers, type TakeOver } from './partner-mails.js';
import type { WantedMail } from './wanted-mail.js';

/** N25: who takes over from whom, to both, to whom they work with and to the programme. */
export const newTeacherMails = (link: Link): readonly WantedMail[] =>
  takeOvers(link).flatMap((event) =>
    teacherOf(link, event.data.side, event.data.to) === undefined ? [] : mailsOf(link, event),
  );

function mailsOf(link: Link, event: TakeOver): readonly WantedMail[] {
  const { side, from, to } = event.data;
  const facts = {
    rule: 'N25',
    changedSide: side,
    newTeacherId: to,
    formerTeacherId: from,
    ...needsOf(link, event),
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

function needsOf(link: Link, { data: { side, to } }: TakeOver): Pick<NewTeacherMail, 'needs'> {
  const teacher = teacherOf(link, side, to);
  if (teacher === undefined || isTrained(link, side, teacher) || isSkipped(link, 'training', side)) return {};
  return { needs: teacher.needs };
}

/** One mail a meeting that leaves her calendar, because a mail carries one calendar entry; else one without. */
function toFormer(link: Link, event: TakeOver) {
  const { side, from } = event.data;
  if (bothSides.some((one) => teacherOf(link, one, from) !== undefined)) return [];
  const meetings = [...meetingVersions(link).values()].flatMap((versions) => {
    const known = versions.findLast(({ revision }) => revision < event.revision);
    const meeting = known && isAhead(known, event) ? aboutMeeting(link, side, known) : undefined;
    if (meeting === undefined) return [];
    const { sequence } = meeting;
    return [
      {
        step: `former-teacher-meeting-${meeting.number}`,
        meeting: { ...meeting, sequence: sequence + 1, stamp: event.recordedAt },
      },
    ];
  });
  return meetings.length > 0 ? meetings : [{ step: 'former-teacher', meeting: undefined }];
}

const isAhead = ({ meeting, cancelled }: MeetingVersion, { recordedAt }: TakeOver) =>
  !cancelled && meeting.status === 'planned' && meeting.on >= londonDay(recordedAt);
