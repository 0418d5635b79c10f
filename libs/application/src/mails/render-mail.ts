import type { AboutLink } from '@linking/domain/reminders/mail-facts.js';
import type { MailContact, MailContent } from '@linking/notices/mail-content.js';
import type { LinkWords, MailWords } from '@linking/notices/mail-words.js';
import { signAgreementMail } from '@linking/notices/n07-sign-agreement.js';
import { stillToBeSignedMail } from '@linking/notices/n08-still-to-be-signed.js';
import { meetYourPartnerMail } from '@linking/notices/n09-meet-your-partner.js';
import type { Mail } from './mail.js';
import type { MailLookup } from './mail-lookup.js';
import type { MailSettings } from './mail-settings.js';
import { privacyAddress } from './mail-settings.js';

/** What a mail says, with today's names. Without `personalAddress` its button shows "[personal link]". */
export async function mailContent(
  mail: Mail,
  lookup: MailLookup,
  settings: Pick<MailSettings, 'publicUrl'>,
  personalAddress?: string,
): Promise<MailContent> {
  const facts = mail.content;
  const words = await mailWords(mail, lookup, settings);
  switch (facts.rule) {
    case 'N07':
      return signAgreementMail({
        ...words,
        link: await linkWords(facts, lookup),
        ...(personalAddress === undefined ? {} : { signHref: personalAddress }),
      });
    case 'N09':
      return meetYourPartnerMail({
        ...words,
        link: await linkWords(facts, lookup),
        audience: facts.audience,
        ownTeachers: await contacts(facts.ownTeacherIds, lookup),
        partnerTeachers: await contacts(facts.partnerTeacherIds, lookup),
        ...(personalAddress === undefined ? {} : { pageHref: personalAddress }),
      });
    case 'N08':
      return stillToBeSignedMail({
        ...words,
        link: await linkWords(facts, lookup),
        asking: facts.asking ?? 1,
        ...(personalAddress === undefined ? {} : { signHref: personalAddress }),
      });
    case 'N01':
    case 'N02':
    case 'N10':
    case 'N11':
    case 'N12':
    case 'N15':
    case 'N17':
    case 'N18':
    case 'N19':
    case 'N20':
    case 'N21':
      throw new Error(`The words of ${facts.rule} are not written yet`);
  }
}

async function mailWords(
  mail: Mail,
  lookup: MailLookup,
  settings: Pick<MailSettings, 'publicUrl'>,
): Promise<MailWords> {
  const programme = await lookup.programme(mail.programme);
  if (programme === undefined) throw new Error(`Mail ${mail.id}: programme ${mail.programme} is not known`);
  const { name, mailbox, contactName, phone } = programme;
  return {
    recipient: (await lookup.person(mail.personId))?.name ?? 'colleague',
    programme: name,
    askWho: { name: contactName, email: mailbox, ...(phone === undefined ? {} : { phone }) },
    privacyHref: privacyAddress(settings),
  };
}

async function linkWords(facts: AboutLink, lookup: MailLookup): Promise<LinkWords> {
  const schoolName = async (urn: string) => (await lookup.school(urn))?.name ?? `school ${urn}`;
  const note = async (id?: string) => (id === undefined ? undefined : lookup.note(id));
  const [ownSchool, partnerSchool, ownClass, partnerClass] = await Promise.all([
    schoolName(facts.ownUrn),
    schoolName(facts.partnerUrn),
    note(facts.ownClassNameId),
    note(facts.partnerClassNameId),
  ]);
  return {
    ref: facts.linkRef,
    year: facts.year,
    ownSchool,
    partnerSchool,
    ...(ownClass === undefined ? {} : { ownClass }),
    ...(partnerClass === undefined ? {} : { partnerClass }),
  };
}

async function contacts(ids: readonly string[], lookup: MailLookup): Promise<readonly MailContact[]> {
  const people = await Promise.all(ids.map((id) => lookup.person(id)));
  return people.filter((person) => person !== undefined);
}
