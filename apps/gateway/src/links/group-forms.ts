import type { LinkWords } from '@linking/application/links/link-words.js';
import type { LinkRequest, Said } from '@linking/application/links/link-request.js';
import { bothSides, type Link } from '@linking/domain/link/link.js';
import { exchangeKinds, exchangeModes, targetedSteps, trainingKinds } from '@linking/events/link/codes.js';
import { dateValues } from '../pages/forms/date-field.js';
import type { FormField, FormView, Option } from '../pages/forms/form-view.js';
import type { PostedForm } from '../pages/forms/posted-form.js';
import { shortDay } from '../pages/format.js';
import { optionsOf } from './forms/choices.js';
import {
  capital,
  exchangeModeNames,
  exchangeNames,
  meetingNames,
  targetedStepNames,
  trainingNames,
} from './link-terms.js';

export interface GroupMaterial {
  /** Open links of this year in which the person may record something. */
  readonly links: readonly Link[];
  /** Whether she may record it: of a link of another programme, what her own side does and what both do. */
  readonly may: (link: Link, request: LinkRequest) => boolean;
  readonly words: LinkWords;
  readonly today: string;
}

/** One command of one link; several of a link belong to the same tick. */
export interface GroupStep {
  readonly ref: string;
  readonly request: LinkRequest;
  readonly said: Said;
}

/** One fact for many links, as a page asks for it. */
export interface GroupForm {
  readonly what: string;
  readonly title: string;
  readonly hint: string;
  readonly submitLabel: string;
  readonly fields: (material: GroupMaterial) => readonly FormField[];
  readonly values: (material: GroupMaterial) => FormView['values'];
  readonly read: (posted: PostedForm, material: GroupMaterial) => readonly GroupStep[];
  /** What is said when nothing can be ticked. */
  readonly nothing: string;
}

const schools = ({ sides }: Link, { school }: LinkWords) =>
  [...new Set(bothSides.map((side) => school(sides[side].urn)))].join(' and ');

/** @param more what is said of a link behind its schools */
const linkBoxes = (
  material: GroupMaterial,
  more: (link: Link, material: GroupMaterial) => string = () => '',
): FormField => ({
  kind: 'checkboxes',
  name: 'ticked',
  label: 'Which links?',
  options: material.links.map((link) => ({
    value: link.ref,
    label: link.ref,
    hint: `${schools(link, material.words)}${more(link, material)}`,
  })),
});

const dayField: FormField = { kind: 'date', name: 'occurredOn', label: 'When was it?' };
const noteField: FormField = { kind: 'textarea', name: 'note', label: 'Note', optional: true };

function readSaid(posted: PostedForm): Said {
  const note = posted.words('note');
  const occurredOn = posted.day('occurredOn', 'Enter the day');
  return { occurredOn, ...(note === undefined ? {} : { note }) };
}

const changedMeanwhile = (value: string) =>
  `${value.split('.')[0]}: it changed meanwhile. Look at the link; the others can be recorded.`;

function readTicked<Value extends string>(posted: PostedForm, values: readonly Value[]): readonly Value[] {
  const ticked = posted.someOf('ticked', values);
  const gone = posted.list('ticked').filter((value) => !values.some((it) => it === value));
  for (const value of gone) posted.errors.push({ message: changedMeanwhile(value) });
  if (ticked.length + gone.length === 0) posted.wrong('ticked', 'Tick at least one');
  return ticked;
}

const refsOf = ({ links }: GroupMaterial) => links.map(({ ref }) => ref);

/** Of a link of another programme only what her own class sent can be recorded. */
const sentWords = (link: Link, { may, words }: GroupMaterial) => {
  const ofA = { type: 'RecordExchange', fromSide: 'a', kind: 'work', mode: 'post' } as const;
  return may(link, ofA) ? '' : `: only what ${words.school(link.sides.b.urn)} sent`;
};

const exchange: GroupForm = {
  what: 'exchange',
  title: 'Both classes of several links sent work',
  hint: 'The same kind, in the same way, on the same day',
  submitLabel: 'Record it for the ticked links',
  fields: (material) => [
    {
      kind: 'select',
      name: 'kind',
      label: 'What was sent?',
      options: exchangeKinds.map((kind) => ({ value: kind, label: capital(exchangeNames[kind]) })),
    },
    { kind: 'radios', name: 'mode', label: 'How?', options: optionsOf(exchangeModes, exchangeModeNames) },
    dayField,
    linkBoxes(material, sentWords),
    noteField,
  ],
  values: ({ today }) => ({ mode: 'post', kind: 'identity-work', ...dateValues('occurredOn', today) }),
  read: (posted, material) => {
    const kind = posted.oneOf('kind', exchangeKinds, 'Choose what was sent');
    const mode = posted.oneOf('mode', exchangeModes, 'Choose how it was sent');
    const said = readSaid(posted);
    const ticked = readTicked(posted, refsOf(material));
    return material.links
      .filter(({ ref }) => ticked.includes(ref))
      .flatMap((link) =>
        bothSides
          .map((fromSide) => ({ type: 'RecordExchange', fromSide, kind, mode }) as const)
          .filter((request) => material.may(link, request))
          .map((request) => ({ ref: link.ref, said, request })),
      );
  },
  nothing: 'There is no open link this year.',
};

/** Meetings that were planned for a day that has come. */
const meetingsDue = ({ links, today }: GroupMaterial) =>
  links.flatMap((link) =>
    link.meetings
      .filter(({ status, on }) => status === 'planned' && on <= today)
      .map((meeting) => ({ link, meeting, key: `${link.ref}.${meeting.number}` })),
  );

const meeting: GroupForm = {
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
            hint: schools(link, material.words),
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
  nothing: 'No meeting that was planned for a day up to today waits to be recorded.',
};

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

const training: GroupForm = {
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
  nothing: 'No teacher of an open link is known yet.',
};

const discussion: GroupForm = {
  what: 'discussion',
  title: 'Spoke with several schools',
  hint: 'At a meeting, or by a round of calls: one note for all of them',
  submitLabel: 'Record it for the ticked links',
  fields: (material) => [
    {
      kind: 'select',
      name: 'about',
      label: 'Which step was it about?',
      optional: true,
      options: [{ value: '', label: 'None in particular' }, ...optionsOf(targetedSteps, targetedStepNames)],
    },
    { kind: 'textarea', name: 'note', label: 'What was said?' },
    dayField,
    linkBoxes(material),
  ],
  values: ({ today }) => dateValues('occurredOn', today),
  read: (posted, material) => {
    const about = posted.optionalOneOf('about', targetedSteps);
    const said = readSaid(posted);
    if (said.note === undefined) posted.wrong('note', 'Write what was said');
    const request = { type: 'RecordDiscussion', ...(about === undefined ? {} : { about }) } as const;
    return readTicked(posted, refsOf(material)).map((ref) => ({ ref, said, request }));
  },
  nothing: 'There is no open link this year.',
};

export const groupForms: readonly GroupForm[] = [exchange, meeting, training, discussion];
