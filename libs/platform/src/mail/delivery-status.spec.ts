import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readDeliveryStatus } from './delivery-status.js';

const sample = (name: string) =>
  readFileSync(path.resolve(import.meta.dirname, `../../samples/notifications/${name}.eml`), 'utf8');
const read = (text: string) => readDeliveryStatus(Buffer.from(text.replace(/\r?\n/g, '\r\n')));
const OURS = '<MESSAGE-ID@linking.example>';

test.each([
  ['postfix', 'failed', '5.1.1'],
  ['exchange', 'failed', '5.1.10'],
  ['gmail', 'failed', '5.1.1'],
  ['delayed', 'delayed', '4.4.1'],
  ['policy', 'failed', '5.7.1'],
])('a notification as %s writes it says which mail and why', async (name, action, statusCode) => {
  expect(await read(sample(name))).toMatchObject({ messageId: OURS, recipients: [{ action, statusCode }] });
});

test('without anything of the mail the id of its envelope tells, and a quoted answer says more than 5.0.0', async () => {
  expect(await read(sample('qualified-envelope'))).toEqual({
    envelopeId: 'MESSAGE-ID@linking.example',
    recipients: [{ action: 'failed', statusCode: '5.2.1' }],
  });
});

test('with bare line feeds it is the same', async () => {
  expect(await readDeliveryStatus(Buffer.from(sample('postfix')))).toMatchObject({ messageId: OURS });
});

test.each(['vacation', 'read-receipt'])('a %s is none', async (name) => {
  expect(await read(sample(name))).toBeUndefined();
});

test('wherever it is cut off, nothing is made up and nothing is thrown', async () => {
  const whole = sample('postfix');
  for (let length = 0; length < whole.length; length += 97) {
    const status = await read(whole.slice(0, length));
    expect([undefined, OURS]).toContain(status?.messageId);
    for (const { statusCode } of status?.recipients ?? []) expect(statusCode).toBe('5.1.1');
  }
});

test('headers that quote one another and nested parts without end are not believed', async () => {
  const deep = Array.from(
    { length: 200 },
    (_, n) => `Content-Type: multipart/mixed; boundary="b${n}"\n\n--b${n}\n`,
  );
  expect(
    await read(`Content-Type: multipart/report; boundary="b0"\n\n--b0\n${deep.join('')}`),
  ).toBeUndefined();
  const inText = sample('postfix').replace(
    'Content-Type: message/delivery-status',
    'Content-Type: text/plain',
  );
  expect(await read(inText)).toBeUndefined();
});
