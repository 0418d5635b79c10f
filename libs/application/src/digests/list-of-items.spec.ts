import { escalationOf } from '@linking/domain/link/escalation.js';
import { unknownLink } from '@linking/domain/link/link.js';
import type { AttentionNames } from '../today/attention-names.js';
import type { AttentionItem } from '../today/attention.js';
import { attentionEntry, listHeading } from './list-of-items.js';
import { headingOf } from './weekly-list.js';

const entry = (title: string) => ({ title, href: 'https://linking.example', lines: [] });
const heading = (items: readonly string[]) =>
  listHeading({ title: 'Overdue', counted: 'overdue', items, entry, href: 'https://linking.example/today' });
const today = '2026-11-23';
const names: AttentionNames = {
  school: (urn) => (urn === '1' ? 'Ash Primary' : 'Elm Academy'),
  schoolRecord: () => undefined,
  className: () => '4 Oak',
  person: (id) => ({ name: 'Tom Reed', email: null, phone: id === 't1' ? '07700 900 111' : null }),
  link: (ref) => ({
    ...unknownLink,
    ref,
    sides: { a: { ...unknownLink.sides.a, urn: '1' }, b: { ...unknownLink.sides.b, urn: '2' } },
  }),
  venue: () => 'Cliffe Castle',
};
const step = (due: string, personId = 't1', which: 'exchange' | 'agreement' = 'exchange'): AttentionItem => ({
  kind: 'task',
  ref: 'BRD-2026-014',
  programme: 'bradford',
  partnerProgramme: null,
  task: {
    kind: 'step',
    step: which,
    from: due,
    due,
    agreed: false,
    awaited: [{ side: 'b', personId, role: 'teacher' }],
    escalation: escalationOf(unknownLink, which, due),
  },
});

test('a heading has ten lines, and says how many more the page has', () => {
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => String(index));
  expect(heading(numbers(10))).toMatchObject({ heading: 'Overdue (10)', counted: '10 overdue' });
  expect(heading(numbers(10))).not.toHaveProperty('more');
  expect(heading(numbers(22)).entries).toHaveLength(10);
  expect(heading(numbers(22))).toMatchObject({
    count: 22,
    more: { text: 'and 12 more', href: 'https://linking.example/today' },
  });
});

test('a line says the school, the thing and what to do', () => {
  const line = attentionEntry({ today, names }, 'https://linking.example');
  expect(line(step('2026-11-20'))).toEqual({
    title: 'Ash Primary and Elm Academy: First exchange not sent',
    href: 'https://linking.example/links/BRD-2026-014',
    lines: [
      'BRD-2026-014: Due from Elm Academy by Fri 20 Nov.',
      'To do: phone Tom Reed, teacher at Elm Academy, 07700 900 111.',
    ],
  });
  expect(line(step('2026-11-20', 't2')).lines[1]).toContain('whose number is not known');
  expect(line(step('2026-11-25')).lines[1]).toBe('To do: open the link.');
});

test('everything on Today stands under one heading of the weekly list', () => {
  expect(headingOf(step('2026-11-20'), today)).toBe('overdue');
  expect(headingOf(step('2026-11-23'), today)).toBe('soon');
  expect(headingOf(step('2026-11-20', 't1', 'agreement'), today)).toBe('unsigned');
  const classes = { kind: 'waiting', programme: 'bradford', classes: 3, since: today, urns: ['1'] } as const;
  expect(headingOf(classes, today)).toBe('unpaired');
  const year = { kind: 'year-end', programme: 'bradford', year: '2025-26', links: 2 } as const;
  expect(headingOf({ ...year, on: '2026-07-31' }, today)).toBe('overdue');
  expect(headingOf({ ...year, on: '2027-07-31' }, today)).toBe('soon');
});
