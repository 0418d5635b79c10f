import type { ProgrammeRequest } from '@linking/application/programmes/change-programme.js';
import type { ProgrammeInBody } from '@linking/application/programmes/join-programme.js';
import { isAcademicYear } from '@linking/domain/calendar/academic-year.js';
import { nationalSteps } from '@linking/domain/programme/national-steps.js';
import { stepsNow } from '@linking/domain/programme/steps.js';
import { targetedSteps } from '@linking/events/link/codes.js';
import { leaveReasons, pauseReasons, programmeSwitches } from '@linking/events/programme/codes.js';
import type { StepRule, StepRules } from '@linking/events/programme/programme-events.js';
import { optionsOf, reasonField } from '../links/forms/choices.js';
import { targetedStepNames } from '../links/link-terms.js';
import type { FormField, FormView } from '../pages/forms/form-view.js';
import type { PostedForm } from '../pages/forms/posted-form.js';
import type { SeenProgramme } from './programme-pages.js';
import { switchNames } from './programme-terms.js';

export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface FormMaterial extends SeenProgramme {
  /** Who can be appointed. */
  readonly people: readonly Person[];
}

/** One change of a programme, as a page asks for it. */
export interface ProgrammeForm {
  readonly title: string;
  readonly intro?: string;
  readonly submitLabel: string;
  readonly fields: (material: FormMaterial) => readonly FormField[];
  readonly values?: (material: FormMaterial) => FormView['values'];
  /** What is asked for; several when one form stands for several facts. */
  readonly read: (posted: PostedForm, material: FormMaterial) => readonly ProgrammeRequest[];
  readonly done: string;
}

const areaFields: readonly FormField[] = [
  {
    kind: 'text',
    name: 'laCodes',
    label: 'Local authorities',
    hint: 'Codes of three digits, such as 380, 211',
    optional: true,
  },
  {
    kind: 'text',
    name: 'districtCodes',
    label: 'Districts',
    hint: 'GSS codes, such as E07000117. A district counts more than the authority it lies in.',
    optional: true,
  },
];

const codesIn = (text: string): string[] => text.split(/[\s,;]+/).filter((code) => code !== '');

function readArea(posted: PostedForm): { readonly laCodes: string[]; readonly districtCodes: string[] } {
  const laCodes = codesIn(posted.typed('laCodes'));
  const districtCodes = codesIn(posted.typed('districtCodes').toUpperCase());
  if (!laCodes.every((code) => /^\d{3}$/.test(code))) {
    posted.wrong('laCodes', 'Enter codes of three digits, such as 380');
  }
  if (!districtCodes.every((code) => /^E\d{8}$/.test(code))) {
    posted.wrong('districtCodes', 'Enter GSS codes, such as E07000117');
  }
  return { laCodes, districtCodes };
}

const limitField: FormField = {
  kind: 'number',
  name: 'distanceLimitKm',
  label: 'Distance limit in kilometres',
  hint: 'Schools farther apart are paired only for a reason',
  optional: true,
  width: 4,
};

function readLimit(posted: PostedForm): { readonly distanceLimitKm?: number } {
  if (posted.typed('distanceLimitKm') === '') return {};
  const distanceLimitKm = posted.count('distanceLimitKm', 'Enter a whole number of kilometres', 500);
  if (distanceLimitKm === 0) posted.wrong('distanceLimitKm', 'Enter a number from 1 to 500');
  return { distanceLimitKm };
}

const yearField: FormField = {
  kind: 'text',
  name: 'year',
  label: 'Academic year of its first links',
  hint: 'For example, 2027-28',
  width: 10,
};

function readYear(posted: PostedForm): string {
  const year = posted.typed('year').replace('–', '-');
  if (!isAcademicYear(year)) posted.wrong('year', 'Enter an academic year, such as 2027-28');
  return year;
}

export const addFields: readonly FormField[] = [
  { kind: 'text', name: 'name', label: 'Name', hint: 'As people call it, such as Tower Hamlets', width: 20 },
  {
    kind: 'text',
    name: 'code',
    label: 'Code',
    hint: 'Three capital letters, part of every link reference, such as TWH',
    width: 3,
  },
  yearField,
  ...areaFields,
  limitField,
  {
    kind: 'email',
    name: 'mailbox',
    label: 'Mailbox',
    hint: 'Answers to its mails go there',
    optional: true,
  },
  {
    kind: 'radios',
    name: 'state',
    label: 'How far is it?',
    options: [
      { value: 'joined', label: 'It joins the network', hint: 'Interests and links are taken from now on' },
      { value: 'proposed', label: 'It is only proposed', hint: 'Nothing is taken yet' },
    ],
  },
];

export function readAdd(posted: PostedForm): {
  readonly programme: ProgrammeInBody;
  readonly proposed: boolean;
} {
  const name = posted.line('name', 'Enter its name');
  const code = posted.typed('code').toUpperCase();
  if (!/^[A-Z]{3}$/.test(code)) posted.wrong('code', 'Enter three letters, such as TWH');
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (name !== '' && slug === '') posted.wrong('name', 'Enter a name with letters');
  const mailbox = posted.optionalEmail('mailbox', 'Enter an e-mail address, or leave it empty');
  const state = posted.oneOf('state', ['joined', 'proposed'], 'Choose how far it is');
  const programme = {
    slug,
    name,
    code,
    year: readYear(posted),
    ...readArea(posted),
    ...readLimit(posted),
    ...(mailbox === undefined ? {} : { mailbox }),
  };
  return { programme, proposed: state === 'proposed' };
}

