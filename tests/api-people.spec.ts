import type { LinkDetails } from '@linking/application/links/link-details.js';
import { TestApi } from './support/api.js';
import type { Changed } from './support/api.js';

let api: TestApi;
let ref: string;

beforeAll(async () => {
  api = await TestApi.open('2026-06-15T09:00:00.000Z');
  ({ ref } = await api.link('900003', '900001'));
}, 60_000);

afterAll(() => api.end());

const typesOf = ({ events }: Changed) => events.map(({ type }) => type);
const link = async () => (await api.get(`/links/${ref}`)).json<LinkDetails>();
const signed = { signerRole: 'headteacher', textVersion: '2026-1', agreed: true } as const;
const refused = async (command: string, body: object) => {
  const answer = await api.post(`/links/${ref}/${command}`, body, { ifMatch: (await link()).revision });
  return [answer.statusCode, answer.json<{ code: string }>().code];
};

describe('the people of a link', () => {
  it('sign with the interest, before both headteachers said yes', async () => {
    const signer = { name: 'Helen Marsh', email: 'head@school.example' };
    const said = { ...signed, side: 'a', signer, means: 'with-interest', heldAt: 'Interest forms' };
    expect(await refused('sign-agreement', said)).toEqual([422, 'SWITCHED_OFF']);
    await api.use('signature-with-interest');
    expect(typesOf(await api.change(ref, 'sign-agreement', said))).toEqual([
      'AgreementIssued',
      'AgreementSigned',
    ]);
    expect((await link()).agreement.a).toMatchObject({ status: 'signed', means: 'with-interest' });
  });

  it('sign only when the school named them: a teacher is not enough', async () => {
    await api.change(ref, 'broker');
    await api.change(ref, 'issue-agreement');
    const teachers = [{ name: 'Saira Malik', email: 's.malik@school.example', linkedBefore: true }];
    const named = { side: 'b', name: '4 Oak', yearGroups: [4], pupilCount: 28, teachers };
    const { sides } = (await api.change(ref, 'confirm-class', named)).link;
    const personId = sides.b.teachers[0]?.personId ?? '';
    const byTeacher = { ...signed, side: 'b', signer: { personId }, means: 'paper' };
    expect(await refused('sign-agreement', byTeacher)).toEqual([422, 'SIGNER_NOT_NAMED']);
    const byHead = { ...byTeacher, signer: { personId: sides.b.head.personId } };
    expect(typesOf(await api.change(ref, 'sign-agreement', byHead))).toEqual([
      'AgreementSigned',
      'LinkAgreed',
    ]);
  });

  it('take a signature back, and the milestone stays', async () => {
    const changed = await api.change(ref, 'revoke-agreement', { side: 'b', reasonCode: 'staff-changes' });
    expect(changed.link).toMatchObject({
      stage: 'signed',
      agreement: { b: { status: 'revoked', revokedOn: '2026-06-15', reasonCode: 'staff-changes' } },
      next: [{ command: 'issue-agreement' }],
    });
    expect(
      await refused('sign-agreement', {
        ...signed,
        side: 'b',
        signer: { name: 'Ann Head', email: 'ann@school.example' },
        means: 'paper',
      }),
    ).toEqual([422, 'AGREEMENT_REVOKED']);
  });

  it('change: a class keeps what stays the same, and the same again is nothing', async () => {
    const details = { side: 'b', name: '4 Willow', yearGroups: [4], pupilCount: 30 };
    const changed = await api.change(ref, 'change-class-details', details);
    expect(changed.link.sides.b).toMatchObject({ className: '4 Willow', pupilCount: 30, yearGroups: [4] });
    expect(typesOf(await api.change(ref, 'change-class-details', details))).toEqual([]);
  });

  it('are found when contact with them is lost', async () => {
    const { sides } = await link();
    const lost = { side: 'b', personId: sides.b.head.personId };
    const changed = await api.change(ref, 'lose-contact', lost);
    expect(changed.link.flags).toContain('contact-lost');
    expect(changed.link.sides.b.head).toMatchObject({ contactLostOn: '2026-06-15' });
    const listed = async () =>
      (await api.get('/links?flag=contact-lost'))
        .json<{ items: { ref: string }[] }>()
        .items.map((it) => it.ref);
    await api.catchUp();
    expect(await listed()).toEqual([ref]);
    await api.change(ref, 'pause', { reasonCode: 'inspection' });
    await api.catchUp();
    expect(await listed()).toEqual([ref]);
    await api.change(ref, 'resume', {});
    await api.change(ref, 'restore-contact', lost);
    expect((await link()).flags).not.toContain('contact-lost');
  });

  it('move on: a new head is the one who is asked', async () => {
    const head = { name: 'Dorothy Finch', email: 'finch@school.example' };
    const { link: changed } = await api.change(ref, 'change-headteacher', { side: 'b', head });
    expect(changed.sides.b.head).toMatchObject({ name: 'Dorothy Finch' });
    expect(
      (
        await api.change(ref, 'change-headteacher', {
          side: 'b',
          head: { personId: changed.sides.b.head.personId },
        })
      ).events,
    ).toEqual([]);
  });
});
