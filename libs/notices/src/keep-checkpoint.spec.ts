import { keepCheckpointMail } from './keep-checkpoint.js';
import { renderHtml } from './render-html.js';
import { renderText } from './render-text.js';

const checkpoint = `schools-linking.example/log/7d6b3a52-0000-4000-8000-000000000001
61204
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— schools-linking.example/log/7d6b3a52-0000-4000-8000-000000000001 Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
`;
const mail = keepCheckpointMail({
  recipient: 'Alun Price',
  month: 'December 2026',
  checkpoint,
  href: 'https://linking.example/audit',
  privacyHref: 'https://linking.example/privacy',
});

test('the mail with a checkpoint says what to do with it, and has its lines as they are', () => {
  expect(mail.subject).toBe('Keep this: the checkpoint of December 2026');
  expect(renderText(mail)).toContain(checkpoint);
  expect(renderHtml(mail)).toContain(checkpoint.split('\n')[2]);
  for (const form of [renderText(mail), renderHtml(mail)]) {
    expect(form).toContain('Keep the attached file');
    expect(form).toContain('https://linking.example/audit');
    expect(form).toContain('You get this e-mail at the beginning of each month');
  }
});
