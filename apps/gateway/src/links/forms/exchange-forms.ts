import {
  exchangeKinds,
  exchangeModes,
  keyQuestions,
  policyTags,
  subjects,
} from '@linking/events/link/codes.js';
import { capital, exchangeModeNames, exchangeNames } from '@linking/words/link-terms.js';
import { keyQuestionField, optionsOf, presets, readSide, sideField } from './choices.js';
import { NOTE, type CommandForm } from './command-form.js';

const kindWords = Object.fromEntries(
  Object.entries(exchangeNames).map(([kind, words]) => [kind, capital(words)]),
);
const subjectWords = { pshe: 'PSHE', pshce: 'PSHCE', re: 'RE', pe: 'PE' };
const tagWords = { smsc: 'SMSC', pshe: 'PSHE', rse: 'RSE', 'british-values': 'British values' };

export const exchangeForms: readonly CommandForm[] = [
  {
    command: 'record-exchange',
    group: 'Exchange',
    title: 'A class sent work',
    hint: 'Photographs, first names, identity work, questions',
    submitLabel: 'Record what was sent',
    done: 'What was sent is recorded.',
    dayLabel: 'When was it sent?',
    noteLabel: NOTE,
    fields: (context) => [
      sideField(context, 'Who sent it?', 'fromSide'),
      { kind: 'select', name: 'kind', label: 'What was sent?', options: optionsOf(exchangeKinds, kindWords) },
      { kind: 'radios', name: 'mode', label: 'How?', options: optionsOf(exchangeModes, exchangeModeNames) },
      keyQuestionField,
      {
        kind: 'checkboxes',
        name: 'subjects',
        label: 'Subjects',
        optional: true,
        options: optionsOf(subjects, subjectWords),
      },
      {
        kind: 'checkboxes',
        name: 'policyTags',
        label: 'Policy tags',
        optional: true,
        options: optionsOf(policyTags, tagWords),
      },
    ],
    values: (context) => ({ mode: 'post', kind: 'identity-work', ...presets(context, 'fromSide', 'kind') }),
    read: (posted) => ({
      type: 'RecordExchange',
      fromSide: readSide(posted, 'fromSide'),
      kind: posted.oneOf('kind', exchangeKinds, 'Choose what was sent'),
      mode: posted.oneOf('mode', exchangeModes, 'Choose how it was sent'),
      keyQuestions: posted.someOf('keyQuestions', keyQuestions),
      subjects: posted.someOf('subjects', subjects),
      policyTags: posted.someOf('policyTags', policyTags),
    }),
  },
  {
    command: 'complete-final-exchange',
    group: 'Exchange',
    title: 'Both classes said goodbye',
    hint: 'The final exchange of the year',
    submitLabel: 'Record the goodbye',
    done: 'The goodbye is recorded.',
    dayLabel: 'When?',
    noteLabel: NOTE,
    read: () => ({ type: 'CompleteFinalExchange' }),
  },
];
