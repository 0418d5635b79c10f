import type { Header } from '@linking/domain/schools/header.js';
import { readLinkRow, SuccessionGraph, type Succession } from '@linking/domain/schools/successors.js';
import type pg from 'pg';
import type { CsvRow } from './csv-rows.js';
import type { ImportTally } from './import-tally.js';

const BATCH = 500;

interface StoredLink {
  readonly from_urn: string;
  readonly to_urn: string;
  readonly from_name: string | null;
  readonly to_name: string | null;
  readonly link_type: string;
  readonly established_on: string | null;
}

/** Applies the rows of a file of links. Who goes on as whom in the whole register is small enough to be held. */
export class LinkRowApplier {
  private readonly graph = new SuccessionGraph();
  private readonly links = new Map<string, StoredLink>();
  /** Pairs this file told: the second row, from the other school's side, only fills what the first left open. */
  private readonly told = new Set<string>();
  private readonly written = new Map<string, StoredLink>();
  private batch: { line: number; row: Succession }[] = [];

  private constructor(
    private readonly client: pg.ClientBase,
    private readonly header: Header,
    private readonly tally: ImportTally,
  ) {}

  static async start(client: pg.ClientBase, header: Header, tally: ImportTally): Promise<LinkRowApplier> {
    const applier = new LinkRowApplier(client, header, tally);
    const { rows } = await client.query<StoredLink>(
      'select from_urn, to_urn, from_name, to_name, link_type, established_on::text from school_links',
    );
    for (const link of rows) {
      applier.links.set(pairOf(link.from_urn, link.to_urn), link);
      applier.graph.add(link.from_urn, link.to_urn);
    }
    return applier;
  }

  async add({ line, cells }: CsvRow): Promise<void> {
    const { row, errors } = readLinkRow(this.header, cells);
    for (const { column, message } of errors) this.tally.error(line, column, message);
    if (row) this.batch.push({ line, row });
    else if (errors.length === 0) this.tally.count('unchanged');
    if (this.batch.length >= BATCH) await this.flush();
  }

  async flush(): Promise<void> {
    const registered = await this.registered(this.batch.map(({ row }) => row.toldBy));
    for (const { line, row } of this.batch) this.apply(line, row, registered);
    this.batch = [];
    const links = JSON.stringify([...this.written.values()]);
    this.written.clear();
    await this.client.query(
      `insert into school_links select * from jsonb_populate_recordset(null::school_links, $1)
       on conflict (from_urn, to_urn) do update set from_name = excluded.from_name, to_name = excluded.to_name,
         link_type = excluded.link_type, established_on = excluded.established_on`,
      [links],
    );
  }

  private apply(line: number, row: Succession, registered: ReadonlySet<string>): void {
    if (!registered.has(row.toldBy)) {
      const message = `No school with the URN ${row.toldBy} is known. Import the register that has it first.`;
      return this.tally.error(line, this.header.urn.name, message);
    }
    const pair = pairOf(row.from, row.to);
    const stored = this.links.get(pair);
    if (!stored && this.graph.wouldCircle(row.from, row.to)) {
      const message = `${row.to} as the successor of ${row.from} would close a circle of successors.`;
      return this.tally.error(line, this.header.link?.urn.name ?? '', message);
    }
    const toldBefore = this.told.has(pair);
    const link = merged(row, stored, toldBefore);
    this.told.add(pair);
    if (stored && same(stored, link)) return this.tally.count('unchanged');
    this.tally.count(toldBefore ? 'unchanged' : stored ? 'changed' : 'added');
    this.graph.add(row.from, row.to);
    this.links.set(pair, link);
    this.written.set(pair, link);
  }

  private async registered(urns: readonly string[]): Promise<ReadonlySet<string>> {
    const { rows } = await this.client.query<{ urn: string }>('select urn from schools where urn = any($1)', [
      urns,
    ]);
    return new Set(rows.map(({ urn }) => urn));
  }
}

const pairOf = (from: string, to: string) => `${from}>${to}`;

function merged(row: Succession, stored: StoredLink | undefined, toldBefore: boolean): StoredLink {
  const isFrom = row.toldBy === row.from;
  const told: StoredLink = {
    from_urn: row.from,
    to_urn: row.to,
    from_name: isFrom ? null : (row.otherName ?? null),
    to_name: isFrom ? (row.otherName ?? null) : null,
    link_type: row.type,
    established_on: row.on ?? null,
  };
  if (!stored) return told;
  const [strong, weak] = toldBefore ? [stored, told] : [told, stored];
  return {
    ...strong,
    from_name: strong.from_name ?? weak.from_name,
    to_name: strong.to_name ?? weak.to_name,
    established_on: strong.established_on ?? weak.established_on,
  };
}

function same(a: StoredLink, b: StoredLink): boolean {
  return (Object.keys(b) as (keyof StoredLink)[]).every((key) => a[key] === b[key]);
}
