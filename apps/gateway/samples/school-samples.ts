import type { PartnersView } from '../src/pages/interests/partners-page.js';
import type { ProposeView } from '../src/pages/interests/propose-page.js';
import type { SchoolView } from '../src/pages/schools/school-page.js';

const reasons = [
  'Half of Brook Lane’s pupils speak English as another language, 4 % of St Aidan’s.',
  'Church of England and no religious character.',
  '3.2 miles apart.',
  'Both Year 4.',
];

export const partners: PartnersView = {
  title: 'A partner for Brook Lane',
  eyebrow: '2026–27',
  lead: 'Same year group first, then those who differ most and are not too far away. You decide.',
  chosen: [
    { key: 'School', value: 'Brook Lane Primary' },
    { key: 'Class', value: '4 Oak, Year 4, 28 pupils' },
    { key: 'English as another language', value: '50.9 % · census, 15 January 2026' },
  ],
  filters: {
    action: '/links/propose',
    search: { name: 'q', label: 'Name of the school', value: '' },
    selects: [
      { name: 'yearGroup', label: 'Year group', value: '', options: [{ value: '', label: 'Any' }] },
      { name: 'miles', label: 'Distance', value: '', options: [{ value: '', label: 'Any' }] },
    ],
    kept: { a: '1.2' },
  },
  heading: '2 free classes of 2026–27',
  partners: [
    {
      link: { href: '/links/propose?a=1.2&b=3.4', label: 'St Aidan’s CofE Primary' },
      words: 'Year 4, 30 pupils, name to follow',
      tags: [
        { tone: 'green', text: 'Great difference' },
        { tone: 'amber', text: 'Linked before' },
      ],
      reasons,
      cautions: ['Linked together in 2024–25 (BRD-2024-003).'],
    },
    {
      link: {
        href: '/links/propose?a=1.2&b=5.6',
        label: 'The Federation of Wharfedale Valley Community Infant and Junior Schools',
      },
      words: 'Year 5, 12 pupils, name to follow',
      tags: [{ tone: 'grey', text: 'Difference not known' }],
      reasons: ['Distance not known.', 'Year 4 and Year 5.'],
      cautions: [
        'The classes have no year group in common.',
        'The classes differ in size: 12 and 28 pupils.',
      ],
      unknown: 'Not compared, for a figure is missing: free school meals and religious character.',
    },
  ],
  more: { shown: 2 },
  empty: {
    title: 'No class is free',
    sentence: 'Classes of the same year that wait for a partner appear here.',
  },
};

export const noPartners: PartnersView = { ...partners, heading: '0 free classes of 2026–27', partners: [] };

export const proposal: ProposeView = {
  title: 'Propose a link',
  lead: 'Brook Lane Primary and St Aidan’s CofE Primary, 2026–27.',
  names: { a: 'Brook Lane', b: 'St Aidan’s' },
  comparison: [
    { what: 'Class', a: '4 Oak, Year 4, 28 pupils', b: 'Year 4, 30 pupils, name to follow' },
    {
      what: 'English as another language',
      a: '50.9 % · census, 15 January 2026',
      b: '4.1 % · census, 15 January 2026',
    },
    { what: 'Religious character', a: 'No religious character', b: 'Church of England' },
  ],
  reasons,
  priorities: [{ key: 'Priorities of Bradford', value: 'New arrivals. Two hotels house families.' }],
  cautions: ['These schools were linked before in BRD-2024-003. Say why they should be linked again.'],
  form: {
    csrf: 'sample-csrf',
    idempotencyKey: '3f1f5f0e-5c1e-4a39-9a35-6b0a8a0f5a11',
    action: '/links/propose',
    fields: [
      { kind: 'date', name: 'occurredOn', label: 'When were they brought together?' },
      {
        kind: 'select',
        name: 'override.linked-before.reasonCode',
        label: 'Why are they linked again?',
        options: [
          { value: '', label: 'Choose a reason' },
          { value: 'heads-agreed', label: 'Heads agreed' },
        ],
      },
    ],
    submitLabel: 'Propose the link',
    values: {},
    errors: [],
    also: [{ href: '/links/propose?a=1.2', label: 'Choose another partner', look: 'link' }],
  },
};

export const closedSchool: SchoolView = {
  eyebrow: 'URN 107245',
  name: 'St Mary’s Catholic Primary School',
  status: { tone: 'red', text: 'Closed 31 August 2025' },
  closed:
    'St Mary’s Catholic Primary School closed on 31 August 2025. Its successor is St Mary’s Academy (149210).',
  line: [
    { when: 'Before 1 September 2003', href: '/schools/107200', label: 'St Mary’s Infants (107200)' },
    { when: 'Since', href: '/schools/149210', label: 'St Mary’s Academy (149210)' },
  ],
  facts: [
    { key: 'Programme', value: 'Bradford' },
    { key: 'Place', value: 'Shipley, BD18 3AA' },
    { key: 'Register', value: 'as of 1 November 2026' },
  ],
  figures: [{ key: 'First language not English', value: '50.9 % · census, 15 January 2026' }],
  links: [
    {
      href: '/links/BRD-2026-014',
      label: 'BRD-2026-014',
      words: '2026–27, with Brook Lane Primary · First exchange',
    },
    { href: '/links/BRD-2024-003', label: 'BRD-2024-003', words: '2024–25, with Hollins Green · Completed' },
  ],
  interests: [{ id: 'c1', words: '2026–27: Year 4, 28 pupils', more: 'in BRD-2026-014' }],
  people: [
    { id: 'p1', words: 'Julia Ashdown, headteacher', more: 'head@st-marys.example · 01274 555000' },
    { id: 'p2', words: 'Former teacher' },
  ],
};

const { people: _, closed: __, ...open } = closedSchool;
/** As somebody reads it who has nothing to do with the school. */
export const quietSchool: SchoolView = {
  ...open,
  status: { tone: 'green', text: 'Open' },
  line: [],
  figures: [],
  links: [],
  interests: [],
  interest: { href: '/waiting/add?urn=107245', label: 'Record an interest' },
  feed: {
    words:
      'For the school’s own calendar: the meetings of its links in 2026–27, which follow when they move.',
    address: 'https://linking.example/calendar/abcdefghijklmnopqrstuvwxyz0123456789.ics',
    webcal: 'webcal://linking.example/calendar/abcdefghijklmnopqrstuvwxyz0123456789.ics',
    renew: {
      csrf: 'sample-csrf',
      idempotencyKey: '3f1f5f0e-5c1e-4a39-9a35-6b0a8a0f5a11',
      action: '/schools/107245/renew-address',
      label: 'Give it a new address',
      look: 'link',
    },
  },
};
