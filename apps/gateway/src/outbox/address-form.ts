import { mailTitles } from '@linking/notices/mail-titles.js';
import { counted, longDay, phoneNumber } from '@linking/words/format.js';
import type { FormPageView } from '../pages/forms/form-page.js';
import type { TextField } from '../pages/forms/form-view.js';
import type { PostedForm } from '../pages/forms/posted-form.js';
import type { SeenPerson } from './seen-people.js';

const email: TextField = {
  kind: 'email',
  name: 'email',
  label: 'New e-mail address',
  hint: 'A school address if there is one.',
  autocomplete: 'off',
  width: 30,
};

/** What is known of somebody’s address, and what the coordinator found out. */
export function addressFormView(
  person: SeenPerson,
  parts: { readonly csrf: string; readonly idempotencyKey: string },
  posted?: PostedForm,
): FormPageView {
  const { bounced, name, school } = person;
  return {
    title: bounced === undefined ? `Another address for ${name}` : `Mail to ${name} came back`,
    ...(school === undefined ? {} : { eyebrow: school.name }),
    ...(bounced === undefined
      ? {}
      : {
          intro:
            'The mail server says that this address does not exist. Mails to it wait. Phone the school, then say here what you found out.',
        }),
    known: knownOf(person),
    form: {
      ...parts,
      action: `/people/${person.id}/address`,
      fields:
        bounced === undefined
          ? [email]
          : [
              {
                kind: 'radios',
                name: 'found',
                label: 'What did you find out?',
                options: [
                  { value: 'another', label: 'There is another address', hint: 'Enter it below.' },
                  { value: 'right', label: 'This address is right: try again' },
                ],
              },
              { ...email, optional: true },
            ],
      submitLabel: 'Save',
      values: posted?.values() ?? {},
      errors: posted?.errors ?? [],
      also: [{ href: '/today/attention', label: 'Back to the list', look: 'link' }],
    },
  };
}

function knownOf(person: SeenPerson): NonNullable<FormPageView['known']> {
  const { bounced, school, held, phone } = person;
  return [
    { key: 'Address', value: person.email ?? 'None' },
    ...(bounced === undefined
      ? []
      : [
          {
            key: 'Came back',
            value: `“${mailTitles[bounced.mail.content.rule]}”, ${longDay(bounced.on)}`,
          },
          { key: 'Waiting', value: held === 0 ? 'No mail just now' : counted(held, 'mail') },
        ]),
    ...(phone === null ? [] : [{ key: 'Phone', value: phoneNumber(phone) }]),
    ...(school?.telephone === undefined
      ? []
      : [{ key: 'School office', value: phoneNumber(school.telephone) }]),
  ];
}
