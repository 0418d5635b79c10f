import { schoolsInWords } from '@linking/application/links/link-words.js';
import { bothSides } from '@linking/domain/link/link.js';
import type { FormField } from '../../pages/forms/form-view.js';
import { shortDay } from '@linking/words/format.js';
import { meetingNames } from '@linking/words/link-terms.js';
import { changedMeanwhile } from './group-fields.js';
import type { GroupForm, GroupMaterial } from './group-form.js';

/** Meetings that were planned for a day that has come. */
const meetingsDue = ({ links, today }: GroupMaterial) =>
  links.flatMap((link) =>
    link.meetings
      .filter(({ status, on }) => status === 'planned' && on <= today)
      .map((meeting) => ({ link, meeting, key: `${link.ref}.${meeting.number}` })),
  );

export const meetingsForMany: GroupForm = {
  what: 'meeting',
  title: 'Several meetings took place',
  hint: 'As they were planned, such as three links at one venue',
  submitLabel: 'Record the ticked meetings',
  fields: (material) => [
    ...meetingsDue(material).flatMap(
      ({ link, meeting: { number, on, venueId }, key }): readonly FormField[] => {
        const place = material.words.venue(venueId);
        return [
          {
            kind: 'tick',
            name: `${key}.held`,
            label: `${meetingNames[number]} of ${link.ref}, ${shortDay(on)}${place === undefined ? '' : `, ${place}`}`,
            hint: schoolsInWords(link, material.words),
          },
          {
            kind: 'row',
            fields: bothSides.map((side) => ({
              kind: 'number' as const,
              name: `${key}.pupils.${side}`,
              label: `Pupils of ${material.words.school(link.sides[side].urn)}`,
              width: 4 as const,
            })),
          },
        ];
      },
    ),
    {
      kind: 'row',
      fields: [
        { kind: 'number', name: 'adultsA', label: 'Adults of the first school, each time', width: 4 },
        { kind: 'number', name: 'adultsB', label: 'Adults of the second school, each time', width: 4 },
      ],
    },
    { kind: 'tick', name: 'collaborative', label: 'The children worked in mixed groups' },
  ],
  values: (material) =>
    Object.fromEntries(
      meetingsDue(material).flatMap(({ link, key }) => [
        [`${key}.held`, 'yes'],
        ...bothSides.map((side) => [`${key}.pupils.${side}`, String(link.sides[side].pupilCount)]),
      ]),
    ),
  read: (posted, material) => {
    const due = meetingsDue(material);
    const sent = Object.keys(posted.values()).filter((name) => name.endsWith('.held') && posted.tick(name));
    for (const name of sent) {
      if (!due.some(({ key }) => name === `${key}.held`))
        posted.errors.push({ message: changedMeanwhile(name) });
    }
    if (sent.length === 0) posted.wrong(`${due[0]?.key}.held`, 'Tick at least one');
    const [adultsA, adultsB] = [
      posted.count('adultsA', 'Enter how many adults came'),
      posted.count('adultsB', 'Enter how many adults came'),
    ];
    return due
      .filter(({ key }) => posted.tick(`${key}.held`))
      .map(({ link, meeting: { number, mode, on, ready }, key }) => ({
        ref: link.ref,
        said: {},
        request: {
          type: 'RecordMeetingHeld',
          number,
          mode,
          on,
          pupilsA: posted.count(`${key}.pupils.a`, `Enter how many pupils of ${link.ref} came`),
          pupilsB: posted.count(`${key}.pupils.b`, `Enter how many pupils of ${link.ref} came`),
          adultsA,
          adultsB,
          riskAssessment: {
            a: ready.a?.riskAssessment ?? 'not-known',
            b: ready.b?.riskAssessment ?? 'not-known',
          },
          collaborative: posted.tick('collaborative'),
        },
      }));
  },
  nothing: {
    title: 'No meeting waits to be recorded',
    sentence: 'A meeting stands here from the day for which it was planned.',
  },
};
