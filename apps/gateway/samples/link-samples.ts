import type { LinkPageView } from '../src/pages/links/link-view.js';
import type { TickView } from '../src/pages/links/time-bar.js';
import { meetingHeldForm, meetingHeldFormWithErrors } from './form-samples.js';
import { historySample } from './history-samples.js';

const REF = '/links/BRD-2026-014';
const KINDS: readonly TickView['kind'][] = [
  'stage',
  'step',
  'stage',
  'step',
  'step',
  'step',
  'step',
  'stage',
  'stage',
  'step',
  'step',
  'step',
  'mending',
];
const ticks: readonly TickView[] = KINDS.map((kind, index) => ({
  kind,
  label:
    historySample.find((entry) => entry.id === `e${index + 1}`)?.headline ?? 'agreement sent to Brook Lane',
}));

export const linkToday: LinkPageView = {
  ref: 'BRD-2026-014',
  href: REF,
  eyebrow: 'BRD-2026-014 · 56 pupils · Year 4',
  schools: { a: 'Brook Lane Primary', b: 'St Aidan’s CofE Primary' },
  tags: [
    { tone: 'green', text: 'On track' },
    { tone: 'grey', text: 'Version 13' },
  ],
  timeBar: {
    title: 'As it is today',
    sentence: 'after event 13 of 13: class size of St Aidan’s corrected',
    href: REF,
    revision: 13,
    ticks,
    past: false,
    dayForm: { values: { clock: 'known-then' }, errors: [] },
  },
  stages: [
    { name: 'Interest', state: 'reached', on: '2026-06-18' },
    { name: 'Brokered', state: 'reached', on: '2026-07-02' },
    { name: 'Signed', state: 'reached', on: '2026-09-09' },
    { name: 'Trained', state: 'gap', note: '1 of 2 sides' },
    { name: 'Met', state: 'next' },
    { name: 'Visited', state: 'ahead' },
    { name: 'Celebrated', state: 'ahead' },
  ],
  connections: [],
  risks: [],
  gaps: [
    {
      sentence: 'Training: nothing recorded for Saira Malik',
      action: { href: `${REF}/record-training?side=b`, label: 'Record it' },
    },
  ],
  next: [
    {
      title: 'Next: first meeting',
      sentences: [
        'Booked for Thursday 26 November 2026, Cliffe Castle Museum, 10:00 to 14:00. Afterwards, record what happened:',
      ],
      form: meetingHeldForm,
    },
  ],
  closedSchools: [],
  difference: [
    { key: 'English as another language', value: '50.9 % and 3.3 %' },
    { key: 'Free school meals in six years', value: '35.1 % and 3.3 %' },
    { key: 'Religious character', value: 'no religious character and Church of England' },
    { key: 'Apart', value: '3.2 miles' },
    { key: 'Figures', value: 'Census of 15 January 2026' },
  ],
  classes: [
    {
      school: { href: '/schools/900014', label: 'Brook Lane Primary' },
      words: 'Year 4 Kingfishers, 29 pupils',
      people: ['Tom Reeve, link teacher', 'Mrs J. Ashdown, headteacher'],
    },
    {
      school: { href: '/schools/900031', label: 'St Aidan’s CofE Primary' },
      words: 'Year 4 Willow, 27 pupils',
      people: ['Saira Malik, link teacher', 'Mr D. Okafor, headteacher'],
    },
  ],
  agreement: [
    { who: 'Mrs J. Ashdown', school: 'Brook Lane Primary', status: 'signed 9 Sept', tone: 'done' },
    { who: 'Mr D. Okafor', school: 'St Aidan’s CofE Primary', status: 'signed 6 Jul', tone: 'done' },
  ],
  meetings: [
    {
      on: '2026-11-26',
      title: 'First meeting',
      place: 'Cliffe Castle Museum, 10:00 to 14:00',
      detail: '56 pupils expected',
      tag: { tone: 'blue', text: 'Planned' },
    },
    { title: 'Visit to Brook Lane', place: 'No date yet' },
    { title: 'Visit to St Aidan’s', place: 'No date yet' },
  ],
  training: [
    { teacher: 'Tom Reeve', words: 'Full day, attended 1 October 2026' },
    {
      teacher: 'Saira Malik',
      words: 'Half day, she has linked before',
      tag: { tone: 'amber', text: 'Nothing recorded' },
    },
  ],
  impact: [
    {
      title: 'Parents',
      words: '18 parents, twice',
      action: { href: `${REF}/record/record-parents`, label: 'Record' },
    },
    {
      title: 'Reflections',
      words: 'None recorded yet',
      action: { href: `${REF}/record/record-reflection`, label: 'Record' },
    },
    {
      title: 'Surveys',
      words: 'At the beginning: both classes',
      small: 'After-survey: nothing recorded yet',
      action: { href: `${REF}/record/record-survey`, label: 'Record' },
    },
  ],
  mails: {
    toCome: [
      { day: '2026-11-24', title: 'Ready for the day?', to: 'both teachers and the venue' },
      { day: '2026-11-27', title: 'How did it go?', to: 'both teachers' },
    ],
    sent: [
      {
        at: '2026-09-09T07:05:00.000Z',
        subject: 'Meet your linking partner',
        to: 'Tom Reeve, Saira Malik',
        href: '/outbox/m2',
        tag: { tone: 'green', text: 'Sent' },
      },
    ],
  },
  history: historySample,
  verification: '/links/BRD-2026-014/evidence',
  everything: { href: `${REF}/record`, label: 'Everything that can be recorded' },
};

