import { headerText, mailbox } from './mail-headers.js';
import { signAgreementMail } from './n07-sign-agreement.js';
import { meetYourPartnerMail } from './n09-meet-your-partner.js';
import type { MeetYourPartnerWords } from './n09-meet-your-partner.js';
import { renderHtml } from './render-html.js';
import { renderText } from './render-text.js';

const words = {
  recipient: 'Helen Marsh',
  programme: 'Bradford',
  askWho: { name: 'Aisha Khan', email: 'bradford@linking.example', phone: '01274 496 0000' },
  privacyHref: 'https://linking.example/privacy',
  link: {
    ref: 'BRD-2026-014',
    year: '2026-27',
    ownSchool: 'St Mary’s Primary',
    partnerSchool: 'Ash <script>alert(1)</script> & Sons',
    partnerClass: '4 Oak',
  },
};
const partner: MeetYourPartnerWords = {
  ...words,
  audience: 'teacher',
  ownTeachers: [{ name: 'Saira Malik' }],
  partnerTeachers: [{ name: 'Tom Reed', email: 't.reed@ash.example', phone: '0113 496 0001' }],
};
const sign = signAgreementMail({ ...words, signHref: 'https://linking.example/sign/abc' });

describe('the mail that asks for a signature', () => {
  test('names the partner and the four commitments, and has one button', () => {
    const text = renderText(sign);
    expect(sign.subject).toBe('Please sign your Schools Linking agreement');
    expect(text).toContain('will link with 4 Oak of Ash');
    expect(text.match(/^\* /gm)).toHaveLength(4);
    expect(text).toContain('Risk assessment and safeguarding stay with your school.');
    expect(text).toContain('Read and sign the agreement:\nhttps://linking.example/sign/abc\n');
    expect(renderHtml(sign).match(/class="button"/g)).toHaveLength(1);
  });

  test('says who to ask, why it came and how data are used, in both forms', () => {
    for (const form of [renderText(sign), renderHtml(sign)]) {
      expect(form).toContain('Aisha Khan');
      expect(form).toContain('bradford@linking.example');
      expect(form).toContain('You get this e-mail because');
      expect(form).toContain('https://linking.example/privacy');
    }
  });

  test('shown to somebody else, it has no address to open', () => {
    const shown = signAgreementMail(words);
    expect(renderText(shown)).toContain('[personal link]');
    expect(renderHtml(shown)).toContain('[personal link]');
    expect(renderHtml(shown)).not.toContain('href="https://linking.example/sign');
  });
});

describe('the mail that brings the partners together', () => {
  test('gives a teacher the name, school e-mail and phone of her partner', () => {
    const text = renderText(meetYourPartnerMail(partner));
    expect(text).toContain('  Tom Reed\n  t.reed@ash.example\n  0113 496 0001\n');
  });

  test('gives a headteacher the names but no address', () => {
    const text = renderText(meetYourPartnerMail({ ...partner, audience: 'head' }));
    expect(text).toContain('Tom Reed');
    expect(text).toContain('Saira Malik');
    expect(text).not.toContain('t.reed@ash.example');
  });

  test('says so when the partner is not named yet', () => {
    expect(renderText(meetYourPartnerMail({ ...partner, partnerTeachers: [] }))).toContain('not named yet');
  });
});

test('what people typed is text in both forms and never markup', () => {
  expect(renderHtml(sign)).not.toContain('<script>');
  expect(renderHtml(sign)).toContain('&lt;script>');
  const lines = renderText(sign).split('\n');
  expect(lines.every((line) => line.length <= 76)).toBe(true);
});

test('nothing typed can begin a header of its own or add a recipient', () => {
  expect(headerText('Hello\r\nBcc: all@example.org\u2028x')).toBe('Hello Bcc: all@example.org x');
  expect(mailbox('Marsh, "Helen"\r\n', 'h@school.example')).toBe('"Marsh, Helen" <h@school.example>');
  for (const wrong of [
    'a@b.example, c@d.example',
    'a@b.example\r\nBcc: x@y.example',
    'nobody',
    '<a@b.example>',
  ]) {
    expect(() => mailbox('x', wrong)).toThrow('Not an e-mail address');
  }
});
