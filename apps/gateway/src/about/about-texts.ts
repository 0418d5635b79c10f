import type { TextPageView } from '../pages/layout/text-page.js';

export const privacyText: TextPageView = {
  title: 'How we use what you tell us',
  parts: [
    {
      heading: 'What is kept',
      sentences: [
        'Of adults at schools: name, role, school e-mail address and telephone, and what they signed and when.',
        'What a school types into the public form waits for at most two weeks until its sender confirms it by mail; then it is recorded, or erased.',
        'Of classes: their name, year group and number of pupils. No child is named anywhere; please never type a child’s name.',
      ],
    },
    {
      heading: 'What it is used for',
      sentences: [
        'To link two classes for a school year: to ask for the agreement, to tell the two teachers about each other, and to arrange training and meetings.',
        'Counts of links, classes and meetings are used in reports. Names are not.',
      ],
    },
    {
      heading: 'Who sees it',
      sentences: [
        'Your local facilitator, the national office, and auditors. The teacher of your partner class sees the name, school e-mail address and telephone of your teacher.',
      ],
    },
    {
      heading: 'Who answers for it',
      sentences: [
        'The organisation that hosts your local programme, together with the network. Ask your local facilitator for a copy of what is kept about you, or to have it erased.',
      ],
    },
  ],
};

export const accessibilityText: TextPageView = {
  title: 'Accessibility',
  parts: [
    {
      heading: 'How these pages work',
      sentences: [
        'They are made to meet level AA of the Web Content Accessibility Guidelines 2.2.',
        'They work by keyboard, without JavaScript, enlarged to 400 per cent and on a telephone. Nothing is said by colour alone.',
      ],
    },
    {
      heading: 'If something does not work for you',
      sentences: [
        'Tell your local facilitator: whatever a page asks can also be told by telephone or on paper.',
      ],
    },
  ],
};
