import type { RehearsedMail } from '@linking/application/mails/rehearsal.js';

/** Mails as people get them: what leaves as one mail is one, wherever mails are counted. */
export const parcelsOf = (goes: readonly Pick<RehearsedMail, 'parcel'>[]): ReadonlySet<string> =>
  new Set(goes.map(({ parcel }) => parcel));
