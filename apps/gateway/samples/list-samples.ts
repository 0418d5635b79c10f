import type { FilterBarView } from '../src/pages/components/filter-bar.js';
import type { CommandListView } from '../src/pages/links/command-list-page.js';
import type { LinkListView } from '../src/pages/links/link-list-view.js';
import type { MailView, OutboxView } from '../src/pages/outbox/outbox-view.js';
import type { SchoolImportView } from '../src/pages/schools/school-import-page.js';
import type { SchoolListView } from '../src/pages/schools/school-list-page.js';
import type { VenueListView } from '../src/pages/venues/venue-list-page.js';
import { meetingHeldForm } from './form-samples.js';

const filters: FilterBarView = {
  action: '/links',
  search: { name: 'q', label: 'School, teacher or link number', value: '' },
  selects: [
    {
      name: 'programme',
      label: 'Programme',
      value: 'BRD',
      options: [
        { value: '', label: 'All' },
        { value: 'BRD', label: 'Bradford' },
      ],
    },
    {
      name: 'stage',
      label: 'Stage',
      value: '',
      options: [
        { value: '', label: 'All' },
        { value: 'interest', label: 'Interest' },
        { value: 'brokered', label: 'Brokered' },
      ],
    },
    {
      name: 'flag',
      label: 'Flag',
      value: '',
      options: [
        { value: '', label: 'All' },
        { value: 'paused', label: 'Paused' },
      ],
    },
    {
      name: 'outcome',
      label: 'Outcome',
      value: 'open',
      options: [
        { value: '', label: 'All' },
        { value: 'open', label: 'Open' },
      ],
    },
  ],
  clearHref: '/links',
};

const empty = {
  title: 'No link matches',
  sentence: 'Take a filter away, or search for part of a school’s name.',
  onward: { href: '/links', label: 'Show all links' },
};

export const linkList: LinkListView = {
  eyebrow: 'Bradford · 2026–27',
  lead: '46 links, 7 still waiting for a signature.',
  filters,
  stages: [
    { name: 'Interest', count: 3, href: '/links?stage=interest', current: false },
    { name: 'Signed', count: 12, href: '/links?stage=signed', current: true },
  ],
  rows: [
    {
      ref: 'BRD-2026-014',
      href: '/links/BRD-2026-014',
      schools: { a: 'Brook Lane Primary', b: 'St Aidan’s CofE Primary' },
      words: 'Year 4 · 56 pupils',
      stage: { tone: 'blue', text: 'Trained' },
      nextStep: 'First meeting on 26 Nov',
      flags: [],
    },
    {
      ref: 'BRD-2026-031',
      href: '/links/BRD-2026-031',
      schools: { a: 'Hollins Green Primary', b: 'Al-Noor Academy' },
      words: 'Year 5 · 58 pupils',
      stage: { tone: 'blue', text: 'Brokered' },
      nextStep: 'Agreement of Hollins Green to be signed by 17 Nov',
      flags: [
        { tone: 'red', text: 'Overdue' },
        { tone: 'amber', text: 'At risk' },
      ],
    },
    {
      ref: 'BRD-2026-002',
      href: '/links/BRD-2026-002',
      schools: { a: 'Thornfield Primary', b: 'Masjid Road Primary' },
      words: 'Years 3 and 4 · 61 pupils',
      stage: { tone: 'green', text: 'Celebrated' },
      nextStep: 'Completed, 3 of 3 meetings',
      flags: [],
    },
  ],
  more: { shown: 3, href: '/links?cursor=abc' },
  sheet: { href: '/sheet', label: 'As a sheet' },
  empty,
};

export const emptyLinkList: LinkListView = {
  ...linkList,
  lead: '0 links match.',
  rows: [],
  more: { shown: 0 },
};

export const commandList: CommandListView = {
  eyebrow: 'BRD-2026-014 · Brook Lane Primary and St Aidan’s CofE Primary',
  groups: [
    {
      title: 'Meetings',
      commands: [
        { href: '#1', label: 'Plan a meeting', hint: 'Date, place and pupils expected' },
        { href: '#2', label: 'Record a meeting', hint: 'Also one that was never planned' },
      ],
    },
    {
      title: 'Mending',
      commands: [{ href: '#3', label: 'Correct an entry', hint: 'The old value stays visible' }],
    },
    {
      title: 'Course of things',
      commands: [{ href: '#4', label: 'Pause the link', hint: 'No more mails until it goes on' }],
    },
  ],
};

export const outbox: OutboxView = {
  lead: '2 mails. In the demonstration nothing leaves this machine.',
  other: { href: '/outbox?status=planned', label: 'What goes out next' },
  filters: { ...filters, action: '/outbox', selects: filters.selects.slice(0, 1) },
  rows: [
    {
      id: 'm1',
      href: '/outbox/m1',
      subject: 'Please sign your Schools Linking agreement',
      rule: 'N07 · agreement',
      to: 'Mrs J. Ashdown <head@brooklane.example>',
      at: '2026-07-03T08:00:00.000Z',
      status: { tone: 'green', text: 'Sent' },
      link: { href: '/links/BRD-2026-014', label: 'BRD-2026-014' },
    },
    {
      id: 'm2',
      href: '/outbox/m2',
      subject: 'Training on 1 October: full day',
      rule: 'N10 · training',
      to: 'office-and-administration@hollins-green-primary-school.example',
      at: '2026-09-14T08:00:00.000Z',
      status: { tone: 'red', text: 'Failed' },
    },
  ],
  more: { shown: 2 },
  empty: { title: 'Nothing has been sent', sentence: 'Mails appear here when something happens in a link.' },
};

