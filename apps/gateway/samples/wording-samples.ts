import { wordedAs, type Worded } from '@linking/domain/wording/wordings.js';
import type { WordingText } from '@linking/domain/wording/wording-text.js';
import { productWording } from '@linking/notices/wording/product-wording.js';
import type { SeenWordings } from '../src/wording/wording-reader.js';
import { wordingListView, wordingView } from '../src/wording/wording-view-model.js';

const parts = { csrf: 'sample-csrf', idempotencyKey: 'sample-key' };
const first: WordingText = {
  subject: 'Your signature, please',
  opening: 'Good morning from {programme}.\n\n{class} and {partner-class} can hardly wait.',
  closing: 'A deputy may sign as well.',
};
const second: WordingText = { ...first, subject: 'One signature for {school}' };
const texts = [first, second];
const own: readonly Worded[] = [
  {
    wording: 'N07',
    versions: [
      { version: 1, hash: 'a' },
      { version: 2, hash: 'b' },
    ],
    inUse: { version: 2, hash: 'b' },
  },
];

const seen: SeenWordings = {
  slug: 'bradford',
  name: 'Bradford',
  mayChange: true,
  revision: 9,
  own,
  now: (wording) => {
    const { inUse } = wordedAs(own, wording);
    return inUse === undefined
      ? { of: 'product', text: productWording(wording) }
      : { of: 'own', version: inUse, text: second };
  },
  changes: (wording) =>
    wordedAs(own, wording).versions.map(({ version }, index) => ({
      wording,
      version,
      text: texts[index] ?? first,
      by: 'Amina Khan',
      at: `2026-11-2${index}T09:12:00.000Z`,
    })),
  inWhoseName: {
    programme: 'Bradford',
    askWho: { name: 'Amina Khan', email: 'bradford@linking.example' },
    facilitator: 'your local facilitator',
    privacyHref: 'https://linking.example/privacy',
  },
};

export const wordingList = wordingListView(seen);
export const wording = wordingView(seen, 'N07', { parts });
export const wordingRefused = wordingView(seen, 'N15-venue', {
  parts,
  asksToCheck: true,
  typed: {
    values: { subject: 'Two classes', opening: 'Ring 01274 496 0000.', closing: '' },
    errors: [{ message: '“01274 496 0000” looks like somebody’s telephone number. Take it out.' }],
  },
});
export const wordingRead = wordingView({ ...seen, mayChange: false }, 'N07', { parts });