export const linkWithErrors: LinkPageView = {
  ...linkToday,
  closedSchools: [
    {
      sentence:
        'St Aidan’s CofE Primary closed on 31 August 2026. It goes on as Aidan Hill (149210) and Aidan Dale (149211).',
      action: { href: `${REF}/record/succeed-school?side=b`, label: 'Choose one' },
    },
  ],
  next: linkToday.next.map((action) => ({ ...action, form: meetingHeldFormWithErrors })),
};

const { everything: _none, ...withoutWays } = linkToday;

export const linkInThePast: LinkPageView = {
  ...withoutWays,
  tags: [
    { tone: 'blue', text: 'History view' },
    { tone: 'grey', text: 'Version 5' },
  ],
  timeBar: {
    ...linkToday.timeBar,
    title: 'As it was on 2 September 2026',
    sentence: 'after event 5 of 13: class of St Aidan’s confirmed',
    revision: 5,
    past: true,
  },
  stages: linkToday.stages.map((stage, index) =>
    index < 2 ? stage : { name: stage.name, state: index === 2 ? 'next' : 'ahead' },
  ),
  gaps: [],
  next: [],
  past: {
    followed: [
      { on: '2026-09-09', text: 'Brook Lane signed the agreement', href: `${REF}?revision=8` },
      { on: '2026-10-01', text: 'Tom Reeve attended the full day', href: `${REF}?revision=9` },
      { on: '2026-10-22', text: 'St Aidan’s sent identity work', href: `${REF}?revision=10` },
    ],
    more: 5,
  },
  agreement: [
    { who: 'Mrs J. Ashdown', school: 'Brook Lane Primary', status: 'not signed yet', tone: 'late' },
    { who: 'Mr D. Okafor', school: 'St Aidan’s CofE Primary', status: 'signed 6 Jul', tone: 'done' },
  ],
  meetings: [],
  training: [],
  mails: {
    sent: [],
  },
  // What was corrected later is not known yet.
  history: historySample.slice(7).map((entry) => ({ ...entry, corrections: [] })),
};

export const linkNotFormed: LinkPageView = {
  ...linkToday,
  next: [],
  alsoOpen: [],
  nothingNext: 'This link is closed: not formed on 14 September 2026.',
  alternatives: [
    {
      heading: 'Brook Lane Primary: 4 Oak, Year 4, 28 pupils',
      choices: [
        {
          href: '/links/propose?a=i1.oak&b=i3.elm',
          label: 'Al-Noor Academy',
          words: '4 Elm, Year 4, 26 pupils · 2 miles',
        },
      ],
      all: { href: '/links/propose?a=i1.oak', label: 'See every class that waits' },
    },
  ],
};