/** The forms by what they change, as the address names it. */
export const programmeForms: ReadonlyMap<string, ProgrammeForm> = new Map<string, ProgrammeForm>([
  [
    'details',
    {
      title: 'Change the settings',
      submitLabel: 'Save the settings',
      fields: () => [
        { kind: 'text', name: 'name', label: 'Name', width: 20 },
        {
          kind: 'text',
          name: 'hostOrganisation',
          label: 'Host organisation',
          hint: 'The council, charity, university or trust that leads it. No names of persons.',
          optional: true,
        },
        {
          kind: 'text',
          name: 'aliases',
          label: 'Also called',
          hint: 'Other names, with commas between them',
          optional: true,
        },
        limitField,
        {
          kind: 'email',
          name: 'mailbox',
          label: 'Mailbox',
          hint: 'Answers to its mails go there',
          optional: true,
        },
      ],
      values: ({ programme, mailbox }) => ({
        name: programme.name,
        hostOrganisation: programme.hostOrganisation,
        aliases: programme.aliases.join(', '),
        distanceLimitKm: programme.distanceLimitKm?.toString(),
        mailbox,
      }),
      read: (posted, { mailbox: known }) => {
        const hostOrganisation = posted.optionalLine('hostOrganisation');
        const mailbox = posted.optionalEmail('mailbox', 'Enter an e-mail address');
        if (mailbox === undefined && known !== undefined) {
          posted.wrong('mailbox', 'Enter an e-mail address: answers need somewhere to go');
        }
        const aliases = posted
          .typed('aliases')
          .split(',')
          .map((alias) => alias.trim())
          .filter((alias) => alias !== '');
        return [
          {
            type: 'ChangeDetails',
            name: posted.line('name', 'Enter its name'),
            aliases,
            ...(hostOrganisation === undefined ? {} : { hostOrganisation }),
            ...readLimit(posted),
          },
          ...(mailbox === undefined ? [] : [{ type: 'SetMailbox', address: mailbox } as const]),
        ];
      },
      done: 'The settings are saved.',
    },
  ],
  [
    'area',
    {
      title: 'Change the area',
      intro: 'An area belongs to one programme; where two claim it, the more specific one has it.',
      submitLabel: 'Save the area',
      fields: () => areaFields,
      values: ({ programme: { laCodes, districtCodes } }) => ({
        laCodes: laCodes.join(', '),
        districtCodes: districtCodes.join(', '),
      }),
      read: (posted) => [{ type: 'ChangeArea', ...readArea(posted) }],
      done: 'The area is saved.',
    },
  ],
  [
    'appoint',
    {
      title: 'Appoint a coordinator',
      intro: 'From the day you choose her tasks, her calendar and the name under the letters pass on.',
      submitLabel: 'Appoint her',
      fields: ({ people, programme, name, today }) => [
        {
          kind: 'select',
          name: 'userId',
          label: 'Who?',
          hint: 'Somebody new needs an account with the role of a coordinator first',
          options: [
            { value: '', label: people.length === 0 ? 'Nobody has the role yet' : 'Choose a coordinator' },
            ...people.map(({ id, name: label }) => ({ value: id, label })),
          ],
        },
        { kind: 'date', name: 'from', label: 'From which day?', hint: 'For example, 4 1 2027' },
        {
          kind: 'select',
          name: 'insteadOf',
          label: 'Who hands over to her?',
          hint: 'Her last day is the day before',
          optional: true,
          options: [
            { value: '', label: 'Nobody' },
            ...programme.coordinators
              .filter(({ until = '9999-12-31' }) => until >= today)
              .map(({ userId }) => ({ value: userId, label: name(userId) })),
          ],
        },
      ],
      read: (posted, { people, programme }) => {
        const insteadOf = posted.optionalOneOf(
          'insteadOf',
          programme.coordinators.map(({ userId }) => userId),
        );
        return [
          {
            type: 'AppointCoordinator',
            userId: posted.oneOf(
              'userId',
              people.map(({ id }) => id),
              'Choose who is appointed',
            ),
            from: posted.day('from', 'Enter her first day'),
            ...(insteadOf === undefined ? {} : { insteadOf }),
          },
        ];
      },
      done: 'The coordinator is appointed.',
    },
  ],
  [
    'end',
    {
      title: 'End a coordinator’s time',
      intro: 'Without anybody to hand over to. To hand over, appoint the next coordinator.',
      submitLabel: 'Save her last day',
      fields: ({ programme, name }) => [
        {
          kind: 'select',
          name: 'userId',
          label: 'Who?',
          options: programme.coordinators.map(({ userId }) => ({ value: userId, label: name(userId) })),
        },
        { kind: 'date', name: 'until', label: 'Her last day', hint: 'For example, 31 3 2027' },
      ],
      read: (posted, { programme }) => [
        {
          type: 'EndCoordinator',
          userId: posted.oneOf(
            'userId',
            programme.coordinators.map(({ userId }) => userId),
            'Choose whose time ends',
          ),
          until: posted.day('until', 'Enter her last day'),
        },
      ],
      done: 'Her last day is saved.',
    },
  ],
  [
    'steps',
    {
      title: 'Steps of the year',
      intro: 'They hold for links proposed from now on. A link keeps the steps it was proposed with.',
      submitLabel: 'Save the steps',
      fields: () =>
        targetedSteps.map((step): FormField => {
          const usual = {
            kind: 'number',
            name: `${step}.usualDays`,
            label: `${targetedStepNames[step]} usually takes`,
            hint: step === 'agreement' ? 'School days' : 'Days',
            width: 4,
          } as const;
          if (nationalSteps[step].by === undefined) return usual;
          const by = {
            kind: 'text',
            name: `${step}.by`,
            label: `${targetedStepNames[step]} by`,
            hint: 'Day and month, such as 31/1',
            width: 5,
          } as const;
          return { kind: 'row', fields: [by, usual] };
        }),
      values: ({ programme }) => stepValues(stepsNow(programme)),
      read: (posted) => [{ type: 'ChangeSteps', steps: readSteps(posted) }],
      done: 'The steps are saved. They hold for links proposed from now on.',
    },
  ],
  [
    'parts',
    {
      title: 'Parts in use',
      intro: 'Start small: a part that is off leaves no page, no column and no mail.',
      submitLabel: 'Save the parts',
      fields: () => [
        {
          kind: 'checkboxes',
          name: 'parts',
          label: 'Which parts do you want?',
          options: optionsOf(programmeSwitches, switchNames),
        },
      ],
      values: ({ programme }) => ({ parts: programme.switches }),
      read: (posted, { programme }) => {
        const wanted = posted.someOf('parts', programmeSwitches);
        return programmeSwitches
          .filter((part) => wanted.includes(part) !== programme.switches.includes(part))
          .map((part) => ({ type: 'TurnSwitch', switch: part, on: wanted.includes(part) }));
      },
      done: 'The parts are saved.',
    },
  ],
  [
    'join',
    {
      title: 'It joins the network',
      submitLabel: 'Let it join',
      fields: () => [yearField],
      values: ({ programme }) => ({ year: programme.year }),
      read: (posted) => [{ type: 'JoinNetwork', year: readYear(posted) }],
      done: 'It has joined the network.',
    },
  ],
  ['start', simply('Its links begin', { type: 'StartProgramme' }, 'Its links are under way.')],
  ['resume', simply('It goes on', { type: 'ResumeProgramme' }, 'It goes on.')],
  [
    'pause',
    {
      title: 'Pause the programme',
      intro: 'It takes no new classes and links for a while. Links that exist go on.',
      submitLabel: 'Pause it',
      fields: () => [reasonField(pauseReasons)],
      read: (posted) => [
        { type: 'PauseProgramme', reasonCode: posted.oneOf('reasonCode', pauseReasons, 'Choose a reason') },
      ],
      done: 'The programme is paused.',
    },
  ],
  [
    'leave',
    {
      title: 'It leaves the network',
      intro: 'What it did stays on record. Nothing of it can be changed any more.',
      submitLabel: 'Let it leave',
      fields: () => [reasonField(leaveReasons)],
      read: (posted) => [
        { type: 'LeaveNetwork', reasonCode: posted.oneOf('reasonCode', leaveReasons, 'Choose a reason') },
      ],
      done: 'The programme has left the network.',
    },
  ],
]);

