interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes in groups what is handed over one by one: what comes while a group is being written goes with the next one.
 * @param write answers for each, in their order; an error is everybody's
 */
export function inGroups<Item, Result>(
  write: (items: readonly Item[]) => Promise<readonly Result[]>,
  atOnce = 100,
): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let writing = false;
  const work = async () => {
    // Lets everybody who hands something over in the same turn join.
    await Promise.resolve();
    while (waiting.length > 0) {
      const group = waiting.splice(0, atOnce);
      try {
        const results = await write(group.map(({ item }) => item));
        group.forEach(({ resolve, reject }, index) => {
          const result = results[index];
          if (result === undefined) reject(new Error('There is no answer for what was handed over'));
          else resolve(result);
        });
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    writing = false;
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (writing) return;
      writing = true;
      void work();
    });
}
