import type { LinkPageView } from '../src/pages/links/link-view.js';
import type { CertificatesView } from '../src/pages/year-end/certificates-page.js';
import type { YearEndView } from '../src/pages/year-end/year-end-page.js';
import { linkToday } from './link-samples.js';

const options = [
  { value: 'leave', label: 'Leave it open' },
  { value: 'complete', label: 'Complete' },
  { value: 'close-incomplete', label: 'Close incomplete' },
];

export const yearEnd: YearEndView = {
  eyebrow: 'Bradford',
  heading: 'Close the year 2026–27',
  lead: 'The year ended on 31 July 2027. 2 links still open. Nothing closes by itself: you decide, link by link or all at once.',
  progress: { ended: 44, of: 46, words: '44 of 46 links closed' },
  outcomes: [
    { text: 'Open', count: 2, href: '/links?outcome=open' },
    { text: 'Completed, 3 of 3 meetings', count: 31, href: '/links?outcome=completed' },
    { text: 'Completed, 2 of 3 meetings', count: 13, href: '/links?outcome=completed' },
  ],
  done: ['BRD-2026-003, Oak Primary and Fir Primary: completed, 3 of 3 meetings'],
  form: {
    action: '/programmes/bradford/year-end/2026-27',
    csrf: 'sample-csrf',
    idempotencyKey: 'sample-key',
    fields: [
      {
        kind: 'select',
        name: 'override.two-meetings.reasonCode',
        label: 'Why is it complete all the same?',
        options: [{ value: '', label: 'Choose a reason' }],
      },
    ],
    submitLabel: 'Close these links',
    values: { 'BRD-2026-014.what': 'complete', 'BRD-2026-009.what': 'leave' },
    errors: [{ field: 'BRD-2026-009.what', message: 'BRD-2026-009: Changed by someone else.' }],
  },
  groups: [
    {
      title: 'Ready to complete: 1',
      links: [
        {
          ref: 'BRD-2026-014',
          href: '/links/BRD-2026-014',
          field: {
            kind: 'radios',
            name: 'BRD-2026-014.what',
            label: 'Brook Lane Primary and St Aidan’s CofE Primary',
            hint: 'BRD-2026-014 · 3 of 3 meetings · Celebrated',
            inline: true,
            options: options.slice(0, 2),
          },
          missing: [],
        },
      ],
    },
    {
      title: 'Something is missing: 1',
      links: [
        {
          ref: 'BRD-2026-009',
          href: '/links/BRD-2026-009',
          field: {
            kind: 'radios',
            name: 'BRD-2026-009.what',
            label: 'Ash Primary and Elm Academy',
            hint: 'BRD-2026-009 · 1 of 3 meetings · Met',
            inline: true,
            options,
          },
          missing: ['Visit (meeting 3): nothing recorded', 'Goodbye: nothing recorded'],
        },
      ],
    },
  ],
  preset: {
    href: '/programmes/bradford/year-end/2026-27?others=close-incomplete',
    label: 'Choose “Close incomplete” for all of them',
  },
  certificates: { href: '/programmes/bradford/certificates/2026-27', label: 'Certificates of 44 links' },
  late: 'Closed links take late entries until 31 October 2027.',
  empty: { title: 'Every link of this year has ended', sentence: 'Late entries may still change them.' },
};

const { form: _, ...toRead } = yearEnd;
/** As an auditor sees it. */
export const yearEndToRead: YearEndView = toRead;
export const yearEndOver: YearEndView = { ...toRead, groups: [], done: [] };

export const certificates: CertificatesView = {
  eyebrow: 'Bradford',
  heading: 'Certificates 2026–27',
  lead: '2 certificates, a page each. Print this page; only the certificates come out.',
  certificates: ['4 Oak', '4 Fir'].map((className) => ({
    key: className,
    className,
    school: 'Brook Lane Primary',
    linkedWith: 'was linked with 4 Elm of Elm Academy in the school year 2026–27.',
    met: 'The two classes met: 2 of 3 meetings.',
    meetings: ['First meeting, 12 November 2026', 'First visit, online, 1 March 2027'],
    programme: 'Bradford',
    closedOn: 'Completed 31 July 2027 · BRD-2026-014',
  })),
  empty: { title: 'No certificates yet', sentence: 'There are two for each link that is complete.' },
};
export const noCertificates: CertificatesView = { ...certificates, certificates: [] };

const { alsoOpen: __, ...asToday } = linkToday;
/** A link that continues another one and is not well. */
export const linkThatGoesOn: LinkPageView = {
  ...asToday,
  connections: [
    {
      before: 'Continues from',
      ref: 'BRD-2026-009',
      href: '/links/BRD-2026-009',
      after: ', which Ash Primary left on 12 February 2027.',
    },
    { before: 'Goes on as', ref: 'KEN-2026-002', after: '.' },
  ],
  risks: [
    {
      sentence: 'Mails have not reached Saira Malik of Elm Academy since 20 November 2026.',
      action: { href: '/links/BRD-2026-014/record/restore-contact?side=b', label: 'Reached again' },
    },
  ],
  evidence: {
    title: 'Known from BRD-2026-009, not recorded here',
    gaps: [
      {
        sentence: 'Tom Reeve attended the full day on 1 October 2026, 330 minutes.',
        action: { href: '/links/BRD-2026-014/record/record-training-attended', label: 'Record it here' },
      },
    ],
  },
  missing: { title: 'Closed with something missing', gaps: [{ sentence: 'Goodbye: nothing recorded' }] },
  certificates: { href: '/links/BRD-2026-014/certificates', label: 'Certificates to print' },
};
