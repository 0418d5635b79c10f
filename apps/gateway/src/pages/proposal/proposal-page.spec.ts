import { postForms, words } from '../../../samples/html.js';
import { samplePages } from '../../../samples/sample-pages.js';

const page = (name: string) => samplePages[name]?.() ?? '';

describe('the page on which a headteacher answers a proposal', () => {
  it('says who the partner is, how far and why, and what is asked, with one button for a yes', () => {
    const html = page('proposal');
    expect(words(html)).toMatch(
      /4 Oak Brook Lane Primary.*4 Ash St Aidan’s.*3 miles.*Why this partner.*If both/,
    );
    expect(postForms(html)).toHaveLength(1);
    expect(words(postForms(html)[0] ?? '')).toBe('Yes, we would like to link');
    expect(html).toContain('href="/proposal/kfYw3r/no"');
  });

  it('asks whoever says no for the reason, and whether another partner is wanted', () => {
    expect(words(page('proposal-no'))).toContain(
      'There is a problem Choose the reason Choose whether we look for another partner',
    );
    expect(words(page('proposal-no'))).toContain('No children’s names.');
  });

  it('sends a new link by a button, because opening an address changes nothing', () => {
    expect(words(postForms(page('proposal-expired'))[0] ?? '')).toBe('Send me a new one');
  });

  it.each(['accepted', 'declined', 'ended', 'paused', 'not-found'])(
    'asks for nothing when it is %s',
    (state) => {
      expect(postForms(page(`proposal-${state}`))).toEqual([]);
    },
  );
});
