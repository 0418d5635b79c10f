import type { DigestLookup } from '@linking/application/digests/digest-lookup.js';

const none = async (): Promise<never> => {
  throw new Error('This world has no lists to send');
};

/** For worlds whose mails are about links alone. */
export const noDigests: DigestLookup = { weekly: none, daily: none, figures: none, grantReport: none };
