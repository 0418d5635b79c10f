import type { Header } from '@linking/domain/schools/header.js';
import { mergeSchool, newSchool, type FileDates, type Merged } from '@linking/domain/schools/merge.js';
import { readSchoolRow, type SchoolRow } from '@linking/domain/schools/read-row.js';
import type { SchoolRecord } from '@linking/domain/schools/school-record.js';
import type pg from 'pg';
import type { CsvRow } from './csv-rows.js';
import type { ImportTally } from './import-tally.js';
import { recordOf, saveSchools, SCHOOL_COLUMNS, type SchoolTableRow } from './school-rows.js';

const BATCH = 500;
const URNS = 1_000_000;

/** Applies the rows of a register or census file in batches; each batch reads and writes only the schools it names. */
export class SchoolRowApplier {
  private batch: { line: number; row: SchoolRow }[] = [];
  /** Line on which a URN stood first, by URN: four megabytes however long the file is. */
  private readonly seenOn = new Uint32Array(URNS);

  constructor(
    private readonly client: pg.ClientBase,
    private readonly header: Header,
    private readonly dates: FileDates,
    private readonly tally: ImportTally,
  ) {}

  async add({ line, cells }: CsvRow): Promise<void> {
    const { row, errors } = readSchoolRow(this.header, cells);
    for (const { column, message } of errors) this.tally.error(line, column, message);
    if (!row || this.isRepeated(line, row.urn)) return;
    this.batch.push({ line, row });
    if (this.batch.length >= BATCH) await this.flush();
  }

  async flush(): Promise<void> {
    const stored = await this.stored(this.batch.map(({ row }) => row.urn));
    const written: SchoolRecord[] = [];
    for (const { line, row } of this.batch) {
      const merged = this.merge(line, row, stored.get(row.urn));
      if (!merged) continue;
      this.tally.count(merged.outcome);
      if (merged.older) this.tally.countOlder();
      if (merged.write) written.push(merged.record);
    }
    this.batch = [];
    await saveSchools(this.client, written);
  }

  // Two rows for one school would change it to and fro each time the file is read: the first one counts.
  private isRepeated(line: number, urn: string): boolean {
    const first = this.seenOn[Number(urn)] ?? 0;
    if (first === 0) {
      this.seenOn[Number(urn)] = line;
      return false;
    }
    this.tally.error(
      line,
      this.header.urn.name,
      `URN ${urn} stands on line ${first} already; that row counts.`,
    );
    return true;
  }

  private merge(line: number, row: SchoolRow, stored: SchoolRecord | undefined): Merged | undefined {
    if (stored) return mergeSchool(stored, row, this.dates);
    if (this.header.kind === 'census') {
      const message = `No school with the URN ${row.urn} is known. Import the register that has it first.`;
      this.tally.error(line, this.header.urn.name, message);
      return undefined;
    }
    const { name } = row.details;
    if (name !== undefined) return newSchool({ ...row, details: { ...row.details, name } }, this.dates);
    this.tally.error(line, this.nameColumn(), `The new school ${row.urn} has no name.`);
    return undefined;
  }

  private nameColumn(): string {
    return this.header.name?.name ?? '';
  }

  private async stored(urns: readonly string[]): Promise<ReadonlyMap<string, SchoolRecord>> {
    const { rows } = await this.client.query<SchoolTableRow>(
      `select ${SCHOOL_COLUMNS} from schools where urn = any($1)`,
      [urns],
    );
    return new Map(rows.map((row) => [row.urn, recordOf(row)]));
  }
}
