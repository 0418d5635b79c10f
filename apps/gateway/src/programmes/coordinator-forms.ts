import type { ProgrammeForm } from './programme-form.js';

export const appointForm: ProgrammeForm = {
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
};

export const endForm: ProgrammeForm = {
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
};
