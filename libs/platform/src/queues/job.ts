/** Data of a job: ids only, for a queue may be read by whoever keeps the machine running. */
export type JobData = Readonly<Record<string, string>>;

export interface Job {
  readonly name: string;
  readonly data: JobData;
  /** Jobs with the same id are one job while it waits or runs. No `:` and not a number. */
  readonly id?: string;
  /** At most one waits and one runs; asked again while it runs, it runs once more afterwards. */
  readonly onceMore?: string;
  readonly attempts?: number;
  /** It goes before all that waits. */
  readonly ahead?: boolean;
}
