/** Why somebody is sent a mail once more. */
export const sendAgainReasons = ['not-arrived', 'deleted', 'asked-for-it', 'new-address', 'other'] as const;
export type SendAgainReason = (typeof sendAgainReasons)[number];
