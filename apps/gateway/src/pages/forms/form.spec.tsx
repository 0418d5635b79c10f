import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import {
  meetingHeldForm,
  meetingHeldFormWithErrors,
  planMeetingForm,
  signInForm,
} from '../../../samples/form-samples.js';
import { attribute, elements, words } from '../../../samples/html.js';
import { dateValues } from './date-field.js';
import { ErrorSummary } from './error-summary.js';
import { Form } from './form.js';
import type { FormView } from './form-view.js';

const draw = (form: FormView) => renderToString(h(Form, { form }));
const box = (html: string, name: string) =>
  ['input', 'select', 'textarea']
    .flatMap((one) => elements(html, one))
    .find((one) => attribute(one, 'name') === name) ?? '';

describe('a form', () => {
  it('asks for a date in three boxes, day first', () => {
    const names = elements(draw(meetingHeldForm), 'input').map((input) => attribute(input, 'name'));
    expect(names.filter((name) => name?.startsWith('on-'))).toEqual(['on-day', 'on-month', 'on-year']);
    expect(dateValues('on', '2026-09-01')).toEqual({ 'on-day': '1', 'on-month': '9', 'on-year': '2026' });
  });

  it('keeps what was typed when it comes back with errors', () => {
    const html = draw(meetingHeldFormWithErrors);
    expect(attribute(box(html, 'on-day'), 'value')).toBe('28');
    expect(attribute(box(html, 'pupilsA'), 'value')).toBe('27');
    expect(html).toContain('>Shields were a hit.</textarea>');
    expect(words(html)).toContain(
      'Changed by someone else while you were typing. What you typed is still here.',
    );
  });

  it('leads from the summary to the first box of each field that is wrong', () => {
    const summary = renderToString(h(ErrorSummary, { form: meetingHeldFormWithErrors }));
    expect(elements(summary, 'a').map((link) => attribute(link, 'href'))).toEqual(['#on-day', '#pupilsB']);
    const html = draw(meetingHeldFormWithErrors);
    expect(attribute(box(html, 'on-day'), 'id')).toBe('on-day');
    expect(attribute(box(html, 'pupilsB'), 'aria-describedby')).toBe('pupilsB-hint pupilsB-error');
    expect(words(summary)).toContain('The figures were sent while the link was being changed.');
  });

  it('shows no summary when nothing is wrong', () => {
    expect(renderToString(h(ErrorSummary, { form: meetingHeldForm }))).toBe('');
  });

  it('asks for no children’s names wherever words are written', () => {
    const html = draw(planMeetingForm);
    expect(words(html)).toContain('Both teachers read it. No children’s names.');
    expect(words(draw(meetingHeldForm))).toContain('No children’s names.');
  });

  it('marks what was chosen', () => {
    const html = draw(planMeetingForm);
    const ticked = elements(html, 'input').filter((input) => /\schecked/.test(input));
    expect(ticked.map((input) => attribute(input, 'value'))).toEqual(['in-person', 'name-games', 'lunch']);
  });

  it('never shows a password again and never lets typed text become part of the page', () => {
    const typedIn = { ...signInForm, values: { email: '"><script>alert(1)</script>', password: 'secret' } };
    const html = draw(typedIn);
    expect(html).not.toContain('secret');
    expect(html).not.toContain('<script');
  });

  it('sends hidden values, such as the revision it was drawn for', () => {
    expect(attribute(box(draw(meetingHeldForm), 'expectedRevision'), 'value')).toBe('12');
  });

  it('keeps ids apart when two forms stand on a page', () => {
    const html = draw({ ...signInForm, idPrefix: 'second' });
    expect(attribute(box(html, 'email'), 'id')).toBe('second-email');
    expect(elements(html, 'label').map((label) => attribute(label, 'for'))).toContain('second-email');
  });
});
