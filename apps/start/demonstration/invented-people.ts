import type { Chance } from './chance.js';

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

/** Draws a person of a school; no two are alike. */
export class People {
  readonly #used = new Set<string>();

  constructor(private readonly chance: Chance) {}

  of(school: { readonly name: string; readonly urn: string }): InventedPerson {
    for (;;) {
      const [first, last] = [this.chance.pick(given), this.chance.pick(family)];
      const name = `${first} ${last}`;
      const domain = school.name
        .split(' ')
        .slice(0, 2)
        .join('')
        .toLowerCase()
        .replace(/[^a-z]/g, '');
      const email = `${first[0]}.${last}@${domain}.example`.toLowerCase();
      if (this.#used.has(name) || this.#used.has(email)) continue;
      this.#used.add(name).add(email);
      // 01632 960xxx is kept free for fiction; the schools have the first hundred.
      return { name, email, phone: `01632 960${String(100 + this.#used.size / 2).padStart(3, '0')}` };
    }
  }
}
