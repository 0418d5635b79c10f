interface Question<Found> {
  readonly keys: Set<string>;
  readonly answer: Promise<ReadonlyMap<string, Found>>;
}

/**
 * Asks once for what is asked for one by one in the same turn, so many keys at a time. Nothing is remembered: whoever asks
 * later asks anew.
 */
export function gathered<Found>(
  ask: (keys: readonly string[]) => Promise<ReadonlyMap<string, Found>>,
  atOnce = 100,
): (key: string) => Promise<Found | undefined> {
  let open: Question<Found> | undefined;
  const begin = (): Question<Found> => {
    const keys = new Set<string>();
    const answer = Promise.resolve().then(() => {
      if (open?.keys === keys) open = undefined;
      return ask([...keys]);
    });
    return { keys, answer };
  };
  return async (key) => {
    const question = open !== undefined && open.keys.size < atOnce ? open : begin();
    open = question;
    question.keys.add(key);
    return (await question.answer).get(key);
  };
}
