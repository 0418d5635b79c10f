import { attribute, elements, postForms, title } from '../../samples/html.js';
import { samplePages } from '../../samples/sample-pages.js';
import { CSRF_FIELD, IDEMPOTENCY_FIELD } from './forms/form-view.js';

const pages = Object.entries(samplePages).map(([name, draw]) => [name, draw()] as const);

describe.each(pages)('the page %s', (_name, html) => {
  it('is a British English document with a title and one main heading', () => {
    expect(html.startsWith('<!DOCTYPE html><html lang="en-GB"')).toBe(true);
    expect(title(html)).toMatch(/\S – Schools Linking$/);
    expect(elements(html, 'h1')).toHaveLength(1);
    expect(elements(html, 'main')).toHaveLength(1);
    expect(html).toContain('href="#main" class="govuk-skip-link"');
  });

  it('keeps to the content policy: no style attributes, no script or handler in the page', () => {
    expect(html).not.toMatch(/<[^>]*\sstyle=/);
    expect(html).not.toMatch(/<[^>]*\son[a-z]+=/);
    expect(html).not.toContain('<style');
    for (const script of elements(html, 'script')) expect(attribute(script, 'src')).toMatch(/^\/assets\//);
    expect(html).not.toMatch(/<script[^>]*>[^<]/);
  });

  it('has a label for every box and a text for every description it points to', () => {
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const labelled = elements(html, 'label').map((label) => attribute(label, 'for'));
    const boxes = ['input', 'select', 'textarea'].flatMap((name) => elements(html, name));
    for (const box of boxes.filter((one) => attribute(one, 'type') !== 'hidden')) {
      expect(labelled).toContain(attribute(box, 'id'));
    }
    const described = [...html.matchAll(/aria-describedby="([^"]*)"/g)].flatMap(
      (match) => match[1]?.split(' ') ?? [],
    );
    for (const id of described) expect(ids).toContain(id);
  });

  it('does not skip a level of headings after the main one', () => {
    const levels = [...html.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]));
    const afterMain = levels.slice(levels.indexOf(1));
    afterMain.forEach((level, index) => expect(level).toBeLessThanOrEqual((afterMain[index - 1] ?? 0) + 1));
  });

  it('protects every form that changes something', () => {
    for (const form of postForms(html)) {
      expect(form).toContain(`name="${CSRF_FIELD}" value="sample-csrf"`);
      const ownCommand = !/action="\/(sign-out|demonstration\/clock)"/.test(form);
      expect(form.includes(`name="${IDEMPOTENCY_FIELD}"`)).toBe(ownCommand);
    }
  });

  it('says in its title when something is wrong', () => {
    expect(title(html).startsWith('Error: ')).toBe(html.includes('There is a problem'));
  });
});
