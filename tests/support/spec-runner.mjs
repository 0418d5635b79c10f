import { Tinypool } from 'tinypool';

/**
 * Hands spec files to worker processes that run them as jest-light-runner does. Its own pool tells the workers which
 * project they serve over one channel: when two began at once, one was never told and waited for ever.
 */
export default class SpecRunner {
  constructor(globalConfig) {
    this.globalConfig = globalConfig;
  }

  async runTests(tests, _watcher, onStart, onResult, onFailure) {
    const pools = new Map();
    const waiting = tests.values();
    const oneAfterAnother = async () => {
      for (const test of waiting) {
        await onStart(test);
        await this.#run(pools, test).then(
          (result) => onResult(test, result),
          (error) => onFailure(test, error),
        );
      }
    };
    try {
      await Promise.all(Array.from({ length: this.globalConfig.maxWorkers }, oneAfterAnother));
    } finally {
      await Promise.all(pools.values().map((pool) => pool.destroy()));
    }
  }

  /** A project has workers of its own: they keep its settings. */
  #run(pools, { path, context: { config } }) {
    if (!pools.has(config.id)) pools.set(config.id, openPool(this.globalConfig.maxWorkers));
    const { globalConfig } = this;
    return pools.get(config.id).run({ path, workerData: { globalConfig, projectConfig: config } });
  }
}

const openPool = (size) =>
  new Tinypool({
    filename: new URL('./spec-worker.mjs', import.meta.url).href,
    runtime: 'child_process',
    env: process.env,
    minThreads: 1,
    maxThreads: size,
    execArgv: [
      `--import=${new URL('./typescript-imports.mjs', import.meta.url)}`,
      '--enable-source-maps',
      '--disable-warning=ExperimentalWarning',
    ],
  });
