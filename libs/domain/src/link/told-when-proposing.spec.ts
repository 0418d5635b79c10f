import type { Propose } from './commands.js';
import { accepted, brokered, proposed, proposeExample } from './spec-support/example-link.js';
import { on } from './spec-support/given-when-then.js';
import { told } from './spec-support/told.js';

const { a, b } = proposeExample.surroundings;
const around = (change: Partial<Propose['surroundings']>): Propose => ({
  ...proposeExample,
  surroundings: { ...proposeExample.surroundings, ...change },
});
const spring = on('2026-06-01');

describe('whoever proposes two classes that cannot be linked is told', () => {
  told([
    [
      'Choose a class of another school, or make it an in-school link.',
      [],
      { ...proposeExample, b: { ...proposeExample.b, urn: '900001' } },
      'SAME_SCHOOL',
      'Both classes are at the same school.',
      spring,
    ],
    [
      'Choose two classes of one school, or make it a link between schools.',
      [],
      { ...proposeExample, kind: 'in-school' },
      'DIFFERENT_SCHOOLS',
      'An in-school link joins two classes of one school.',
      spring,
    ],
    [
      'Choose a class of the waiting list.',
      [],
      around({ b: { ...b, interestWithdrawn: true } }),
      'INTEREST_WITHDRAWN',
      'Hill Top has withdrawn its interest.',
      spring,
    ],
    [
      'Choose a class of the waiting list.',
      [],
      around({ b: { ...b, offered: false } }),
      'CLASS_NOT_OFFERED',
      'Hill Top has not offered this class.',
      spring,
    ],
    [
      'Choose a class that was offered for 2026-27.',
      [],
      around({ a: { ...a, year: '2025-26' } }),
      'DIFFERENT_YEARS',
      "4 Oak of St Mary's was offered for 2025-26, not for 2026-27.",
      spring,
    ],
    [
      'If it has a successor, import a newer register or its file of links.',
      [],
      around({ a: { ...a, closedOn: '2025-08-31' } }),
      'SCHOOL_CLOSED',
      "St Mary's closed on 31 August 2025 and has no successor on record.",
      spring,
    ],
    [
      'Take back this interest and record it for the school that the class goes to.',
      [],
      around({
        a: { ...a, closedOn: '2025-08-31', successors: [{ urn: '149210', name: 'Elm' }, { urn: '149211' }] },
      }),
      'SCHOOL_CLOSED',
      "St Mary's closed on 31 August 2025. It goes on as Elm (149210) and a school (149211).",
      spring,
    ],
    [
      'Send the command again with overrides: [{ "rule": "class-in-two-links", "reasonCode": "…" }].',
      [],
      around({ b: { ...b, otherLinkRefs: ['BRD-2026-009', 'BRD-2026-011'] } }),
      'REASON_REQUIRED',
      '4 Ash is also in BRD-2026-009 and BRD-2026-011. Say why it should be in two links.',
      spring,
    ],
    [
      'Propose these two once more: they get a reference of their own.',
      proposed,
      { ...proposeExample, b: { ...proposeExample.b, classId: 'class-c' } },
      'STEP_ALREADY_DONE',
      'BRD-2026-014 is already a link of two other classes.',
      spring,
    ],
  ]);
});

describe('whoever asks too late for a yes or a no is told', () => {
  told([
    [
      'Send the agreement.',
      brokered,
      { type: 'SendProposal' },
      'ALREADY_ANSWERED',
      'Both headteachers have already said yes.',
    ],
    [
      'If something about it is wrong, correct that entry.',
      [...proposed, accepted('a')],
      { type: 'AcceptProposal', side: 'a', means: 'phone' },
      'ALREADY_ANSWERED',
      'This school said yes on 10 June.',
    ],
    [
      'Record that the school withdrew.',
      brokered,
      { type: 'DeclineProposal', side: 'a', reasonCode: 'no-time', wantsOtherPartner: false },
      'ALREADY_ANSWERED',
      'Both headteachers said yes; a school that changes its mind withdraws.',
    ],
    [
      'If that was entered by mistake, void that entry.',
      [...proposed, accepted('a')],
      { type: 'DeclineProposal', side: 'a', reasonCode: 'no-time', wantsOtherPartner: false },
      'ALREADY_ANSWERED',
      'This school said yes on 10 June.',
    ],
  ]);
});