export const mail: MailView = {
  subject: 'Please sign your Schools Linking agreement',
  status: { tone: 'green', text: 'Sent' },
  headers: [
    { name: 'From', value: 'Schools Linking Bradford <bradford@linking.example>' },
    { name: 'To', value: 'Mrs J. Ashdown <head@brooklane.example>' },
    { name: 'Date', value: 'Friday 3 July 2026, 09:00' },
    { name: 'Message-ID', value: '<BRD-2026-014.N07.sign.2026-07-03.7d0c1f0a@linking.example>' },
  ],
  link: { href: '/links/BRD-2026-014', label: 'BRD-2026-014' },
  htmlSrc: '/outbox/m1/html',
  text: 'Dear Mrs Ashdown,\n\nBrook Lane Primary and St Aidan’s CofE Primary are to be linked.\nPlease read and sign:\n\n  [personal link]\n\nAmina Khan, your local facilitator',
  why: [
    { sentence: '2 mails of this day to the same person left as one.' },
    {
      title: 'Please sign your agreement',
      sentence:
        'The agreement was issued to Brook Lane on 3 July. Rule N07 asks the person who signs at once.',
    },
  ],
  calendar: {
    what: 'Puts the appointment in.',
    rows: [
      { name: 'What', value: 'Linking training, full day' },
      { name: 'When', value: 'Thursday 1 October 2026, 09:15 to 15:30' },
      { name: 'Where', value: 'Weaver’s Hall Museum, BD99 1WH' },
      { name: 'Version', value: '1' },
    ],
    href: '/outbox/m1/entry.ics',
  },
  demoLink: { href: '/sign/kfYw3r', label: 'Open the signing page' },
};

export const venueList: VenueListView = {
  eyebrow: 'Bradford',
  rows: [
    {
      id: 'v1',
      name: 'Cliffe Castle Museum',
      address: 'Spring Gardens Lane, Keighley BD20 6LH',
      capacity: '60 pupils',
      kind: { tone: 'green', text: 'Neutral' },
      use: '13 meetings, next on 26 Nov',
    },
  ],
  empty: { title: 'No venues yet', sentence: 'Add the places where your classes meet.' },
  add: { href: '/venues/add', label: 'Add a venue' },
};

export const schoolList: SchoolListView = {
  eyebrow: 'Register of 1 November 2026',
  lead: '2 of 1,204 schools.',
  filters: { ...filters, action: '/schools', search: { ...filters.search, label: 'Name, URN or postcode' } },
  rows: [
    {
      urn: '900014',
      name: 'Brook Lane Primary',
      href: '/schools/900014',
      place: 'Bradford, BD9 4XY',
      phase: 'Primary',
      status: { tone: 'green', text: 'Open' },
      pupils: '420',
    },
    {
      urn: '900099',
      name: 'St Mary’s Catholic Primary',
      place: 'Shipley, BD18 3AA',
      phase: 'Primary',
      status: { tone: 'red', text: 'Closed 31 August 2025' },
      pupils: 'not known',
    },
  ],
  more: { shown: 2 },
  empty: {
    title: 'No school matches',
    sentence: 'Search for part of the name, or the six digits of the URN.',
  },
  importFile: { href: '/schools/import', label: 'Import a file' },
};

export const schoolImport: SchoolImportView = {
  form: {
    ...meetingHeldForm,
    action: '/schools/import',
    multipart: true,
    submitLabel: 'Read the file',
    also: [],
    hidden: {},
    values: { dryRun: 'yes' },
    fields: [
      { kind: 'file', name: 'file', label: 'CSV file', hint: 'Up to 60 MB.', accept: '.csv' },
      {
        kind: 'tick',
        name: 'dryRun',
        label: 'Dry run',
        hint: 'Shows what would change and changes nothing.',
      },
      { kind: 'tick', name: 'strict', label: 'Strict', hint: 'One row with an error stops the whole file.' },
    ],
  },
  result: {
    title: 'Dry run of register.csv: nothing was changed',
    figures: [
      { key: 'Rows read', value: '2,412' },
      { key: 'New schools', value: '12' },
      { key: 'Changed', value: '48' },
      { key: 'With errors', value: '2' },
    ],
    problems: [
      {
        line: 118,
        column: 'NumberOfPupils',
        sentence: '“many” is not a number; the value known before is kept.',
      },
      { line: 2411, column: 'URN', sentence: '“NAT” is not a school: rows of totals are left out.' },
    ],
    moreProblems: 0,
  },
};
