import { closeInOrder, type ClosingStep } from './shut-down.js';

describe('stopping', () => {
  const closed: string[] = [];
  const step = (
    name: string,
    within: number,
    close: () => Promise<void> = () => Promise.resolve(),
  ): ClosingStep => ({
    name,
    within,
    close: async () => {
      await close();
      closed.push(name);
    },
  });
  const never = (): Promise<void> => new Promise(() => undefined);

  test('closes in the given order, each after the one before it', async () => {
    closed.length = 0;
    const slow = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
    expect(await closeInOrder([step('web', 100, slow), step('workers', 100), step('database', 100)])).toEqual(
      [],
    );
    expect(closed).toEqual(['web', 'workers', 'database']);
  });

  test('a step that hangs is left behind in time for the steps after it', async () => {
    closed.length = 0;
    const before = Date.now();
    const unclosed = await closeInOrder([step('web', 20, never), step('database', 800)], 1_000);
    expect(unclosed).toEqual([{ name: 'web', reason: expect.stringMatching(/^not closed within \d+ ms$/) }]);
    expect(closed).toEqual(['database']);
    expect(Date.now() - before).toBeLessThan(1_000);
  });

  test('a step that fails does not keep the others open', async () => {
    closed.length = 0;
    const broken = step('workers', 20, () => Promise.reject(new Error('the queue is gone')));
    expect(await closeInOrder([broken, step('database', 20)])).toEqual([
      { name: 'workers', reason: 'the queue is gone' },
    ]);
    expect(closed).toEqual(['database']);
  });

  test('a later step may use the time the earlier ones left over', async () => {
    const slow = step('database', 10, () => new Promise((resolve) => setTimeout(resolve, 60)));
    expect(await closeInOrder([step('web', 100), slow], 2_000)).toEqual([]);
  });
});
