/** Lower case without accents and apostrophes, everything else than letters and digits as one space. */
function searchText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’`]/g, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bsaint\b/g, 'st')
    .trim();
}

/** The words a person typed, at most eight; every one of them must be found in a school's search text. */
export function searchWords(query: string): readonly string[] {
  return searchText(query).split(' ').filter(Boolean).slice(0, 8);
}

/** What a school is found by: name, town, URN, and its postcode with and without the space. */
export function schoolSearchText(school: {
  readonly urn: string;
  readonly name: string;
  readonly town?: string;
  readonly postcode?: string;
}): string {
  const { urn, name, town = '', postcode = '' } = school;
  return searchText(`${name} ${town} ${urn} ${postcode} ${postcode.replaceAll(' ', '')}`);
}
