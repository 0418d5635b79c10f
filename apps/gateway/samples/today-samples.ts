import type {
  AttentionItemView,
  AttentionPageView,
  ProgrammeLineView,
  TodayView,
} from '../src/pages/today/today-view.js';

const why = [
  'An agreement is to be signed within ten school days of being sent.',
  'For this link that is 17 November 2026.',
  'It leaves this list when the signature is recorded, when the step is skipped with a reason, or when you record a call with a new date.',
];

const items: readonly AttentionItemView[] = [
  {
    key: 'unsigned',
    edge: 'red',
    tag: { tone: 'red', text: '6 days overdue' },
    number: 'BRD-2026-031',
    title: { href: '/links/BRD-2026-031', label: 'Head has not signed' },
    subject: 'Hollins Green Primary and Al-Noor Academy',
    sentence: 'Due from Al-Noor Academy by Tue 17 Nov.',
    calls: [
      {
        who: 'Yusuf Rahman, headteacher at Al-Noor Academy',
        number: '01632 960 131',
        href: 'tel:01632960131',
      },
      { who: 'Julia Ashdown, headteacher at Hollins Green Primary' },
    ],
    why,
    button: {
      href: '/links/BRD-2026-031/record/record-discussion?step=agreement&from=today',
      label: 'Phoned',
    },
  },
  {
    key: 'clash',
    edge: 'red',
    tag: { tone: 'red', text: 'Clash' },
    number: 'BRD-2026-009',
    title: { href: '/links/BRD-2026-009', label: '2 links at once, room for 1' },
    subject: 'Cliffe Castle, Thu 3 Dec',
    sentence: 'BRD-2026-009 and BRD-2026-022 meet there at the same time.',
    calls: [],
    why,
    button: {
      href: '/links/BRD-2026-009/record/reschedule-meeting?number=1&from=today',
      label: 'Move a meeting',
    },
  },
  {
    key: 'register',
    edge: 'amber',
    tag: { tone: 'amber', text: '5 days ago' },
    title: { href: '/training', label: 'Register the training day' },
    subject: 'Full day, Wed 18 Nov',
    sentence: '14 teachers were booked. Mark who came, so that their links move on.',
    calls: [],
    why,
    button: { href: '/training', label: 'Mark attendance' },
  },
  {
    key: 'waiting',
    edge: 'blue',
    tag: { tone: 'blue', text: 'Waiting on you' },
    title: { href: '/waiting', label: '3 classes want a partner' },
    subject: 'Oakworth Hill, Lister Park Juniors and The Mead',
    sentence: 'The first of them asked on 12 May 2026.',
    calls: [],
    why,
    button: { href: '/links/propose', label: 'Find partners' },
  },
];

const calm = {
  title: 'Nothing needs you today',
  sentence: 'Every step is in time. What is next stands under “Coming up” on the page Today.',
};

const stage = (name: string, count: number, late = 0) => ({
  name,
  count,
  href: `/links?stage=${name.toLowerCase()}&outcome=open`,
  length: Math.round((100 * count) / 19),
  ...(late === 0 ? {} : { late: { count: late, href: `/links?stage=${name.toLowerCase()}&flag=overdue` } }),
});

const mails = [6, 0, 3, 1, 4, 0, 0].map((count, index) => ({
  day: `2026-11-${23 + index}`,
  name: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][index] ?? '',
  mails: count,
  height: Math.round((100 * count) / 6),
}));

export const today: TodayView = {
  eyebrow: 'Monday 23 November 2026 · week 12 of the autumn term',
  greeting: 'Good morning, Amina',
  lead: {
    before: '41 links and 5 proposals in Bradford.',
    strong: '38 are on track',
    after: ', 7 need you today and 1 is paused.',
  },
  attention: { items, empty: calm, all: { href: '/today/attention', label: 'All 8' } },
  stages: [
    stage('Interest', 3, 1),
    stage('Brokered', 2),
    stage('Signed', 7, 2),
    stage('Trained', 19, 5),
    stage('Met', 15),
    stage('Visited', 0),
    stage('Celebrated', 0),
  ],
  allLinks: { href: '/links?outcome=open', label: 'All links' },
  coming: [
    {
      day: '2026-11-26',
      title: 'First meeting',
      links: [{ href: '/links/BRD-2026-014', label: 'Brook Lane Primary and St Aidan’s CofE Primary' }],
      small: 'Cliffe Castle, 10:00 · 56 pupils',
    },
    {
      day: '2026-12-03',
      title: 'First meetings (2)',
      links: [
        { href: '/links/BRD-2026-009', label: 'BRD-2026-009' },
        { href: '/links/BRD-2026-022', label: 'BRD-2026-022' },
      ],
      small: 'Cliffe Castle, 10:00 · 112 pupils',
    },
  ],
  mails: {
    title: '14 emails going out this week',
    preview: { href: '/outbox?status=planned', label: 'Preview' },
    days: mails,
  },
  latest: {
    title: 'Latest in Bradford',
    lines: [
      {
        key: '1',
        when: '08:42',
        moment: '2026-11-23T08:42:00.000Z',
        headline: 'Dale Head Primary sent work to Parkside Academy',
        href: '/links/BRD-2026-007',
        small: 'BRD-2026-007 · Dale Head Primary and Parkside Academy',
      },
      {
        key: '2',
        when: 'Fri',
        moment: '2026-11-20T16:00:00.000Z',
        headline: 'Schools Linking sent 4 mails',
      },
    ],
  },
};

const programme = (name: string, links: number, overdue: number, attention: number): ProgrammeLineView => {
  const slug = name.toLowerCase().replace(' ', '-');
  const list = `/links?programme=${slug}&outcome=open`;
  return {
    name,
    href: `/today?programme=${slug}`,
    links: { count: links, href: list },
    overdue: { count: overdue, href: `${list}&flag=overdue` },
    attention: { count: attention, href: `/today/attention?programme=${slug}` },
  };
};

export const todayOfNationalOffice: TodayView = {
  ...today,
  greeting: 'Good afternoon, Nadia',
  lead: {
    before: '512 links and 64 proposals in 28 programmes.',
    strong: '433 are on track',
    after: ', 143 need you today.',
  },
  attention: {
    ...today.attention,
    items: items.map((item) => ({ ...item, number: ['Bradford', item.number].filter(Boolean).join(' · ') })),
  },
  programmes: {
    lines: [
      programme('Bradford', 46, 8, 12),
      programme('Kent', 31, 4, 6),
      programme('Tower Hamlets', 22, 0, 1),
    ],
  },
};

export const calmDay: TodayView = {
  ...today,
  lead: { before: '0 links in Bradford.', strong: '0 are on track', after: ', 0 need you today.' },
  attention: { items: [], empty: calm },
  stages: ['Interest', 'Brokered', 'Signed', 'Trained', 'Met', 'Visited', 'Celebrated'].map((name) =>
    stage(name, 0),
  ),
  coming: [],
  mails: {
    ...today.mails,
    title: '0 emails going out this week',
    days: mails.map((day) => ({ ...day, mails: 0, height: 0 })),
  },
  latest: { title: 'Latest in Bradford', lines: [] },
};

export const attentionPage: AttentionPageView = {
  eyebrow: today.eyebrow,
  lead: '4 things in Bradford, the most urgent first.',
  items,
  empty: calm,
};
