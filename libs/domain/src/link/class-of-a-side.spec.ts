import type { LinkCommand } from './commands.js';
import { given } from './spec-support/given-when-then.js';
import { agreed } from './spec-support/example-link.js';

describe('a class', () => {
  const confirm = (side: 'a' | 'b'): LinkCommand => ({
    type: 'ConfirmClass',
    side,
    classNameId: `name-${side}`,
    yearGroups: [4],
    pupilCount: side === 'a' ? 28 : 30,
    teachers: [],
    sameName: true,
  });

  it('is confirmed for its own side', () => {
    const { history } = given(agreed)
      .when(confirm('b'))
      .thenRecorded(['ClassConfirmed', { side: 'b' }]);
    given(history).when(confirm('b')).thenNothing();
    given(history)
      .when(confirm('a'))
      .thenRecorded(['ClassConfirmed', { side: 'a' }]);
  });

  it('has new details only where they are new', () => {
    const change = (details: object): LinkCommand => ({ type: 'ChangeClassDetails', side: 'a', ...details });
    const { history } = given(agreed)
      .when(change({ classNameId: 'name-new', yearGroups: [4], pupilCount: 28 }))
      .after();
    expect(history.at(-1)!.data).toEqual({ side: 'a', classNameId: 'name-new' });
    const years = given(agreed)
      .when(change({ yearGroups: [4, 5] }))
      .after();
    expect(years.history.at(-1)!.data).toEqual({ side: 'a', yearGroups: [4, 5] });
    given(agreed)
      .when(change({ yearGroups: [4], pupilCount: 28, classNameId: 'name-a' }))
      .thenNothing();
  });
});
