import type { PersonAtSchool } from '@linking/application/people/people.js';
import type { Successor } from '@linking/application/schools/successor-of.js';
import { addDays } from '@linking/domain/calendar/london.js';
import { academicYearOfDay } from '@linking/domain/calendar/school-calendar.js';
import { isByHand, urnText } from '@linking/domain/schools/by-hand.js';
import { closedSentence } from '@linking/domain/schools/closed-words.js';
import type { WaitingListItem } from '@linking/projections/waiting-list/waiting-list.js';
import { capital, codeText, yearGroupsText } from '@linking/words/link-terms.js';
import { academicYear, longDay, phoneNumber } from '@linking/words/format.js';
import type { SchoolView } from '../pages/schools/school-page.js';
import type { SchoolMaterial } from './school-material.js';
import { figureText, placeOf, statusOf } from './schools-view-model.js';

const figures = [
  ['pupils', 'Pupils', ''],
  ['fsm', 'Free school meals', ' %'],
  ['fsmEver', 'Free school meals in six years', ' %'],
  ['eal', 'First language not English', ' %'],
  ['sen', 'Special needs support', ' %'],
] as const;

export function schoolView(material: SchoolMaterial, feed?: SchoolView['feed']): SchoolView {
  const { school, closed, predecessors, successors, programme, links, interests, people, today } = material;
  const { urn, name, type, phase, religiousCharacter, laName, trustName, telephone, website } = school;
  const row = (key: string, value: string | undefined) => (value === undefined ? [] : [{ key, value }]);
  return {
    eyebrow: capital(urnText(urn)),
    name,
    status: statusOf(school, today),
    ...(closed === undefined ? {} : { closed: closedSentence(closed) }),
    line: [
      ...predecessors.map((one) => stepOf('Before', one)),
      ...successors.map((one) => stepOf('Since', one)),
    ],
    facts: [
      { key: 'Programme', value: programme?.name ?? 'none by its area: the national office places it' },
      { key: 'Place', value: placeOf(school) },
      ...row('Local authority', laName),
      ...row('Phase', phase),
      ...row('Type', type),
      ...row('Religious character', religiousCharacter),
      ...row('Trust', trustName),
      ...row('Urban or rural', school.urbanRural),
      ...row('Telephone', telephone === undefined ? undefined : phoneNumber(telephone)),
      ...row('Website', website),
      {
        key: 'Register',
        value: isByHand(urn) ? `added by hand on ${longDay(school.asOf)}` : `as of ${longDay(school.asOf)}`,
      },
    ],
    figures: figures.flatMap(([key, title, unit]) => {
      const figure = school.figures[key];
      return figure === undefined
        ? []
        : [
            {
              key: title,
              value: `${figureText(figure.value, unit)} · ${figure.source}, ${longDay(figure.asOf)}`,
            },
          ];
    }),
    links: links.map(({ ref, year, partner, words }) => ({
      href: `/links/${ref}`,
      label: ref,
      words: `${academicYear(year)}, ${partner} · ${words}`,
    })),
    interests: interests.map(interestLine),
    ...(people === undefined ? {} : { people: people.map(personLine) }),
    ...(isByHand(urn) ? { source: 'Added by hand' } : {}),
    ...(material.mayRecord && isByHand(urn) && closed === undefined
      ? { join: { href: `/schools/${urn}/join`, label: 'It is in the register now' } }
      : {}),
    ...(material.mayRecord && closed === undefined
      ? { interest: { href: `/waiting/add?urn=${urn}`, label: 'Record an interest' } }
      : {}),
    ...(feed === undefined ? {} : { feed }),
  };
}

/** The year of which a school's calendar is shown: in August already the year to come. */
export const calendarYear = (today: string) => academicYearOfDay(addDays(today, 31));

/** Whether there is a calendar to be shown: to whoever looks after a school with links of this year. */
export const hasCalendar = ({ closed, looksAfter, links, today }: SchoolMaterial) =>
  closed === undefined && looksAfter && links.some(({ year }) => year === calendarYear(today));

export const calendarWords = (year: string) =>
  `For the school’s own calendar: the meetings of its links in ${academicYear(year)}, which follow when they move. Send the address to the office or the teachers of this school only.`;

const stepOf = (key: string, { urn, name, on }: Successor): SchoolView['line'][number] => ({
  when: on === undefined ? key : `${key} ${longDay(on)}`,
  href: `/schools/${urn}`,
  label: `${name ?? 'School'} (${urn})`,
});

const interestLine = ({ classId, year, yearGroups, pupilCount, status, linkRefs }: WaitingListItem) => ({
  id: classId,
  words: `${academicYear(year)}: ${yearGroupsText(yearGroups)}, ${pupilCount} pupils`,
  more: status === 'paired' ? `in ${linkRefs.join(' and ')}` : status,
});

/** Whoever was erased stays as what she was. */
function personLine({ id, name, email, phone, role }: PersonAtSchool) {
  const words = role === null ? 'contact' : codeText(role);
  if (name === null) return { id, words: capital(`former ${words}`) };
  const reached = [email, phone === null ? null : phoneNumber(phone)].filter(Boolean).join(' · ');
  return { id, words: `${name}, ${words}`, ...(reached === '' ? {} : { more: reached }) };
}
