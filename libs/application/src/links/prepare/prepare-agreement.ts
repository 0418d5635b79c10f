import { createHash } from 'node:crypto';
import { canonicalJson } from '@linking/events/canonical-json.js';
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
  const documentHash = createHash('sha256').update(canonicalJson(currentAgreementText)).digest('hex');
  return { type: 'IssueAgreement', textVersion: currentAgreementText.version, documentHash };
}

/** Names the signer by id and seals the signature. Throws AGREEMENT_TEXT_UNKNOWN and PERSON_UNKNOWN. */
export async function prepareSignAgreement(
  { signer, heldAt, ...said }: RequestOf<'SignAgreement'>,
  preparing: Preparing,
): Promise<SignAgreement> {
  const { keeping, link } = preparing;
  if (agreementText(said.textVersion) === undefined) {
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
    namedBySchool: true,
    currentTextVersion: currentAgreementText.version,
    ...(heldAt?.trim() ? { heldAtId: noteKey(keeping, 'held-at', heldAt) } : {}),
  };
}
