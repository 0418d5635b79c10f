import { areaFigures } from './area-profiles.js';
import type { Chance } from './chance.js';
import type { DemoProgramme } from './demo-programmes.js';

/** A school that does not exist, with figures as schools of the area have them. */
export interface InventedSchool {
  readonly urn: string;
  readonly name: string;
  readonly faith: string;
  readonly laCode: string;
  readonly districtCode: string;
  readonly town: string;
  readonly pupils: number;
  readonly fsm: number;
  readonly eal: number;
  readonly sen: number;
  readonly easting: number;
  readonly northing: number;
  readonly postcode: string;
  readonly telephone: string;
}

const namesOfBradford = [
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

const [firstWords, secondWords, kinds] = [
  'Barley|Beacon|Bramble|Brook|Canal|Chapel|Cherry|Cross|Dove|Elm|Fern|Gorse|Harbour|Hazel|Heron|Hollow|Kestrel|Lark|' +
    'Lime|Linden|Maple|Market|Marsh|Meadow|Mill|Orchard|Otter|Poplar|Priory|Rose|Rush|Sedge|Spring|Stable|Thistle|' +
    'Tollgate|Wharf|Willow|Windmill|Yew',
  'Bank|Bridge|Close|Court|Croft|Field|Gate|Green|Grove|Hill|House|Lane|Park|Rise|Road|Row|Street|Vale|View|Way',
  'Primary School|Primary School|Primary School|Primary School|Academy|Community Primary School|Junior School',
].map((words) => words.split('|')) as [string[], string[], string[]];

const saints = 'Aidan|Bede|Brigid|Chad|Cuthbert|Dunstan|Edith|Hilda|Oswald|Wilfrid|Winifred|Werburgh'.split(
  '|',
);
const gardens = 'Al-Falah|Al-Huda|Iman|Iqra|Noor|Rahma'.split('|');

/** Two letters that stand in no postcode's last part are left out. */
const letters = 'ABDEFGHJLNPQRSTUWXYZ'.split('');

/** How many schools a programme of so many links has. */
const schoolsOf = ({ links }: DemoProgramme) => Math.round(Math.max(...links) * 1.39);

/**
 * The schools of a programme, from those most alike in what tells schools of the area apart to those most unlike. URNs
 * from 900001 on are given to no school.
 */
export function inventedSchools(
  programme: DemoProgramme,
  firstUrn: number,
  chance: Chance,
): readonly InventedSchool[] {
  const names = programme.code === 'BRD' ? chance.shuffled(namesOfBradford) : drawNames(programme, chance);
  const figures = areaFigures[programme.profile];
  const { centre, postcodeArea, telephone } = programme;
  const tenth = (value: number) => Math.round(value * 10) / 10;
  const near = (place: number) => Math.min(1, Math.max(0, place + chance.next() * 0.5 - 0.25));
  return names.map((name, index): InventedSchool => {
    const place = index / (names.length - 1);
    const [eal, fsm] = programme.profile === 'shire' ? [chance.next(), place] : [place, near(place)];
    return {
      urn: String(firstUrn + index),
      name,
      faith: faithOf(name),
      // Burnley and Pendle are districts of Lancashire.
      laCode: programme.laCodes.length === 0 ? '888' : chance.pick(programme.laCodes),
      districtCode: programme.districtCodes[0] ?? '',
      town: programme.name,
      pupils: Math.round(chance.fromDeciles(figures.pupils)),
      eal: tenth(chance.fromDeciles(figures.eal, eal)),
      fsm: tenth(chance.fromDeciles(figures.fsm, fsm)),
      sen: tenth(chance.fromDeciles(figures.sen)),
      easting: Math.round(centre.easting + (chance.next() - 0.5) * 2 * centre.spread),
      northing: Math.round(centre.northing + (chance.next() - 0.5) * 2 * centre.spread),
      // A district 99 is not given to places where people live.
      postcode: `${postcodeArea}99 ${chance.between(1, 9)}${chance.pick(letters)}${chance.pick(letters)}`,
      telephone: `${telephone}${String(index).padStart(3, '0')}`,
    };
  });
}

function drawNames(programme: DemoProgramme, chance: Chance): readonly string[] {
  const names = new Set<string>();
  while (names.size < schoolsOf(programme)) {
    const kind = chance.next();
    if (kind < 0.1) names.add(`St ${chance.pick(saints)}’s CofE Primary School`);
    else if (kind < 0.16) names.add(`St ${chance.pick(saints)}’s Catholic Primary School`);
    else if (kind < 0.2 && programme.profile !== 'shire')
      names.add(`${chance.pick(gardens)} Garden Primary School`);
    else names.add(`${chance.pick(firstWords)} ${chance.pick(secondWords)} ${chance.pick(kinds)}`);
  }
  return [...names];
}

function faithOf(name: string): string {
  if (name.includes('CofE')) return 'Church of England';
  if (name.includes('Catholic')) return 'Roman Catholic';
  return /Al-|Iqra|Iman|Noor|Rahma|Masjid/.test(name) ? 'Islam' : 'Does not apply';
}

/** The schools as a register file, read by the same door as every other one. */
export function registerFile(schools: readonly InventedSchool[]): string {
  const header =
    'URN,LA (code),DistrictAdministrative (code),EstablishmentName,EstablishmentTypeGroup (name),' +
    'EstablishmentStatus (name),PhaseOfEducation (name),ReligiousCharacter (name),NumberOfPupils,PNUMFSMEVER,PNUMEAL,' +
    'PSENELK,Town,Postcode,Easting,Northing,TelephoneNum';
  const lines = schools.map((it) => {
    const kind = it.name.includes('Academy') ? 'Academies' : 'Local authority maintained schools';
    const register = `${it.urn},${it.laCode},${it.districtCode},${it.name},${kind},Open,Primary,${it.faith}`;
    const figures = `${it.pupils},${it.fsm},${it.eal},${it.sen}`;
    const place = `${it.town},${it.postcode},${it.easting},${it.northing}`;
    return `${register},${figures},${place},${it.telephone.replaceAll(' ', '')}`;
  });
  return [header, ...lines].join('\r\n');
}
