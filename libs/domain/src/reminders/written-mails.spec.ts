import { mailId } from './wanted-mail.js';
import { planWrittenMails } from './written-mails.js';

const written = {
  writtenId: 'w1',
  programme: 'bradford',
  subjectId: 's1',
  textId: 't1',
  year: '2026-27',
  recipients: [
    { personId: 'saira', role: 'teacher', linkRefs: ['BRD-2026-001', 'BRD-2026-002'] },
    { personId: 'helen', role: 'headteacher', linkRefs: ['BRD-2026-001'] },
  ],
} as const;

test('each person gets one mail at once, however many of the links are hers', () => {
  const mails = planWrittenMails(written, '2026-11-16');
  expect(mails.map(({ personId, kind }) => [personId, kind])).toEqual([
    ['saira', 'immediate'],
    ['helen', 'immediate'],
  ]);
  expect(mails[0]?.content).toMatchObject({ linkRefs: ['BRD-2026-001', 'BRD-2026-002'] });
  expect(mailId(mails[0]!)).toBe('written-w1.written.mail.2026-11-16.saira');
});
