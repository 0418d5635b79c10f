import type { InterestView } from '../src/pages/interests/interest-page.js';
import type { UnplacedView } from '../src/pages/interests/unplaced-page.js';
import type { WaitingListView } from '../src/pages/interests/waiting-list-page.js';

const history: InterestView['history'] = [
  { key: '3', when: 'Mon 14 Sept, 10:05', what: '4 Oak is in BRD-2026-014', who: 'the system' },
  {
    key: '2',
    when: 'Thu 10 Sept, 15:40',
    what: 'Class changed: 4 Oak (Year 4, 28 pupils)',
    note: 'The office rang: two pupils more than thought.',
    who: 'Amina Khan',
  },
  {
    key: '1',
    when: 'Tue 2 Jun, 11:20',
    what: 'Interest received by Bradford: 2 classes, by phone',
    who: 'Amina Khan',
  },
];

export const interest: InterestView = {
  eyebrow: 'Bradford · 2026–27 · URN 900014',
  school: 'Brook Lane Primary',
  lead: 'One of two classes is placed.',
  tags: [{ tone: 'amber', text: 'Waiting' }],
  actions: [],
  classes: [
    {
      classId: 'oak',
      name: '4 Oak',
      words: 'Year 4, 28 pupils',
      teachers: 'Saira Malik',
      status: { tone: 'green', text: 'Paired' },
      links: [{ href: '/links/BRD-2026-014', label: 'BRD-2026-014' }],
      actions: [],
    },
    {
      classId: 'ash',
      name: 'Year 3 class',
      words: 'Year 3, about 30 pupils',
      teachers: 'teacher to follow',
      status: { tone: 'amber', text: 'Waiting' },
      links: [],
      actions: [
        { href: '/links/propose?a=i1.ash', label: 'Find a partner' },
        { href: '/interests/i1/change-class?class=ash', label: 'Change' },
        { href: '/interests/i1/withdraw-class?class=ash', label: 'Withdraw this class' },
      ],
    },
  ],
  facts: [
    { key: 'Head', value: 'Helen Marsh, head@brooklane.example' },
    { key: 'Asked', value: 'Tuesday 2 June 2026, phone' },
    { key: 'Hopes for', value: 'Faith dialogue and oracy' },
  ],
  changes: [
    { href: '/interests/i1/offer-class', label: 'Add a class' },
    { href: '/interests/i1/change-head', label: 'Enter another headteacher' },
  ],
  history,
};

const placing = [
  { href: '/interests/i2/place', label: 'Place it' },
  { href: '/interests/i2/keep', label: 'Keep it on the national list' },
  { href: '/interests/i2/decline', label: 'Decline it' },
];

export const unplacedInterest: InterestView = {
  ...interest,
  eyebrow: '2026–27 · URN 900077',
  school: 'St Piran’s Cross Church of England Voluntary Aided Primary School',
  lead: '1 class waits for a partner.',
  tags: [
    { tone: 'amber', text: 'Waiting' },
    { tone: 'red', text: 'To be placed' },
  ],
  notice: 'The school lies in no programme’s area. The national office looks for a programme.',
  actions: placing,
  classes: interest.classes.slice(1).map((one) => ({ ...one, actions: one.actions.slice(1) })),
  history: [
    {
      key: '2',
      when: 'Tue 2 Jun, 11:20',
      what: 'Given to the national office: outside every area',
      who: 'Amina Khan',
    },
    ...history.slice(2),
  ],
};

export const unplaced: UnplacedView = {
  lead: '1 interest lies in no programme’s area, or not in one alone. Please ring each school within 5 working days.',
  interests: [
    {
      id: 'i2',
      school: { href: '/interests/i2', label: unplacedInterest.school },
      facts: [
        { key: 'Where', value: 'Truro, Cornwall, TR99 1AA' },
        { key: 'Why', value: 'The school lies in no programme’s area.' },
        { key: 'Offers', value: '1 class, 2026–27' },
        { key: 'Waits', value: '3 weeks (16 working days), since 2 June 2026' },
        { key: 'Nearest', value: 'Plymouth (41 miles) · Exeter (74 miles) · Bristol (139 miles)' },
      ],
      actions: placing,
    },
  ],
  empty: { title: 'Nothing to place', sentence: 'Interests from outside every area appear here.' },
};

export const nothingUnplaced: UnplacedView = {
  ...unplaced,
  lead: 'Every interest has its programme.',
  interests: [],
};

export const waitingList: WaitingListView = {
  eyebrow: 'All programmes',
  lead: '2 classes waiting for a partner.',
  filters: {
    action: '/waiting',
    search: { name: 'q', label: 'School or URN', value: '' },
    selects: [
      { name: 'year', label: 'Year', value: '', options: [{ value: '', label: 'All' }] },
      { name: 'yearGroup', label: 'Year group', value: '4', options: [{ value: '4', label: 'Year 4' }] },
      { name: 'status', label: 'Status', value: '', options: [{ value: '', label: 'Waiting' }] },
    ],
    clearHref: '/waiting',
  },
  unplaced: { href: '/waiting/unplaced', label: '1 interest lies in no programme’s area' },
  rows: [
    {
      classId: 'ash',
      school: { href: '/interests/i1', label: 'Brook Lane Primary' },
      words: 'Year 3, 30 pupils, name to follow · 2026–27 · Bradford',
      placed: 'One of two classes placed',
      since: '2026-06-02',
      waits: '6 weeks (29 working days)',
      status: { tone: 'amber', text: 'Waiting' },
      action: { href: '/links/propose?a=i1.ash', label: 'Find a partner' },
    },
    {
      classId: 'elm',
      school: { href: '/interests/i3', label: 'Al-Noor Academy' },
      words: '4 Elm, Year 4, 26 pupils · 2026–27 · Bradford',
      since: '2026-07-13',
      waits: '1 working day',
      status: { tone: 'amber', text: 'Waiting' },
    },
  ],
  empty: { title: 'No class is waiting', sentence: 'When a school gets in touch, record its interest here.' },
  add: { href: '/waiting/add', label: 'Record an interest' },
};
