export interface ClosingStep {
  readonly name: string;
  /** Milliseconds kept for this step whatever the steps before it need; what they leave over is added. */
  readonly within: number;
  close(): Promise<void>;
}

export interface UnclosedStep {
  readonly name: string;
  readonly reason: string;
}

const WHOLE_MS = 4_800;

/** Closes one after the other. A step that fails or takes too long is left behind and named in the answer. */
export async function closeInOrder(
  steps: readonly ClosingStep[],
  wholeMs = WHOLE_MS,
): Promise<readonly UnclosedStep[]> {
  const deadline = Date.now() + wholeMs;
  const unclosed: UnclosedStep[] = [];
  for (const [index, step] of steps.entries()) {
    const keptForLater = steps.slice(index + 1).reduce((sum, later) => sum + later.within, 0);
    const reason = await closeWithin(step, Math.max(step.within, deadline - keptForLater - Date.now()));
    if (reason !== undefined) unclosed.push({ name: step.name, reason });
  }
  return unclosed;
}

async function closeWithin(step: ClosingStep, limit: number): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, limit, `not closed within ${limit} ms`);
  });
  try {
    return await Promise.race([step.close().then(() => undefined), late]);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Ctrl-C, SIGTERM or a closed terminal closes the steps so far in order, within 5 s, and ends the process; a second
 * signal ends it at once. The answer tells whether a start failed because it was cut short.
 */
export function stopOnSignal(
  stepsSoFar: () => readonly ClosingStep[],
  say: (line: string) => void,
): () => boolean {
  let stopping = false;
  const stop = async (): Promise<never> => {
    say('Stopping …');
    const unclosed = await closeInOrder(stepsSoFar());
    for (const { name, reason } of unclosed) say(`${name}: ${reason}`);
    say('Stopped.');
    process.exit(unclosed.length === 0 ? 0 : 1);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (stopping) process.exit(130);
      stopping = true;
      void stop();
    });
  return () => stopping;
}
