import { given, on } from './spec-support/given-when-then.js';
import { agreed, attend, brokered, proposed } from './spec-support/example-link.js';

const day = on('2026-10-01');

describe('a note', () => {
  it('goes with the first of two facts, since it was said once', () => {
    const { history } = given(proposed)
      .when({ type: 'Broker' }, on('2026-06-10', { noteId: 'n1' }))
      .after();
    expect(history.filter(({ data }) => 'noteId' in data).map(({ data }) => data)).toEqual([
      expect.objectContaining({ side: 'a', noteId: 'n1' }),
    ]);
    const both = given(brokered)
      .when(
        { type: 'IssueAgreement', textVersion: 'v1', documentHash: 'h' },
        on('2026-09-01', { noteId: 'n1' }),
      )
      .after();
    expect(both.history.filter(({ data }) => 'noteId' in data)).toHaveLength(1);
  });

  it('is nowhere when nothing was said', () => {
    const { history } = given(agreed).when(attend('a'), day).after();
    expect(history.some(({ data }) => 'noteId' in data)).toBe(false);
  });
});
