/** The parts of the workers' work that have a queue; `libs/platform` names the same. */
export const QUEUED_PARTS = ['mails', 'planning', 'carrying', 'projections'] as const;
export type QueuedPart = (typeof QUEUED_PARTS)[number];

/** Those that look into a table or a mailbox by themselves. */
export const SWEPT_PARTS = [
  'digests',
  'escalations',
  'accounts',
  'public-form',
  'test-mails',
  'bounces',
  'ledger',
] as const;

export const WORK_PARTS = [...QUEUED_PARTS, ...SWEPT_PARTS] as const;
export type WorkPart = (typeof WORK_PARTS)[number];

/**
 * What somebody may pause. `mails` are all that leave the house, those about accounts and of the public form included.
 * The ledger is not among them: every event is to be signed within seconds.
 */
export const PAUSABLE_PARTS = [
  'mails',
  'planning',
  'carrying',
  'projections',
  'digests',
  'escalations',
  'bounces',
] as const satisfies readonly WorkPart[];
export type PausablePart = (typeof PAUSABLE_PARTS)[number];

export const isPausable = (part: string): part is PausablePart =>
  (PAUSABLE_PARTS as readonly string[]).includes(part);

export const PAUSE_REASONS = ['mail-server', 'wrong-mails', 'maintenance', 'other'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];
