import { elements, words } from '../../../samples/html.js';
import { samplePages } from '../../../samples/sample-pages.js';

const html = samplePages['mail']?.() ?? '';

describe('one mail of the outbox', () => {
  it('shows the page part in a frame that may run nothing', () => {
    const [frame = ''] = elements(html, 'iframe');
    expect(frame).toMatch(/\ssandbox(=""|\s|>)/);
    expect(frame).toContain('src="/outbox/m1/html"');
    expect(frame).toContain('title=');
  });

  it('shows the text part line by line, with the personal link left out', () => {
    expect(html).toMatch(/Please read and sign:\n\n {2}\[personal link\]/);
  });

  it('shows addresses in headers as text', () => {
    expect(words(html)).toContain('Mrs J. Ashdown <head@brooklane.example>');
  });
});
