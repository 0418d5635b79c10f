import { Chance } from './chance.js';

/** A school that does not exist, with figures as schools of the area have them. */
export interface InventedSchool {
  readonly urn: string;
  readonly name: string;
  readonly faith: string;
  readonly pupils: number;
  readonly fsm: number;
  readonly eal: number;
  readonly sen: number;
  readonly easting: number;
  readonly northing: number;
  readonly postcode: string;
}

const names = [
  'Brook Lane Primary School|St Aidan’s CofE Primary School|Hollins Green Primary School|Al-Noor Academy',
  'Dale Head Primary School|Parkside Lane Academy|Oakworth Hill Primary School|Lister Field Juniors',
  'The Mead Primary School|Thornfield Primary School|Masjid Road Primary School|Wharfe View Primary School',
  'Beckside Fold Primary School|Moor Gate Academy|Canal Street Primary School|St Oswin’s Catholic Primary School',
  'Larch Hill Primary School|Tannery Row Primary School|Heather Bank Academy|Willow Garth Primary School',
  'Station Road Juniors|St Bega’s CofE Primary School|Mill Race Primary School|Quarry Bank Top Academy',
  'Rowan Tree Primary School|Great Hay Primary School|Iqra Garden Primary School|Weaver’s Croft Primary School',
  'Greenhow Road Primary School|Ash Grove Rise Academy|Foxglove Primary School|Chapel Fold Primary School',
  'Northcliff Edge Primary School|Cedar Court Academy|Upper Dene Primary School|Highfield Rise Primary School',
  'Teasel Primary School|Lower Clough Primary School|Salt Spring Academy|St Mungo’s Catholic Primary School',
  'Birch Lane End Primary School|Noor Gardens Primary School|Cobble Street Primary School|Hawthorn Way Academy',
  'Spinners Green Primary School|Wren’s Nest Primary School|Bobbin Mill Academy|Swallow Hill Primary School',
  'Hope Street Primary School|Low Moorside Primary School|Silver Birch Fold Academy|Curlew Fold Primary School',
  'Primrose Bank Primary School|Cragside View Primary School|Ladderbanks Primary School|Meadow Croft Academy',
  'Old Forge Primary School|Stone Bridge Primary School|Goose Green Primary School|Larkfield Rise Academy',
  'Elder Road Primary School|Sycamore Rise Primary School|Marlpit Primary School|Orchard Vale Primary School',
].flatMap((line) => line.split('|'));

/** Deciles of the primary schools of Bradford in public register and census files (Open Government Licence v3.0). */
const deciles = {
  pupils: [96, 209, 235, 278, 336, 402, 437, 458, 490, 650, 811],
  fsm: [1.4, 7.7, 12.8, 18.3, 22.5, 26, 29.3, 32.6, 37.8, 48.9, 60.9],
  eal: [0, 1.6, 4.9, 7, 11.1, 16, 33.7, 56.9, 71.2, 87.1, 99.1],
  sen: [4.2, 7.3, 9.1, 10.8, 12.1, 13.6, 15.1, 16.5, 18.6, 25.9, 39.9],
  easting: [
    400_986, 405_413, 407_551, 411_162, 413_164, 414_196, 414_697, 415_695, 417_207, 418_363, 419_546,
  ],
  northing: [
    426_332, 430_034, 431_432, 432_435, 433_882, 435_437, 436_971, 438_304, 440_351, 441_822, 444_000,
  ],
};

/** Sixty-four schools, from few to many children whose first language is not English. */
export function inventedSchools(chance: Chance): readonly InventedSchool[] {
  return chance.shuffled(names).map((name, index) => {
    const place = index / (names.length - 1);
    const tenth = (value: number) => Math.round(value * 10) / 10;
    return {
      urn: String(900_001 + index),
      name,
      faith: faithOf(name),
      pupils: Math.round(chance.fromDeciles(deciles.pupils)),
      eal: tenth(chance.fromDeciles(deciles.eal, place)),
      fsm: tenth(
        chance.fromDeciles(deciles.fsm, Math.min(1, Math.max(0, place + chance.next() * 0.5 - 0.25))),
      ),
      sen: tenth(chance.fromDeciles(deciles.sen)),
      easting: Math.round(chance.fromDeciles(deciles.easting)),
      northing: Math.round(chance.fromDeciles(deciles.northing)),
      // BD99 is not given to places where people live.
      postcode: `BD99 ${chance.between(1, 9)}${chance.pick(letters)}${chance.pick(letters)}`,
    };
  });
}

const letters = 'ABDEFGHJLNPQRSTUWXYZ'.split('');

function faithOf(name: string): string {
  if (name.includes('CofE')) return 'Church of England';
  if (name.includes('Catholic')) return 'Roman Catholic';
  return /Al-Noor|Iqra|Noor|Masjid/.test(name) ? 'Islam' : 'Does not apply';
}

/** The schools as a register file, read by the same door as every other one. */
export function registerFile(schools: readonly InventedSchool[]): string {
  const header =
    'URN,LA (code),LA (name),EstablishmentName,EstablishmentTypeGroup (name),EstablishmentStatus (name),' +
    'PhaseOfEducation (name),ReligiousCharacter (name),NumberOfPupils,PNUMFSMEVER,PNUMEAL,PSENELK,' +
    'Town,Postcode,Easting,Northing,TelephoneNum';
  const rows = schools.map((school, index) => {
    const { urn, name, faith, pupils, fsm, eal, sen, postcode, easting, northing } = school;
    // 01632 960xxx is kept free for fiction.
    const telephone = `01632960${String(index).padStart(3, '0')}`;
    const register = `${urn},380,Bradford,${name},Local authority maintained schools,Open,Primary,${faith}`;
    return `${register},${pupils},${fsm},${eal},${sen},Bradford,${postcode},${easting},${northing},${telephone}`;
  });
  return [header, ...rows].join('\r\n');
}
