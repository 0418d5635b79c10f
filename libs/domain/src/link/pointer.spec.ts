import { replaceAt, valueAt } from './pointer.js';

const visit = { yearGroups: [3, 4], pupils: { a: 28, b: 30 }, hostSide: null, length: 90 };

describe('a field of an entry', () => {
  it('is found by its path', () => {
    expect(valueAt(visit, '/pupils/b')).toBe(30);
    expect(valueAt(visit, '/yearGroups/1')).toBe(4);
    expect(valueAt(visit, '/length')).toBe(90);
    expect(valueAt(visit, '')).toBe(visit);
  });

  it('is not found where the path leads nowhere', () => {
    for (const path of ['/pupils/c', '/yearGroups/2', '/yearGroups/length', '/hostSide/a', '/pupils/a/b']) {
      expect(valueAt(visit, path)).toBeUndefined();
    }
  });

  it('is replaced in a copy, and nothing beside it', () => {
    expect(replaceAt(visit, '/pupils/b', 31)).toEqual({ ...visit, pupils: { a: 28, b: 31 } });
    expect(replaceAt(visit, '/yearGroups/1', 5)).toEqual({ ...visit, yearGroups: [3, 5] });
    expect(visit).toMatchObject({ pupils: { b: 30 }, yearGroups: [3, 4] });
  });

  it('that is not there is not added', () => {
    for (const path of ['/pupils/c', '/pupil', '/yearGroups/2', '/hostSide/a', '/pupils/a/b']) {
      expect(replaceAt(visit, path, 1)).toStrictEqual(visit);
    }
  });
});
