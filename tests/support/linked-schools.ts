import { ReceiveInterest, type InterestInBody } from '@linking/application/interests/interest-commands.js';
import { ChangeLink } from '@linking/application/links/change-link.js';
import type { LinkRequest } from '@linking/application/links/link-request.js';
import { ProposeLink } from '@linking/application/links/propose-link.js';
import { JoinProgramme } from '@linking/application/programmes/join-programme.js';
import type { Sender } from '@linking/application/commands/sender.js';
import { anybody, type Doors } from './two-doors.js';

export const programme = (
  slug: string,
  code: string,
  areas: Partial<Record<'la' | 'district', string[]>> = {},
) =>
  new JoinProgramme(
    {
      slug,
      code,
      name: slug,
      laCodes: areas.la ?? [],
      districtCodes: areas.district ?? [],
      year: '2026-27',
    },
    anybody(`join ${slug}`),
  );

export const interestOf = (urn: string, more: Partial<InterestInBody> = {}): InterestInBody => ({
  programme: 'bradford',
  year: '2026-27',
  urn,
  channel: 'phone',
  expressedOn: '2026-05-12',
  head: { name: `Head of ${urn}`, email: `head@${urn}.example` },
  classes: [{ yearGroups: [4], pupilCount: 28, placeholder: true }],
  ...more,
});

export async function offer({ bus }: Doors, name: string, received: InterestInBody, sender?: Sender) {
  const { interest } = await bus.execute(new ReceiveInterest(received, sender ?? anybody(name)));
  return { interestId: interest.id, classId: interest.classes[0]?.classId ?? '' };
}

/** A link of two schools whose agreement was sent to both; its reference. */
export async function issuedLink(
  doors: Doors,
  name: string,
  urns: readonly [string, string],
): Promise<string> {
  const a = await offer(doors, `${name} a`, interestOf(urns[0]));
  const b = await offer(doors, `${name} b`, interestOf(urns[1]));
  const proposal = { programme: 'bradford', year: '2026-27', kind: 'between-schools', a, b } as const;
  const { link } = await doors.bus.execute(new ProposeLink(proposal, {}, anybody(`${name} propose`)));
  await doors.bus.execute(new ChangeLink(link.ref, { type: 'Broker' }, {}, anybody(`${name} broker`)));
  await doors.bus.execute(new ChangeLink(link.ref, { type: 'IssueAgreement' }, {}, anybody(`${name} issue`)));
  return link.ref;
}

export const signed = (side: 'a' | 'b', name: string, textVersion: string): LinkRequest => ({
  type: 'SignAgreement',
  side,
  signer: { name, email: `${name.toLowerCase().replaceAll(' ', '.')}@school.example` },
  signerRole: 'headteacher',
  textVersion,
  agreed: true,
  means: 'paper',
});
