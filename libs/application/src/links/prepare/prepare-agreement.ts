import { createHash } from 'node:crypto';
import { canonicalJson } from '@linking/events/canonical-json.js';
import { signerRoles } from '@linking/events/link/codes.js';
import { agreementText, currentAgreementText } from '@linking/domain/agreement/agreement-text.js';
import type { CommandOf, SignAgreement } from '@linking/domain/link/commands.js';
import { Refusal } from '@linking/domain/refusal.js';
import { noteKey } from '../../notes/notes.js';
import { peopleById, personIdOf } from '../../people/people.js';
import { sealSignature } from '../../signatures/signatures.js';
import type { RequestOf } from '../link-request.js';
import type { Preparing } from './prepare-deps.js';

/** The text in use, and the hash by which it can be proved later which text was signed. */
export function prepareIssueAgreement(): CommandOf<'IssueAgreement'> {
  const documentHash = hashOf(currentAgreementText);
  return { type: 'IssueAgreement', textVersion: currentAgreementText.version, documentHash };
}

const hashOf = (text: typeof currentAgreementText) =>
  createHash('sha256').update(canonicalJson(text)).digest('hex');

/** Names the signer by id and seals the signature. Throws AGREEMENT_TEXT_UNKNOWN and PERSON_UNKNOWN. */
export async function prepareSignAgreement(
  { signer, heldAt, ...said }: RequestOf<'SignAgreement'>,
  preparing: Preparing,
): Promise<SignAgreement> {
  const { keeping, link } = preparing;
  const text = agreementText(said.textVersion);
  if (text === undefined) {
    throw new Refusal('AGREEMENT_TEXT_UNKNOWN', `There is no agreement text ${said.textVersion}.`, {
      nextStep: `Sign the text that was sent: ${link.agreement[said.side].textVersion ?? 'none was sent yet'}.`,
    });
  }
  const { urn } = link.sides[said.side];
  const role = said.signerRole;
  const named = 'personId' in signer ? signer : { ...signer, role: signer.role ?? role };
  const signerId = await personIdOf(keeping, named, urn, 'signer');
  const name =
    'name' in signer ? signer.name : ((await peopleById(keeping.pool, [signerId])).get(signerId)?.name ?? '');
  const { ref } = link;
  const seal = await sealSignature(keeping, {
    name,
    role,
    urn,
    ref,
    textVersion: said.textVersion,
  });
  return {
    ...said,
    signerId,
    seal,
    documentHash: hashOf(text),
    namedBySchool: await isAbleToSign(signerId, preparing, said.side, 'name' in signer),
    currentTextVersion: currentAgreementText.version,
    ...(heldAt?.trim() ? { heldAtId: noteKey(keeping, 'held-at', heldAt) } : {}),
  };
}

/**
 * Whom the school asked to sign, whoever signed for it before, and whoever it names with her role. Somebody who is
 * known at the school only as a teacher is not able to sign by being known.
 */
async function isAbleToSign(
  signerId: string,
  { keeping, link }: Preparing,
  side: 'a' | 'b',
  namedWithRole: boolean,
): Promise<boolean> {
  if (namedWithRole || signerId === link.sides[side].headId) return true;
  const role = (await peopleById(keeping.pool, [signerId])).get(signerId)?.role;
  return signerRoles.some((able) => able === role);
}
