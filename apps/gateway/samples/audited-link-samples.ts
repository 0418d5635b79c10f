import { sampleForm } from '../src/audit/sample-form.js';
import { timelineHref } from '../src/audit/timeline-filters.js';
import type { AuditedLinksView } from '../src/pages/audit/audited-links-view.js';
import type { EventView } from '../src/pages/audit/event-view.js';
import type { ReadsView } from '../src/pages/audit/reads-view.js';
import type { RedactedView } from '../src/pages/audit/redacted-view.js';
import type { SampleView } from '../src/pages/audit/sample-view.js';
import type { TimelineView } from '../src/pages/audit/timeline-view.js';
import { historySample } from './history-samples.js';

const REF = 'BRD-2026-014';
const schools = 'Brook Lane Primary and St Aidan’s CofE Primary';
const HASH = '56d23cd844a02ececb9ee80cbc4f0e1732c841957db4f6b062d8f24dc0d49760';
const noForm = { action: '#', fields: [], values: {}, errors: [], csrf: '', idempotencyKey: '' } as const;

export const auditedLinks: AuditedLinksView = {
  eyebrow: 'Bradford · 2026–27',
  lead: '46 links with 1,204 entries: 12 corrections, 3 voids, 2 overrides, 5 late entries, 0 imported entries.',
  filters: {
    action: '/audit/links',
    search: { name: 'q', label: 'School, teacher or link number', value: '' },
    selects: [{ name: 'year', label: 'Year', value: '', options: [{ value: '', label: 'All' }] }],
  },
  marks: [
    { name: 'links', count: 46, href: '#links', current: true },
    { name: 'with corrections', count: 9, href: '#corrections', current: false },
  ],
  stages: [{ name: 'Celebrated', count: 12, href: '#celebrated', current: false }],
  columns: ['Entries', 'Corrections'],
  rows: [
    {
      ref: REF,
      href: timelineHref(REF),
      schools: { a: 'Brook Lane Primary', b: 'St Aidan’s CofE Primary' },
      words: 'Year 4 · 56 pupils',
      stage: { tone: 'blue', text: 'Trained' },
      counts: [
        { count: 36, href: timelineHref(REF, { show: 'entries' }) },
        { count: 0, href: timelineHref(REF, { show: 'correction' }) },
      ],
    },
  ],
  more: { shown: 1, href: '#more' },
  empty: { title: 'No link matches', sentence: 'Take a filter away, or choose another year.' },
  sample: { href: '/audit/sample', label: 'Draw a random sample' },
};

export const noAuditedLinks: AuditedLinksView = { ...auditedLinks, rows: [], more: { shown: 0 } };

export const timeline: TimelineView = {
  ref: REF,
  eyebrow: `${REF} · Bradford · 2026–27`,
  schools,
  lead: '36 entries and 12 mails, line by line. Entries are numbered as they stand in the log, mails are not.',
  past: false,
  title: 'All there is, up to 19 November 2026',
  sentence: 'each line where it was recorded, with the values it had',
  clocks: [
    { href: '#then', label: 'In the order it was recorded', current: true },
    { href: '#now', label: 'In the order it happened', current: false },
  ],
  href: timelineHref(REF),
  dayForm: { values: { clock: 'known-then' }, errors: [] },
  kept: { show: 'mended' },
  shows: [{ name: 'lines', count: 48, href: '#lines', current: true }],
  entries: historySample.map((entry) => ({
    ...entry,
    type: 'EntryCorrected',
    marks: [{ tone: 'amber', text: 'Correction' }],
  })),
  empty: 'Nothing of this kind.',
  facts: [{ key: 'Stage', value: 'Trained' }],
  ways: [{ href: timelineHref(REF, {}), label: 'The page of this link' }],
};

export const timelineOfNothing: TimelineView = {
  ...timeline,
  past: true,
  entries: [],
  today: { href: '#today', label: 'Back to today' },
  dayForm: {
    values: { 'on-day': '31', 'on-month': '2', 'on-year': '2027', clock: 'known-then' },
    errors: [{ field: 'on', message: 'Enter a day that exists, such as 26 11 2026' }],
  },
};

