import { auditView } from '../src/audit/audit-view-model.js';
import type { EvidenceView } from '../src/pages/audit/audit-view.js';

const newest = { size: 61_204, signedAt: '2027-01-15T09:14:03.000Z' };
const first = '2026-07-01T08:02:00.000Z';
const reads = [
  {
    id: 2,
    userId: 'u1',
    at: '2027-01-15T09:20:00.000Z',
    action: 'export',
    subject: '/links/BRD-2026-014/evidence',
  },
  { id: 1, userId: 'u1', at: '2027-01-15T09:19:00.000Z', action: 'read', subject: '/links/BRD-2026-014' },
];

export const nothingAltered = auditView({
  newest,
  first,
  reads,
  checked: { verification: { ok: true, size: 61_204, notYetSigned: 0 }, ownKey: true },
});

export const altered = auditView({
  newest,
  first,
  reads,
  checked: {
    verification: {
      ok: false,
      wrong: {
        sentence: 'Event 12 of link-BRD-2026-014 was changed: its text is not the one that was signed.',
        stream: 'link-BRD-2026-014',
        revision: 12,
      },
    },
    ownKey: true,
  },
});

export const evidence: EvidenceView = {
  ref: 'BRD-2026-014',
  schools: 'Brook Lane Primary and St Aidan’s CofE Primary',
  result: {
    tone: 'green',
    title: 'Nothing altered',
    sentences: ['Nothing was altered: 36 events stand as they were recorded and signed.'],
  },
  facts: [
    { key: 'Events checked', value: '36' },
    { key: 'Last signed', value: '15 January 2027, 09:14' },
  ],
  download: '#',
};