function simply(title: string, request: ProgrammeRequest, done: string): ProgrammeForm {
  return { title, submitLabel: title, fields: () => [], read: () => [request], done };
}

function stepValues(steps: StepRules): FormView['values'] {
  return Object.fromEntries(
    targetedSteps.flatMap((step) => {
      const { by, usualDays } = steps[step];
      const [month = '', day = ''] = by?.split('-') ?? [];
      return [
        [`${step}.usualDays`, String(usualDays)],
        ...(by === undefined ? [] : [[`${step}.by`, `${Number(day)}/${Number(month)}`]]),
      ];
    }),
  );
}

function readSteps(posted: PostedForm): StepRules {
  const steps: Partial<Record<(typeof targetedSteps)[number], StepRule>> = {};
  for (const step of targetedSteps) {
    const usualDays = posted.count(`${step}.usualDays`, 'Enter how many days it usually takes');
    steps[step] =
      nationalSteps[step].by === undefined ? { usualDays } : { by: readTarget(posted, step), usualDays };
  }
  return { ...nationalSteps, ...steps };
}

/** `31/1` is `01-31`. */
function readTarget(posted: PostedForm, step: string): string {
  const [, day = '', month = ''] = /^(\d{1,2})[/. ](\d{1,2})$/.exec(posted.typed(`${step}.by`)) ?? [];
  if (day === '') posted.wrong(`${step}.by`, 'Enter day and month, such as 31/1');
  return `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
