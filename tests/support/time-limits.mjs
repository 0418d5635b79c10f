import { inspect } from 'node:util';
import { addEventHandler, getState } from 'jest-circus';

// The light runner waits for ever: what hangs is to fail by its name. A busy machine is slow, not wrong.
const LEAST_LIMIT = 300_000;

globalThis.jest.setTimeout = (limit) => {
  getState().testTimeout = limit;
};

addEventHandler(({ name, asyncError }, { currentDescribeBlock, testTimeout }) => {
  const added =
    name === 'add_test'
      ? currentDescribeBlock.children.at(-1)
      : name === 'add_hook'
        ? currentDescribeBlock.hooks.at(-1)
        : undefined;
  if (!added?.fn) return;
  const run = added.fn;
  const limit = Math.max(added.timeout ?? testTimeout, LEAST_LIMIT);
  added.fn = () => within(limit, run, asyncError);
});

async function within(limit, run, place) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => {
      place.message = `Not done after ${limit / 1_000} seconds.`;
      reject(place);
    }, limit);
  });
  try {
    return await Promise.race([run(), late]);
  } catch (thrown) {
    // The runner shows a stack: what has none would end the whole file without a word.
    throw thrown instanceof Error ? thrown : new Error(`Thrown: ${inspect(thrown)}`);
  } finally {
    clearTimeout(timer);
  }
}
