import { addDays } from '../calendar/london.js';
import { isWholeDay } from '../calendar/loose-days.js';
import { hasSentFirst } from '../link/due-exchange.js';
import { bothSides, teacherOf, type Link } from '../link/link.js';
import { switchedOn } from '../programme/switches.js';
import { dueAfter } from './due-days.js';
import { scheduledMail } from './link-mail.js';
import type { NextStepMail } from './mail-facts.js';
import { calendarOfSide } from './reader-school-days.js';
import { onlyDays } from './rule-settings.js';
import type { WantedMail } from './wanted-mail.js';

/** N13 to a teacher who was trained elsewhere: no session of ours tells her what comes next. */
export function trainedElsewhereMails(link: Link): readonly WantedMail[] {
  const initial = link.training.filter(
    ({ kind, status }) => kind !== 'planning-half' && status === 'attended',
  );
  const bySession = new Set(initial.flatMap((it) => (it.sessionId === undefined ? [] : [it.teacherId])));
  const told = new Set<string>();
  const days = onlyDays('N13', link.programmeYear?.mailRules);
  if (days === undefined) return [];
  return initial.flatMap(({ teacherId, on }) => {
    const content = nextStepOf(teacherId, [link], on);
    if (bySession.has(teacherId) || told.has(teacherId) || content === undefined || !isWholeDay(on))
      return [];
    told.add(teacherId);
    const side = bothSides.find((it) => teacherOf(link, it, teacherId) !== undefined) ?? 'a';
    return [
      scheduledMail(
        link,
        {
          step: 'next-step',
          anchorDate: on,
          personId: teacherId,
          ...dueAfter(addDays(on, days), calendarOfSide(link, side)),
          content: { ...content, linkRef: link.ref },
        },
        side,
      ),
    ];
  });
}

/** What she reads after a training; nothing once her classes have sent their first work. */
export function nextStepOf(
  teacherId: string,
  links: readonly Link[],
  on: string,
): Omit<NextStepMail, 'sessionId' | 'linkRef'> | undefined {
  const classes = links.flatMap((link) =>
    bothSides
      .filter((side) => teacherOf(link, side, teacherId) !== undefined && !hasSentFirst(link, side))
      .map((side) => ({ link, side })),
  );
  const [first] = classes;
  if (first === undefined) return undefined;
  return {
    rule: 'N13',
    on,
    linkRefs: [...new Set(classes.map(({ link }) => link.ref))],
    year: first.link.year,
    survey: classes.some(
      ({ link, side }) =>
        switchedOn(link.programmeYear, 'surveys') &&
        !link.impact.surveys.some((it) => it.side === side && it.round === 'pre'),
    ),
  };
}
