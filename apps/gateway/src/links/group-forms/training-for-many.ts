import { bothSides } from '@linking/domain/link/link.js';
import { trainingKinds } from '@linking/events/link/codes.js';
import { dateValues } from '../../pages/forms/date-field.js';
import type { Option } from '../../pages/forms/form-view.js';
import { optionsOf } from '../forms/choices.js';
import { trainingNames } from '@linking/words/link-terms.js';
import { dayField, noteField, readSaid, readTicked } from './group-fields.js';
import type { GroupForm, GroupMaterial } from './group-form.js';

const teachersOf = ({ links, words, may }: GroupMaterial): readonly Option[] =>
  links.flatMap((link) =>
    bothSides.flatMap((side) =>
      link.sides[side].teachers
        .filter(({ teacherId, needs: kind }) =>
          may(link, { type: 'RecordTrainingAttended', side, teacherId, kind, minutes: 1 }),
        )
        .map(({ teacherId, needs }) => ({
          value: `${link.ref}.${side}.${teacherId}`,
          label: `${words.person(teacherId, 'teacher', link.sides[side].urn).name}, ${link.ref}`,
          hint: `${words.school(link.sides[side].urn)}, needs the ${trainingNames[needs].toLowerCase()}`,
        })),
    ),
  );

export const trainingForMany: GroupForm = {
  what: 'training',
  title: 'Several teachers were trained elsewhere',
  hint: 'Your own sessions have a register of their own',
  submitLabel: 'Record it for the ticked teachers',
  fields: (material) => [
    {
      kind: 'radios',
      name: 'kind',
      label: 'Which training?',
      options: optionsOf(trainingKinds, trainingNames),
    },
    {
      kind: 'number',
      name: 'minutes',
      label: 'Minutes',
      hint: 'A full day is about 330, a half day 180',
      width: 4,
    },
    dayField,
    { kind: 'checkboxes', name: 'ticked', label: 'Which teachers?', options: teachersOf(material) },
    noteField,
  ],
  values: ({ today }) => ({ kind: 'initial-full', minutes: '330', ...dateValues('occurredOn', today) }),
  read: (posted, material) => {
    const kind = posted.oneOf('kind', trainingKinds, 'Choose which training');
    const minutes = posted.count('minutes', 'Enter how many minutes the training took', 1_000);
    const said = readSaid(posted);
    const ticked = readTicked(
      posted,
      teachersOf(material).map(({ value }) => value),
    );
    return ticked.map((value) => {
      const [ref = '', side, teacherId = ''] = value.split('.');
      const request = {
        type: 'RecordTrainingAttended',
        side: side === 'b' ? 'b' : 'a',
        teacherId,
        kind,
        minutes,
      } as const;
      return { ref, said, request };
    });
  },
  nothing: {
    title: 'No teacher is known yet',
    sentence: 'Teachers of open links stand here once their classes are confirmed.',
  },
};
