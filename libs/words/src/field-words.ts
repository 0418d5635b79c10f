import type { RecordedLinkEvent } from '@linking/domain/link/link.js';
import { longDay } from './format.js';
import { codeText, listText, yearGroupsText } from './link-terms.js';

const named: Readonly<Record<string, string>> = {
  '/occurredOn': 'The day it happened',
  '/on': 'The day',
  '/startsAt': 'Begins',
  '/endsAt': 'Ends',
  '/pupilCount': 'Pupils in the class',
  '/pupilsExpected': 'Pupils expected',
  '/pupilsA': 'Pupils of the first school',
  '/pupilsB': 'Pupils of the second school',
  '/adultsA': 'Adults of the first school',
  '/adultsB': 'Adults of the second school',
  '/riskAssessment/a': 'Risk assessment of the first school',
  '/riskAssessment/b': 'Risk assessment of the second school',
  '/riskAssessment': 'Risk assessment',
  '/yearGroups': 'Year groups',
  '/keyQuestions': 'Key questions',
  '/policyTags': 'Policy tags',
  '/reasonCode': 'Reason',
  '/expressedOn': 'The day the school got in touch',
  '/linkedBefore': 'Has linked before',
  '/collaborative': 'The children worked in mixed groups',
  '/wantsOtherPartner': 'Would like another partner',
  '/signerRole': 'Role of the signer',
  '/hostSide': 'Which school hosts',
  '/from': 'From',
  '/to': 'Until',
  '/until': 'Until',
  '/newTarget': 'The new date',
  '/count': 'Number of parents',
  '/rating': 'Rating from 1 to 5',
  '/n': 'Number of answers',
  '/role': 'Who said it',
  '/scores/O1': 'Interest in other cultures (O1)',
  '/scores/O2': 'Confidence in social mixing (O2)',
  '/scores/O3': 'Awareness of others (O3)',
  '/scores/O4': 'Belonging (O4)',
  '/scores/O5': 'Comfort with difference (O5)',
};

/** A field of an entry in words; `school` names a side where the field belongs to one. */
export function fieldWords(pointer: string, school: (side: 'a' | 'b') => string): string {
  const words =
    named[pointer] ??
    capitalised(
      codeText(
        pointer
          .slice(1)
          .replaceAll('/', ' ')
          .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
      ),
    );
  return words.replace('the first school', school('a')).replace('the second school', school('b'));
}

/** A value of an entry as people read it. */
export function valueWords(value: unknown, pointer = ''): string {
  if (Array.isArray(value)) {
    if (pointer === '/yearGroups') return yearGroupsText(value.map(Number));
    return value.length === 0 ? 'none' : listText(value.map((one) => valueWords(one)));
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return 'not recorded';
  return /^\d{4}(-\d{2}){0,2}$/.test(value) ? longDay(value) : codeText(value);
}

/** The value at the top or one level down of an entry's data, or the day on which it counts. */
export function valueOf(event: RecordedLinkEvent, pointer: string): unknown {
  if (pointer === '/occurredOn') return event.occurredOn;
  return pointer
    .slice(1)
    .split('/')
    .reduce<unknown>(
      (value, part) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined,
      event.data,
    );
}

const capitalised = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
