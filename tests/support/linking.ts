import { runLinking } from '../../apps/cli/src/program.js';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one `linking` command in this process, as a person at the keyboard would. */
export async function linking(env: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<Said> {
  const said = { out: '', err: '' };
  const code = await runLinking(args, {
    env,
    out: { write: (text) => (said.out += text) },
    err: { write: (text) => (said.err += text) },
  });
  return { code, ...said };
}
