import type { Side } from '@linking/events/link/link-events.js';
import type { LinkNames } from '@linking/application/links/link-names.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import { dayAndMonth } from '@linking/domain/calendar/words.js';
import { otherSide, type Link } from '@linking/domain/link/link.js';
import { partnerReasons } from '@linking/domain/link/partner-reasons.js';
import { milesText } from '@linking/domain/schools/distance.js';
import { whatIsAsked } from '@linking/notices/n04-linking-partner.js';
import { reasonSentences } from '@linking/notices/partner-reason-words.js';
import { academicYear, longDay } from '@linking/words/format.js';
import { capital, codeText, sideText, yearGroupsText } from '@linking/words/link-terms.js';
import { classOf } from '../agreement/signing-view-model.js';
import { optionsOf } from '../links/forms/choices.js';
import type { ContactView } from '../pages/agreement/signing-view.js';
import type { FormError, FormView } from '../pages/forms/form-view.js';
import type { NoView, OfferView } from '../pages/proposal/proposal-view.js';

/** A proposal as one of its two headteachers reads it. */
export interface ProposalMaterial {
  readonly link: Link;
  readonly side: Side;
  readonly names: LinkNames;
  readonly headName: string;
  readonly programme: string;
  readonly contact: ContactView;
}

const reasonWords: Readonly<Record<string, string>> = {
  'other-plans': 'We have other plans this year',
  staffing: 'We do not have the staff for it',
  distance: 'The other school is too far away',
  timing: 'It is not the right time for us',
  'wants-similar-age': 'We would like a class of a more similar age',
  other: 'Another reason',
};

/** Why a headteacher says no. */
export const noReasons = Object.keys(reasonWords);
export const yesOrNo = ['yes', 'no'] as const;

export function offerView(material: ProposalMaterial): OfferView {
  const { link, side, names, programme } = material;
  const inSchool = link.kind === 'in-school';
  const partner = link.sides[otherSide(side)];
  const { distanceKm } = link.differenceProfile ?? {};
  const whose = inSchool ? 'you say' : 'both schools say';
  return {
    eyebrow: `${programme} · ${academicYear(link.year)}`,
    title: `A linking partner for ${classOf(link, side, names).className}`,
    pair: { own: classOf(link, side, names), partner: classOf(link, otherSide(side), names) },
    lead: `Would you like these two classes to link in ${academicYear(link.year)}? Nothing is settled before ${whose} yes.`,
    facts: [
      {
        key: 'Their class',
        value: `${capital(yearGroupsText(partner.yearGroups))}, ${partner.pupilCount} pupils`,
      },
      ...(inSchool || distanceKm === undefined
        ? []
        : [{ key: 'Distance', value: `${milesText(distanceKm)} between the schools` }]),
    ],
    reasons: reasonSentences(partnerReasons(link), inSchool),
    askedTitle: inSchool ? 'If you say yes' : 'If both schools say yes',
    askedLead: inSchool ? 'You sign one short agreement:' : 'Each school signs one short agreement:',
    asked: whatIsAsked(inSchool).map(capital),
  };
}

export function openNotice({ headName }: ProposalMaterial, expiresAt: string): string {
  const until = longDay(londonDay(expiresAt));
  return `This page is only for ${headName} and works until ${until}. We keep your answer and the time you gave it.`;
}

export interface NoForm {
  readonly address: string;
  readonly idempotencyKey: string;
  readonly values?: FormView['values'];
  readonly errors?: readonly FormError[];
}

export function noView(material: ProposalMaterial, asked: NoForm): NoView {
  const { link, side, names, contact } = material;
  const { address, idempotencyKey, values = {}, errors = [] } = asked;
  const { className } = classOf(link, side, names);
  return {
    state: 'no',
    school: names.school(link.sides[side].urn),
    title: 'You would rather not link with this class?',
    sentences: [
      'That is a good answer too. Tell us why, and we look for a partner who fits better.',
      'Your local facilitator reads it today.',
    ],
    form: {
      action: `${address}/no`,
      fields: [
        { kind: 'radios', name: 'reasonCode', label: 'Why?', options: optionsOf(noReasons, reasonWords) },
        {
          kind: 'radios',
          name: 'wantsOtherPartner',
          label: `Shall we look for another partner for ${className}?`,
          options: [
            { value: 'yes', label: 'Yes, please' },
            { value: 'no', label: 'No, not this year' },
          ],
        },
        {
          kind: 'textarea',
          name: 'note',
          label: 'Anything your local facilitator should know',
          optional: true,
          rows: 4,
        },
      ],
      submitLabel: 'Say no to this partner',
      submitLook: 'warning',
      values,
      errors,
      csrf: '',
      idempotencyKey,
      also: [{ href: address, label: 'Back to the partner', look: 'link' }],
    },
    contact,
  };
}

/** `You said yes on 14 September.` */
export const acceptedSentence = ({ link, side }: ProposalMaterial) =>
  `${link.kind === 'in-school' ? 'You' : 'Your school'} said yes on ${dayAndMonth(link.sides[side].acceptedOn ?? '')}.`;

export function whatNext({ link, side, names }: ProposalMaterial): readonly string[] {
  const other = otherSide(side);
  return link.sides[other].acceptedOn === undefined
    ? [
        `We wait for ${sideText(link, other, names)} to answer as well. You hear from us either way.`,
        'Once both have said yes, we send you one short agreement to sign.',
      ]
    : ['Both have said yes. Next, we send you one short agreement to sign.'];
}

/** `Ash Primary said no on 14 September: we have other plans this year.` */
export function declinedSentence({ link, side, names }: ProposalMaterial): string {
  const { on = '', reasonCode = '' } = link.sides[side].declined ?? {};
  const why = reasonWords[reasonCode] ?? codeText(reasonCode);
  return `${sideText(link, side, names)} said no on ${dayAndMonth(on)}: ${why.slice(0, 1).toLowerCase()}${why.slice(1)}.`;
}

/** Why an address does not open any more. */
export function endedSentence({ link, side, names }: ProposalMaterial, personId: string): string {
  if (personId !== link.sides[side].headId) {
    return `Somebody else is asked for ${names.school(link.sides[side].urn)} now.`;
  }
  if (link.outcome !== 'open')
    return 'This link does not go on. Your local facilitator tells you what comes next.';
  return 'Your local facilitator has taken this question back, or a newer e-mail brought you another address.';
}