export const event: EventView = {
  ref: REF,
  eyebrow: `${REF} · ${schools}`,
  heading: 'Event 14 of 36',
  entry: { ...historySample[1]!, type: 'MeetingPlanned' },
  result: {
    tone: 'green',
    title: 'In the signed log, as it was recorded',
    sentences: ['It is leaf 56 of the 61,204 events that the newest checkpoint covers.'],
  },
  facts: [{ key: 'Event', value: 'MeetingPlanned.v1' }],
  body: '{"actor":"user:1","channel":"page"}',
  bodySentence: 'To the letter as it was signed.',
  hash: HASH,
  recordedHash: HASH,
  text: { href: '#text', command: `(printf '\\0'; cat ${REF}-event-14.json) | sha256sum` },
  proof: [{ id: '0', hash: HASH }],
  proofSentence: '1 hash leads from this leaf to the root of the newest checkpoint.',
  earlier: { href: '#13', label: 'Event 13' },
  later: { href: '#15', label: 'Event 15' },
};

export const redacted: RedactedView = {
  ref: REF,
  heading: `${REF}: ${schools}`,
  facts: [{ key: 'Printed', value: 'Friday 15 January 2027, 09:14, by Alun Price, auditor' }],
  redaction: 'Names were taken out.',
  entries: [
    {
      id: 'e9',
      number: '9',
      on: '2026-09-14',
      headline: 'Brook Lane Primary signed the agreement',
      marks: ['signed'],
      details: ['headteacher of Brook Lane Primary, headteacher. On paper, kept at [words removed].'],
      small: 'coordinator · 10:00 · AgreementSigned',
      hash: HASH,
    },
    {
      id: 'm1',
      on: '2026-09-15',
      headline: 'Mail: Meet your linking partner',
      marks: [],
      details: ['To teacher of Brook Lane Primary.'],
      small: 'Schools Linking · 09:00 · ReminderSent',
    },
  ],
  mails: 'Mails stand in a stream of their own.',
};

const known = { programmes: [], today: '2027-01-15' };
const asked = { count: '20', year: '2026-27', programme: '', seed: 'spring 4', upTo: '61204' };

export const drawnSample: SampleView = {
  form: sampleForm({ values: asked, errors: [] }, { ...known, again: true }),
  drawn: {
    title: '1 of 46 links',
    sentence: 'Drawn from Bradford, 2026–27, with the seed “spring 4”. You have opened 1 of them.',
    facts: [{ key: 'Seed', value: 'spring 4' }],
    links: [
      {
        place: 1,
        ref: REF,
        href: timelineHref(REF),
        schools,
        words: 'Year 4 · Trained',
        hash: HASH,
        opened: 'Fri 15 Jan, 09:14',
      },
    ],
    frame: { href: '#frame', label: 'list of the 46 references' },
    command: 'sort | head -n 20',
  },
  earlier: [{ href: '#earlier', label: '20 links of 2026–27, seed “spring 4”', at: 'Fri 15 Jan, 09:14' }],
};

export const sampleToDraw: SampleView = {
  form: sampleForm(
    { values: { ...asked, count: 'x' }, errors: [{ field: 'count', message: 'Enter how many links' }] },
    { ...known, again: false },
  ),
  earlier: [],
};

export const reads: ReadsView = {
  form: { ...noForm, submitLabel: 'Show' },
  reads: [
    { id: '2', at: '15 January 2027, 09:20', what: 'Took a copy', page: `/links/${REF}/evidence` },
    {
      id: '1',
      at: '15 January 2027, 09:19',
      what: 'Looked at',
      page: `/links/${REF}`,
      href: `/links/${REF}`,
    },
  ],
  more: { shown: 2, href: '#more' },
  empty: { title: 'Nothing of this kind', sentence: 'Choose another day or another kind.' },
};

export const noReads: ReadsView = { ...reads, reads: [], more: { shown: 0 } };
