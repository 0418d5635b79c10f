import type { HistoryWriter } from './history-writer.js';

/** Something that was done at a moment of the past, through the same door as everything else. */
export interface HistoryStep {
  readonly day: string;
  readonly time: string;
  run(writer: HistoryWriter): Promise<unknown>;
}

export const step = (day: string, time: string, run: HistoryStep['run']): HistoryStep => ({ day, time, run });
