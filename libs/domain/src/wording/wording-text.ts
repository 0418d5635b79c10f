import { Refusal } from '../refusal.js';
import { kindOf, type WordingKind } from './wording-kinds.js';

/** The words of a mail that people choose: what stands above it, before its facts and after its button. */
export interface WordingText {
  readonly subject: string;
  /** Paragraphs, with an empty line between them. */
  readonly opening: string;
  readonly closing: string;
}

export const wordingFields = ['subject', 'opening', 'closing'] as const;

/** So that a mail fits into a list of mails and onto a telephone. */
export const wordingLimits: Readonly<Record<keyof WordingText, number>> = {
  subject: 120,
  opening: 2_000,
  closing: 1_000,
};

const names: Readonly<Record<keyof WordingText, string>> = {
  subject: 'The subject',
  opening: 'The opening text',
  closing: 'The closing text',
};

/** The paragraphs of a text: each line that is not empty. */
export const paragraphsOf = (text: string): readonly string[] =>
  text
    .split(/[\r\n\u0085\u2028\u2029]+/u)
    .map((line) => line.replace(/[\s\p{Cc}]+/gu, ' ').trim())
    .filter((line) => line !== '');

/** The same words are the same text, however many spaces and empty lines were typed. */
export const tidied = ({ subject, opening, closing }: WordingText): WordingText => ({
  subject: whole(subject).trim(),
  opening: paragraphsOf(whole(opening)).join('\n\n'),
  closing: paragraphsOf(whole(closing)).join('\n\n'),
});

/** Half a character is U+FFFD. */
const whole = (text: string) => text.replace(/\p{Cs}/gu, '\ufffd');

const PLACEHOLDER = /\{([^{}]*)\}/gu;

/** What keeps a text from being the words of a mail, and in which of its parts. */
export interface WordingFault {
  readonly field: keyof WordingText;
  readonly refusal: Refusal;
}

/** Throws the first fault of these words; `checked` says that whoever wrote them looked at what is doubtful. */
export function checkWording(wording: WordingKind, text: WordingText, checked: boolean): void {
  const [first] = wordingFaults(wording, text, checked);
  if (first !== undefined) throw first.refusal;
}

/** Every fault of these words, so that a form can name each of its boxes; what is doubtful is asked about when all else holds. */
export function wordingFaults(
  wording: WordingKind,
  text: WordingText,
  checked: boolean,
): readonly WordingFault[] {
  const faults = [
    ...emptyParts(wording, text),
    ...wordingFields.flatMap((field) => lengthFaults(text, field)),
    ...wordingFields.flatMap((field) => placeholderFaults(wording, text, field)),
  ];
  if (faults.length > 0 || checked) return faults;
  return wordingFields.flatMap((field) => doubtsIn(text[field]).map((doubt) => doubtful(field, doubt)));
}

function emptyParts(wording: WordingKind, text: WordingText): readonly WordingFault[] {
  return [
    ...(text.subject === '' ? [notValid('subject', 'The subject is empty.', 'Write a subject.')] : []),
    ...(/[\p{Cc}\u2028\u2029]/u.test(text.subject)
      ? [
          notValid(
            'subject',
            'The subject has a line break or another control character.',
            'Write it on one line.',
          ),
        ]
      : []),
    ...(text.opening === '' && kindOf(wording).opensItself !== true
      ? [notValid('opening', 'The opening text is empty.', 'Write what the mail is about.')]
      : []),
  ];
}

function lengthFaults(text: WordingText, field: keyof WordingText): readonly WordingFault[] {
  if (text[field].length <= wordingLimits[field]) return [];
  const sentence = `${names[field]} has ${text[field].length} characters; ${wordingLimits[field]} are possible.`;
  return [notValid(field, sentence, 'Make it shorter.')];
}

function placeholderFaults(
  wording: WordingKind,
  text: WordingText,
  field: keyof WordingText,
): readonly WordingFault[] {
  const known: readonly string[] = kindOf(wording).placeholders;
  const unknown = [...text[field].matchAll(PLACEHOLDER)].flatMap(([written, name = '']) =>
    known.includes(name) ? [] : [unknownPlaceholder(field, written, known)],
  );
  if (!/[{}]/u.test(text[field].replace(PLACEHOLDER, ''))) return unknown;
  const sentence = `${names[field]} has a curly bracket that belongs to no placeholder.`;
  const nextStep = 'Write a placeholder as {school}, with both brackets, or take the bracket out.';
  return [...unknown, notValid(field, sentence, nextStep)];
}

const unknownPlaceholder = (
  field: keyof WordingText,
  written: string,
  known: readonly string[],
): WordingFault => ({
  field,
  refusal: new Refusal(
    'PLACEHOLDER_UNKNOWN',
    `${names[field]} has ${written}, which this mail does not know.`,
    { nextStep: `Use one of ${known.map((it) => `{${it}}`).join(', ')}.` },
  ),
});

const doubtful = (field: keyof WordingText, doubt: string): WordingFault => ({
  field,
  refusal: new Refusal('WORDING_DOUBTFUL', doubt, {
    nextStep: 'Take it out, or say that you have checked it and it may stand there.',
  }),
});

const notValid = (field: keyof WordingText, sentence: string, nextStep: string): WordingFault => ({
  field,
  refusal: new Refusal('WORDING_NOT_VALID', sentence, { nextStep }),
});

const TELEPHONE = /(?:\+|\b0)\d(?:[\s()-]?\d){7,}/u;
const CHILD = /\b(?:pupil|child|boy|girl|son|daughter)(?: (?:named|called))? \p{Lu}\p{Ll}+/u;

/** What is asked about before it is saved. */
export function doubtsIn(text: string): readonly string[] {
  const telephone = TELEPHONE.exec(text)?.[0];
  const child = CHILD.exec(text)?.[0];
  return [
    ...(child === undefined ? [] : [`“${child}” looks like the name of a child.`]),
    ...(telephone === undefined ? [] : [`“${telephone}” looks like somebody’s telephone number.`]),
  ];
}
