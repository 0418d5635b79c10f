import { attribute, elements, postForms, title, words } from '../../../samples/html.js';
import { samplePages } from '../../../samples/sample-pages.js';
import { revisionHref } from './time-bar.js';

const page = (name: string) => samplePages[name]?.() ?? '';
const today = page('link');
const past = page('link-past');
const part = (html: string, start: string, end: string) => html.slice(html.indexOf(start), html.indexOf(end));

describe('the page of one link', () => {
  it('names both schools and all seven stages, each with its date or state in words', () => {
    expect(title(today)).toBe(
      'BRD-2026-014 Brook Lane Primary and St Aidan’s CofE Primary – Schools Linking',
    );
    const stages = [...today.matchAll(/<li class="stepper__stage[^]*?<\/li>/g)].map((match) =>
      words(
        match[0].replace(/<span class="stepper__circle"[^]*?<\/span>(?=<span class="stepper__words)/, ''),
      ),
    );
    expect(stages).toEqual([
      'Interest 18 Jun',
      'Brokered 2 Jul',
      'Signed 9 Sept',
      'Trained 1 of 2 sides',
      'Met next',
      'Visited not reached yet',
      'Celebrated not reached yet',
    ]);
  });

  it('offers the next step as a form, other ways on, and everything that can be recorded', () => {
    expect(words(today)).toContain('Next: first meeting');
    expect(postForms(today).some((form) => form.includes('Record the meeting'))).toBe(true);
    expect(today).toContain('href="/links/BRD-2026-014/record"');
  });

  it('asks for the pupils of each school apart', () => {
    expect(
      elements(today, 'input').filter((input) => /^pupils[AB]$/.test(attribute(input, 'name') ?? '')),
    ).toHaveLength(2);
  });

  it('shows a gap with a way to close it', () => {
    const gaps = part(today, 'aria-label="Passed over, with nothing recorded"', 'Next: first meeting');
    expect(words(gaps)).toContain('Training: nothing recorded for Saira Malik Record it');
  });

  it('shows a corrected value struck through beside the new one, and a voided entry struck with its reason', () => {
    expect(today).toContain('<del>72</del>');
    expect(today).toContain('<ins>27</ins>');
    expect(today).toContain('<s>Brook Lane sent curiosity questions</s>');
    expect(words(today)).toContain('Voided 29 questions, by post. Entered on the wrong link.');
  });

  it('numbers the link’s own events, never a mail, and names no event types', () => {
    const mail = /<li id="entry-m2"[^]*?<\/li>/.exec(today)?.[0] ?? '';
    expect(words(mail)).toContain('Meet your linking partner');
    expect(words(mail)).not.toMatch(/event \d/);
    expect(words(today)).not.toMatch(/AgreementSigned|MeetingPlanned|ReminderSent/);
  });
});

describe('a link in the past', () => {
  it('has no form that changes it, says so, and leads back to today', () => {
    const main = part(past, '<main', '</main>');
    expect(postForms(main)).toEqual([]);
    expect(words(main)).toContain('Nothing can be changed in the history view. 8 events followed:');
    expect(main).toContain('<a href="/links/BRD-2026-014" class="button button--primary">Back to today</a>');
    expect(past).toContain('page__body--past');
  });

  it('steps to the event before and after by plain links', () => {
    expect(past).toContain('href="/links/BRD-2026-014?revision=4#earlier"');
    expect(past).toContain('href="/links/BRD-2026-014?revision=6#later"');
    expect(elements(past, 'input').find((input) => attribute(input, 'type') === 'range')).toContain(
      'max="13"',
    );
  });

  it('calls the last event today', () => {
    expect(revisionHref('/links/X', 13, 13)).toBe('/links/X');
    expect(revisionHref('/links/X', 12, 13)).toBe('/links/X?revision=12');
  });
});

describe('the list of links', () => {
  it('keeps its filters in the address and shows what is chosen', () => {
    const form = /<form method="get"[^]*?<\/form>/.exec(page('links'))?.[0] ?? '';
    expect(form).toContain('<option value="BRD" selected');
    expect(form).toContain('<option value="open" selected');
  });

  it('says what to do when no link matches', () => {
    const empty = words(page('links-empty'));
    expect(empty).toContain('No link matches');
    expect(empty).not.toContain('Show more');
  });
});
