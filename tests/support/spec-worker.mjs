// The package shows its runner alone; this is what its workers do.
const worker = new URL('./worker-runner.js', import.meta.resolve('jest-light-runner'));
const { default: runSpecFile, setWorkerData } = await import(worker.href);

/** Runs one spec file and answers as Jest wants it. */
export default function ({ path, workerData }) {
  setWorkerData({ ...workerData, runtime: 'child_process' });
  return runSpecFile(path);
}
