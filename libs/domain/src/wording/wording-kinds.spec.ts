import type { MailFacts } from '../reminders/mail-facts.js';
import { everyWordingKind, isWordingKind, kindOf, wordingOf } from './wording-kinds.js';

/** Of a mail only what its words depend on. */
const worded = (facts: object) => wordingOf(facts as MailFacts);

test.each([
  [{ rule: 'N01' }, 'N01'],
  [{ rule: 'N05', asking: 1 }, 'N05-first'],
  [{ rule: 'N08', asking: 2 }, 'N08-second'],
  [{ rule: 'N31' }, 'N31-first'],
  [{ rule: 'N09', audience: 'new-head' }, 'N09-new-head'],
  [{ rule: 'N10', change: 'planned', waiting: true }, 'N10-waiting'],
  [{ rule: 'N19', change: 'planned', waiting: false }, 'N19'],
  [{ rule: 'N10', change: 'moved', waiting: false }, undefined],
  [{ rule: 'N11', kind: 'planning-half' }, 'N11-planning'],
  [{ rule: 'N11', kind: 'initial-half' }, 'N11-initial'],
  [{ rule: 'N15', change: 'planned', audience: 'venue', number: 4 }, 'N15-venue'],
  [{ rule: 'N15', change: 'planned', audience: 'teacher', number: 4 }, 'N15-celebration'],
  [{ rule: 'N15', change: 'planned', audience: 'teacher', number: 1 }, 'N15-teacher'],
  [{ rule: 'N15', change: 'cancelled', audience: 'teacher', number: 1 }, undefined],
  [{ rule: 'N17', audience: 'venue' }, 'N17-venue'],
  [{ rule: 'N20', change: 'planned', side: 'a', hostSide: 'a' }, 'N20-host'],
  [{ rule: 'N20', change: 'planned', side: 'a', hostSide: 'b' }, 'N20-visitor'],
  [{ rule: 'N20', change: 'planned', side: 'a' }, undefined],
  [{ rule: 'N20', change: 'moved', side: 'a', hostSide: 'a' }, undefined],
  [{ rule: 'N21', hosts: true }, 'N21-host'],
  [{ rule: 'N21', hosts: false }, 'N21-visitor'],
  [{ rule: 'N24', audience: 'head' }, 'N24-head'],
  [{ rule: 'N25', audience: 'new' }, 'N25-new'],
  [{ rule: 'N25', audience: 'former' }, undefined],
  [{ rule: 'N26' }, undefined],
])('the words of %j are %s', (facts, kind) => {
  expect(worded(facts)).toBe(kind);
});

test('each kind of words belongs to its rule, and knows the year, the programme and whom to ask', () => {
  for (const kind of everyWordingKind) {
    expect(isWordingKind(kind)).toBe(true);
    expect(kind.startsWith(kindOf(kind).rule)).toBe(true);
    expect(kindOf(kind).placeholders).toEqual(
      expect.arrayContaining(['year', 'programme', 'facilitator', 'contact']),
    );
  }
  expect(isWordingKind('N26')).toBe(false);
  expect(isWordingKind('toString')).toBe(false);
});
