import type { School } from '../schools/find-schools.js';
import type { PersonWords } from './link-words.js';
import { phoneNumber } from '@linking/words/format.js';

/** Today's names and numbers, as far as whoever calls needs them. */
export interface PhoneBook {
  person(id: string, role: string, urn: string): PersonWords;
  schoolRecord(urn: string): Pick<School, 'telephone'> | undefined;
}

/** A person's own number, or else that of her school's office. */
export const numberOf = (book: PhoneBook, personId: string, role: string, urn: string): string | undefined =>
  book.person(personId, role, urn).phone ?? book.schoolRecord(urn)?.telephone;

/** `Saira Malik, 01274 555 000`. */
export function callText(book: PhoneBook, personId: string, role: string, urn: string): string {
  const number = numberOf(book, personId, role, urn);
  const { name } = book.person(personId, role, urn);
  return number === undefined ? `${name}, no telephone number known` : `${name}, ${phoneNumber(number)}`;
}
