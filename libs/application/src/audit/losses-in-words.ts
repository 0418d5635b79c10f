import type { Replacement } from '@linking/events/ledger/key-replacement.js';
import type { Verification } from './verify-log.js';

type Good = Verification & { readonly ok: true };

/** What whoever checks the log has to know of keys that were lost; empty when none was. */
export function lossesInWords({ replaced = [] }: Good): readonly string[] {
  return replaced.map(lossInWords);
}

function lossInWords({ on, reason, from, to }: Replacement): string {
  const day = new Date(on).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return `On ${day} the key that signs was replaced without the old one (the reason given: ${reason.replaceAll('-', ' ')}): what was signed before is vouched for by the key ${from.id}, what came after by ${to.id} alone. Ask how it was lost.`;
}

/** How far the trusted keys vouch, where they do not vouch for all; a thief with the database alone leaves the same. */
export function unvouchedInWords({ size, vouchedTo }: Good): string | undefined {
  if (vouchedTo === undefined) return undefined;
  const [all, some] = [size, vouchedTo].map((count) => count.toLocaleString('en-GB'));
  return vouchedTo === 0
    ? `None of the ${all} events is vouched for by the key that you trust.`
    : `Only the first ${some} of ${all} events are vouched for by the key that you trust; those stand as they were recorded and signed.`;
}
