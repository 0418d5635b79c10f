import type { AreaProfile } from './area-profiles.js';

/** One local programme of the demonstration. Its area is real; its people, schools and links are invented. */
export interface DemoProgramme {
  readonly slug: string;
  readonly code: string;
  readonly name: string;
  readonly laCodes: readonly string[];
  readonly districtCodes: readonly string[];
  readonly coordinator: string;
  readonly profile: AreaProfile;
  /** Letters of its postcodes. */
  readonly postcodeArea: string;
  /** Where its schools lie, in metres of the national grid. */
  readonly centre: { readonly easting: number; readonly northing: number; readonly spread: number };
  readonly distanceLimitKm: number;
  /** All but the last three digits of the telephone numbers that Ofcom keeps free for fiction there. */
  readonly telephone: string;
  /** Number of links of 2025–26 and of 2026–27. */
  readonly links: readonly [lastYear: number, thisYear: number];
}

// The boroughs of London but for Tower Hamlets and Waltham Forest, which are programmes of their own.
const boroughsOfLondon =
  '201 202 203 204 205 206 207 208 209 210 212 213 301 302 303 304 305 306 307 308 309 310 311 312 313 314 315 316 317 318 319';
const anywhere = '01632 960';

type Row = readonly [
  code: string,
  name: string,
  area: string,
  coordinator: string,
  profile: AreaProfile,
  place: readonly [postcodeArea: string, easting: number, northing: number, spreadKm: number],
  links: readonly [lastYear: number, thisYear: number],
  telephone?: string,
];

const rows: readonly Row[] = [
  ['BIR', 'Birmingham', '330', 'Gurpreet Sahota', 'polarised', ['B', 407, 287, 8], [30, 33], '0121 496 0'],
  ['BWD', 'Blackburn with Darwen', '889', 'Shazia Pilling', 'polarised', ['BB', 368, 426, 5], [16, 17]],
  ['BOL', 'Bolton', '350', 'Maureen Entwhistle', 'polarised', ['BL', 371, 409, 6], [14, 15]],
  ['BRD', 'Bradford', '380', 'Amina Khan', 'polarised', ['BD', 411, 435, 8], [46, 46]],
  ['BKM', 'Buckinghamshire', '825', 'Philippa Dancer', 'shire', ['HP', 484, 205, 18], [12, 13]],
  ['BUR', 'Burnley', 'E07000117', 'Joan Pickles', 'polarised', ['BB', 384, 432, 4], [9, 10]],
  ['BRY', 'Bury', '351', 'Oliver Ramsden', 'mixed', ['BL', 380, 410, 5], [12, 12]],
  ['CLD', 'Calderdale', '381', 'Ruby Sunderland', 'mixed', ['HX', 407, 424, 8], [20, 21]],
  ['DER', 'Derby', '831', 'Colin Mapperley', 'mixed', ['DE', 435, 336, 5], [14, 16]],
  ['KEN', 'Kent', '886', 'Harriet Fagg', 'shire', ['ME', 592, 153, 25], [24, 27]],
  ['KIR', 'Kirklees', '382', 'Ismail Beaumont', 'polarised', ['HD', 416, 416, 9], [26, 28]],
  ['LDS', 'Leeds', '383', 'Wendy Appleyard', 'mixed', ['LS', 430, 434, 9], [34, 36], '0113 496 0'],
  ['LEI', 'Leicester', '856', 'Jaymini Solanki', 'diverse', ['LE', 459, 304, 5], [22, 24], '0116 496 0'],
  ['LON', 'London', boroughsOfLondon, 'Esme Adeyemi', 'diverse', ['E', 532, 178, 12], [28, 32], '020 7946 0'],
  ['LUT', 'Luton', '821', 'Rukhsana Bright', 'diverse', ['LU', 508, 222, 4], [18, 19]],
  ['MAN', 'Manchester', '352', 'Declan Okoro', 'diverse', ['M', 384, 396, 7], [30, 32], '0161 496 0'],
  ['NEW', 'Newcastle', '391', 'Jean Armstrong', 'mixed', ['NE', 422, 566, 6], [14, 16], '0191 498 0'],
  ['NTT', 'Nottinghamshire', '891', 'Trevor Wragg', 'shire', ['NG', 461, 355, 17], [16, 18], '0115 496 0'],
  ['OLD', 'Oldham', '353', 'Nasreen Buckley', 'polarised', ['OL', 393, 405, 5], [18, 19]],
  ['PEN', 'Pendle', 'E07000122', 'Kathleen Nutter', 'polarised', ['BB', 387, 439, 4], [9, 10]],
  ['PET', 'Peterborough', '874', 'Marek Fensome', 'mixed', ['PE', 519, 299, 6], [12, 13]],
  ['ROC', 'Rochdale', '354', 'Sajida Ormerod', 'polarised', ['OL', 389, 413, 5], [16, 17]],
  ['ROT', 'Rotherham', '372', 'Barry Thorpe', 'mixed', ['S', 444, 392, 8], [12, 13]],
  ['SHF', 'Sheffield', '373', 'Noreen Staniforth', 'mixed', ['S', 435, 388, 8], [20, 22], '0114 496 0'],
  ['STO', 'Stockport', '356', 'Gillian Bramhall', 'mixed', ['SK', 391, 389, 6], [10, 11]],
  ['TWH', 'Tower Hamlets', '211', 'Rezaul Mile', 'diverse', ['E', 536, 182, 3], [24, 26], '020 7946 0'],
  ['WAL', 'Walsall', '335', 'Doreen Bloxwich', 'polarised', ['WS', 401, 299, 6], [12, 13]],
  ['WFO', 'Waltham Forest', '320', 'Yvonne Chingford', 'diverse', ['E', 537, 190, 4], [13, 14], '020 7946 0'],
];

/** The 28 programmes that have joined, by name. */
export const demoProgrammes: readonly DemoProgramme[] = rows.map(
  ([code, name, area, coordinator, profile, [postcodeArea, east, north, spread], links, telephone]) => ({
    slug: name.toLowerCase().replaceAll(' ', '-'),
    code,
    name,
    laCodes: area.split(' ').filter((it) => /^\d+$/.test(it)),
    districtCodes: area.split(' ').filter((it) => it.startsWith('E')),
    coordinator,
    profile,
    postcodeArea,
    centre: { easting: east * 1000, northing: north * 1000, spread: spread * 1000 },
    distanceLimitKm: profile === 'shire' ? 30 : 15,
    telephone: telephone ?? anywhere,
    links,
  }),
);

/** It wants to join; it has neither a coordinator nor links yet. */
export const proposedProgramme = {
  slug: 'bristol',
  code: 'BRS',
  name: 'Bristol',
  laCodes: ['801'],
  districtCodes: [],
};
