import { proposalMeans } from '@linking/events/link/codes.js';
import { optionsOf, presets, readReason, readSide, reasonField, sideField } from './choices.js';
import { NOTE, type CommandForm } from './command-form.js';

const declineReasons = [
  'other-plans',
  'staffing',
  'distance',
  'timing',
  'wants-similar-age',
  'no-answer',
  'other',
];

export const brokeringForms: readonly CommandForm[] = [
  {
    command: 'broker',
    group: 'Brokering',
    title: 'Both headteachers said yes',
    hint: 'Normally in conversation with you',
    submitLabel: 'Record that both said yes',
    done: 'Recorded: both headteachers said yes.',
    dayLabel: 'When did the second one say yes?',
    noteLabel: 'What was agreed?',
    known: ({ priorities }) => priorities,
    read: () => ({ type: 'Broker' }),
  },
  {
    command: 'send-proposal',
    group: 'Brokering',
    title: 'Ask both headteachers by e-mail',
    part: 'e-mailed-proposals',
    hint: 'Each gets an e-mail at once, with a page to say yes or no',
    submitLabel: 'Send the proposal',
    done: 'The proposal is on its way to each headteacher who has not answered.',
    noteLabel: NOTE,
    known: ({ priorities }) => priorities,
    read: () => ({ type: 'SendProposal' }),
  },
  {
    command: 'accept-proposal',
    group: 'Brokering',
    title: 'One headteacher said yes',
    hint: 'The other one has not answered yet',
    submitLabel: 'Record the yes',
    done: 'Recorded: one headteacher said yes.',
    dayLabel: 'When?',
    noteLabel: NOTE,
    known: ({ priorities }) => priorities,
    fields: (context) => [
      sideField(context),
      { kind: 'radios', name: 'means', label: 'How?', options: optionsOf(proposalMeans) },
    ],
    values: (context) => ({ means: 'conversation', ...presets(context, 'side') }),
    read: (posted) => ({
      type: 'AcceptProposal',
      side: readSide(posted),
      means: posted.oneOf('means', proposalMeans, 'Choose how the answer came'),
    }),
  },
  {
    command: 'decline-proposal',
    group: 'Brokering',
    title: 'A headteacher said no',
    hint: 'The link is not formed and both classes wait again',
    submitLabel: 'Record the no',
    submitLook: 'warning',
    done: 'Recorded: the link was not formed.',
    dayLabel: 'When?',
    noteLabel: NOTE,
    known: ({ priorities }) => priorities,
    fields: (context) => [
      sideField(context),
      reasonField(declineReasons),
      { kind: 'tick', name: 'wantsOtherPartner', label: 'They would like another partner' },
    ],
    values: (context) => presets(context, 'side'),
    read: (posted) => ({
      type: 'DeclineProposal',
      side: readSide(posted),
      reasonCode: readReason(posted, declineReasons),
      wantsOtherPartner: posted.tick('wantsOtherPartner'),
    }),
  },
];
