import { longDay, phoneNumber } from '@linking/words/format.js';
import { mailTitles } from '@linking/notices/mail-titles.js';
import type { AttentionMaterial, Call, ItemOf, Words } from './attention-material.js';

/** A mail came back: the school is phoned, and the coordinator decides. */
export function bouncedWords(item: ItemOf<'bounced'>, { names }: AttentionMaterial): Words {
  const { mail, on, urn = '', personId } = item;
  const mailbox = mailboxOf(item, names);
  const school = urn === '' ? undefined : names.school(urn);
  const who = mailbox?.name ?? names.person(personId, 'colleague', urn).name;
  const href = mailbox?.href ?? `/people/${personId}/address`;
  return {
    tag: 'Came back',
    title: { href, label: `Mail to ${who}${school === undefined ? '' : ` at ${school}`} came back` },
    subject: `“${mailTitles[mail.content.rule]}”`,
    sentence:
      mailbox === undefined
        ? 'Phone the school, or enter another address. Until then mails to her wait.'
        : 'Enter another address. Until then mails to it wait.',
    calls: mailbox === undefined ? callsTo(item, names) : [],
    why: [
      'The mail server says that this address does not exist, so nothing more is sent to it.',
      `That was told on ${longDay(on)}.`,
      'It leaves this list when another address is entered, or when you say that this one is right.',
    ],
    button: { href, label: mailbox?.label ?? 'Enter another address' },
  };
}

function callsTo(
  { personId, urn = '' }: ItemOf<'bounced'>,
  names: AttentionMaterial['names'],
): readonly Call[] {
  const { name, phone } = names.person(personId, 'colleague', urn);
  const office = urn === '' ? undefined : names.schoolRecord(urn)?.telephone;
  return [
    ...(phone === undefined || phone === null ? [] : [callOf(name, phone)]),
    ...(office === undefined ? [] : [callOf(`School office of ${names.school(urn)}`, office)]),
  ];
}

const callOf = (who: string, number: string): Call => ({
  who,
  number: phoneNumber(number),
  href: `tel:${number.replace(/[^+\d]/g, '')}`,
});

/** A mailbox has its address where the programme or the venue is kept. */
function mailboxOf({ mail, personId, programme }: ItemOf<'bounced'>, names: AttentionMaterial['names']) {
  if (mail.mailbox === 'programme') {
    return { name: 'the programme’s mailbox', href: `/programmes/${programme}`, label: 'Open the programme' };
  }
  if (mail.mailbox === 'user') {
    return { name: 'a colleague with an account', href: `/users/${personId}`, label: 'Open the account' };
  }
  if (mail.mailbox === 'venue') {
    return { name: names.venue(personId), href: `/venues/${personId}`, label: 'Open the venue' };
  }
  return undefined;
}
