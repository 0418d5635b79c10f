import {
  DROPPING_POINTS,
  openDroppingMailServer,
  type DroppingMailServer,
  type DroppingPoint,
} from './support/dropping-mail-server.js';
import { openMailHouse, signMail, type MailHouse } from './support/mail-house.js';

let server: DroppingMailServer;
let house: MailHouse;

beforeAll(async () => {
  server = await openDroppingMailServer();
  house = await openMailHouse(server.port);
  await house.start();
});
afterAll(async () => {
  await house.close();
  await server.close();
});

/** Of these the mail may have been taken before the connection was cut, and only there it was. */
const taken: readonly DroppingPoint[] = ['after the whole mail'];

test.each(DROPPING_POINTS)(
  'a mail server that hangs up %s loses no mail, and a double is on record',
  async (point) => {
    const ref = `BRD-2026-1${String(DROPPING_POINTS.indexOf(point)).padStart(2, '0')}`;
    server.dropNextAt(point);
    await house.want([signMail(ref)]);
    const mail = await house.becomes(ref, 'sent');
    const arrivals = server.arrived.filter((id) => id === mail.messageId).length;
    expect(arrivals).toBe(taken.includes(point) ? 2 : 1);
    expect(mail.attempt).toBeGreaterThanOrEqual(arrivals);
    const { data } = (await house.correspondence(ref))[0] ?? {};
    expect(data).toMatchObject({ attempt: mail.attempt });
  },
);
