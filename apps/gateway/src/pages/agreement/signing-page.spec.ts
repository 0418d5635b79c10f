import { attribute, elements, postForms, words } from '../../../samples/html.js';
import { samplePages } from '../../../samples/sample-pages.js';

const page = (name: string) => samplePages[name]?.() ?? '';

describe('the page a headteacher signs on', () => {
  it('shows four commitments, one tick, name and role', () => {
    const html = page('signing');
    expect(html.match(/commitments__item/g)).toHaveLength(4);
    const boxes = elements(postForms(html)[0] ?? '', 'input').filter(
      (one) => attribute(one, 'type') !== 'hidden',
    );
    expect(boxes.map((one) => attribute(one, 'type'))).toEqual(['text', 'text', 'checkbox']);
    expect(words(html)).toContain('Risk assessment and safeguarding stay with your school.');
    expect(words(html)).toContain('I sign for her');
  });

  it('says what is missing and keeps what was typed', () => {
    const html = page('signing-errors');
    expect(words(html)).toContain(
      'There is a problem Enter your full name Tick the box to agree to the points above.',
    );
    expect(html).toContain('value="Deputy head"');
  });

  it('cannot be signed twice', () => {
    const html = page('signing-signed');
    expect(postForms(html)).toEqual([]);
    expect(words(html)).toContain('This agreement was already signed by the headteacher on 9 September.');
  });

  it('sends a new link by a button, because opening an address changes nothing', () => {
    const [form = ''] = postForms(page('signing-expired'));
    expect(words(form)).toBe('Send me a new one');
  });

  it('leads whoever cannot sign to a page that asks why', () => {
    expect(page('signing')).toContain('href="/sign/kfYw3r/decline"');
    expect(words(page('signing-decline'))).toContain('There is a problem Choose the reason');
    expect(postForms(page('signing-decline'))).toHaveLength(1);
  });

  it('offers only a new head to take a signature back', () => {
    expect(page('signing-new-head')).toContain('href="/sign/kfYw3r/revoke"');
    expect(page('signing-signed')).not.toContain('/revoke');
  });

  it.each(['signing-sent-again', 'signing-declined', 'signing-revoked', 'signing-not-found'])(
    'asks for nothing when it is %s',
    (name) => {
      expect(postForms(page(name))).toEqual([]);
    },
  );

  it('has no places to go: a school has no account', () => {
    expect(page('signing')).not.toContain('aria-label="Places"');
    expect(page('signing')).not.toContain('Sign out');
  });
});
