import { postForms, words } from '../../../samples/html.js';
import { samplePages } from '../../../samples/sample-pages.js';

const page = (name: string) => samplePages[name]?.() ?? '';

describe('a teacher’s own page', () => {
  it('asks one thing, with a button that says it is done', () => {
    const html = page('teacher');
    expect(postForms(html).map(words)).toEqual([
      'Yes, we sent identity work',
      'Yes, we sent photographs',
      'Yes, we sent first names',
      'Add my dates to my calendar',
    ]);
    expect(words(html)).toContain('Saira Malik s.malik@st-aidans.example 01632 960022');
  });

  it('says whom to tell of a worry about a child, and has no box for it', () => {
    const html = page('teacher');
    expect(words(html)).toContain('Tell the safeguarding lead of your school at once. Never write it here.');
    expect(html).not.toMatch(/<(?:textarea|input type="text")/);
  });

  it('has the address of her calendar to copy and to open', () => {
    const html = page('teacher-calendar');
    expect(html).toContain('href="webcal://linking.example/calendar/');
    expect(words(html)).toContain('https://linking.example/calendar/');
  });

  it('tells somebody who was replaced whom to ask, and nothing of the link', () => {
    const html = page('teacher-replaced');
    expect(words(html)).toContain('You are no longer named as the link teacher of Brook Lane Primary.');
    expect(words(html)).toContain('bradford@linking.example');
    expect(words(html)).not.toContain('St Aidan');
    expect(postForms(html)).toEqual([]);
  });

  it('asks for no children’s names where words can be typed', () => {
    expect(words(page('teacher-meeting'))).toContain('No children’s names.');
  });

  it.each(['teacher-sent-again', 'teacher-not-found'])('asks for nothing when it is %s', (name) => {
    expect(postForms(page(name))).toEqual([]);
  });
});
