/** A queue is disposable: every job on it can be made again from the log and the tables. */
export const QUEUE_NAMES = ['projections', 'planning', 'carrying', 'mails-at-once', 'mails'] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];
