import type { Chance } from './chance.js';
import type { InventedSchool } from './invented-schools.js';

/** People who do not exist: names drawn from two lists, addresses under `.example`. */
const given = [
  'Tom|Saira|Julia|David|Aisha|Grace|Imran|Helen|Yusuf|Rachel|Daniel|Nadia|Claire|Omar|Ruth|Samuel|Farah|Lucy|Hamza',
  'Emma|Bilal|Joanna|Peter|Zara|Martin|Leila|Hannah|Adam|Priya|Sophie|Khalid|Megan|Nikhil|Alice|Tariq|Esther|Simon',
].flatMap((line) => line.split('|'));

const family = [
  'Reeve|Malik|Ashdown|Okafor|Begum|Fenwick|Raza|Holroyd|Hussain|Sugden|Akhtar|Thackray|Patel|Whitaker|Ahmed',
  'Barraclough|Mahmood|Illingworth|Shah|Crossley|Iqbal|Midgley|Kaur|Lumb|Rahman|Feather|Nowak|Greenwood|Chaudhry',
  'Priestley|Siddiqui|Haigh|Osei|Murgatroyd|Yilmaz|Hartley|Bashir|Dewhirst|Hassan',
].flatMap((line) => line.split('|'));

export interface InventedPerson {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

/** The people of one programme's schools. */
export class People {
  readonly #names = new Set<string>();
  readonly #addresses = new Set<string>();

  constructor(
    private readonly chance: Chance,
    private readonly programme: { readonly slug: string; readonly telephone: string },
  ) {}

  /** Draws a person of a school; no two of a programme are alike. */
  of(school: Pick<InventedSchool, 'name'>): InventedPerson {
    const domain = `${domainOf(school.name)}.${this.programme.slug}.example`;
    for (;;) {
      const [first, last] = [this.chance.pick(given), this.chance.pick(family)];
      const name = `${first} ${last}`;
      const email = `${first[0]}.${last}@${domain}`.toLowerCase();
      if (this.#names.has(name) || this.#addresses.has(email)) continue;
      this.#names.add(name);
      this.#addresses.add(email);
      // The schools have the first hundred of the numbers kept free for fiction.
      const number = 100 + (this.#names.size % 900);
      return { name, email, phone: `${this.programme.telephone}${String(number).padStart(3, '0')}` };
    }
  }
}

const domainOf = (school: string) =>
  school
    .split(' ')
    .slice(0, 2)
    .join('')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
