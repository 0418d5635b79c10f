import type { SucceedSchool } from './commands.js';
import { given, on } from './spec-support/given-when-then.js';
import { happened, proposed } from './spec-support/example-link.js';
import { wasTakenBack } from './succession.js';

const succeed = (to = '149210', successors = ['149210']): SucceedSchool => ({
  type: 'SucceedSchool',
  side: 'a',
  to,
  successors,
});
const day = on('2026-09-01');

describe('a school of a link converts', () => {
  it('a succession that somebody voided is not asked for again', () => {
    const { history, link } = given(proposed).when(succeed(), day).after();
    expect(wasTakenBack(link, 'a', '149210')).toBe(false);
    const voided = given(history)
      .when({ type: 'VoidEntry', eventId: `e${history.length}`, reasonCode: 'wrong-link' }, day)
      .after().link;
    expect([voided.sides.a.urn, wasTakenBack(voided, 'a', '149210')]).toEqual(['900001', true]);
  });

  it('is asked for still when it was the other side or another school that was taken back', () => {
    const other = (side: 'a' | 'b', to: string) => {
      const facts = [
        ...proposed,
        happened('2026-09-01', 'SchoolSucceeded', { side, from: '900001', to, on: '2026-09-01' }),
      ];
      const voided = happened('2026-09-02', 'EntryVoided', {
        voidsEventId: `e${facts.length}`,
        reasonCode: 'wrong-link',
      });
      return wasTakenBack(given(facts, voided).link, 'a', '149210');
    };
    expect(other('a', '149210')).toBe(true);
    expect(other('b', '149210')).toBe(false);
    expect(other('a', '149211')).toBe(false);
  });

  it('passes its side to the successor in one line', () => {
    given(proposed)
      .when(succeed(), day)
      .thenRecorded(['SchoolSucceeded', { side: 'a', from: '900001', to: '149210', on: '2026-09-01' }]);
  });

  it('keeps class, people, agreement and the difference that was frozen', () => {
    const before = given(proposed).link;
    const { link } = given(proposed).when(succeed(), day).after();
    expect(link.sides.a).toEqual({ ...before.sides.a, urn: '149210' });
    expect([link.sides.b, link.agreement, link.differenceProfile]).toEqual([
      before.sides.b,
      before.agreement,
      before.differenceProfile,
    ]);
  });

  it('asked twice passes once', () => {
    const { history } = given(proposed).when(succeed(), day).after();
    given(history).when(succeed(), day).thenNothing();
  });

  it('takes only a school that the register names', () => {
    given(proposed)
      .when(succeed('149211', ['149210', '149212']), day)
      .thenRefused('NOT_A_SUCCESSOR', 'The register does not name 149211 as a successor of 900001.');
  });

  it('counts from the first day of the link when the register tells it late', () => {
    given(proposed)
      .when(succeed(), on('2026-05-01', { today: '2026-10-01' }))
      .thenRecorded(['SchoolSucceeded', { on: '2026-05-01' }, '2026-06-01']);
  });
});

describe('a school that goes on as another', () => {
  const succeed = (side: 'a' | 'b'): SucceedSchool => ({
    type: 'SucceedSchool',
    side,
    to: '149210',
    successors: ['149210'],
  });

  it('does so on its day, which is not before the link was proposed', () => {
    given(proposed)
      .when(succeed('a'), on('2026-09-01'))
      .thenRecorded(['SchoolSucceeded', { on: '2026-09-01' }, '2026-09-01']);
    given(proposed)
      .when(succeed('b'), on('2026-06-01'))
      .thenRecorded(['SchoolSucceeded', { side: 'b', from: '900002' }, '2026-06-01']);
  });
});
