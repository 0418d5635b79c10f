import { announceImports } from '@linking/application/schools/announce-imports.js';
import { findSchools, school, schoolsByUrn } from '@linking/application/schools/find-schools.js';
import { importSchools, type ImportOptions } from '@linking/application/schools/import-schools.js';
import { lineageOf } from '@linking/application/schools/lineage.js';
import { openSuccessorsOf } from '@linking/application/schools/successor-of.js';
import { ImportRefused } from '@linking/domain/schools/import-refused.js';
import type { EventStore } from '@linking/events/event-store.js';
import { PostgresEventStore } from '@linking/events/postgres/postgres-event-store.js';
import { SetClock } from '@linking/platform/clock/clock.js';
import { createPool } from '@linking/platform/database/pool.js';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type pg from 'pg';
import { freshDatabase, type TestDatabase } from './support/database.js';

const JOINED = 'tests/data/schools-joined.csv';
const OF_2017 = 'tests/data/edubase-2017-sample.csv';
const HEADER = 'URN,LA (code),EstablishmentName,EstablishmentStatus (name),CloseDate,Town,Postcode';

let database: TestDatabase;
let pool: pg.Pool;
let store: EventStore;
const clock = new SetClock('2026-11-23T09:00:00.000Z');

function importFrom(source: AsyncIterable<Uint8Array>, options: Partial<ImportOptions> = {}) {
  return importSchools({ pool, store, clock }, source, { actor: 'worker:spec', channel: 'cli', ...options });
}

const importFile = (path: string, options?: Partial<ImportOptions>) =>
  importFrom(createReadStream(path), options);

// In pieces of seven bytes, so that letters and line ends are cut in two.
function importText(content: string | Buffer, options?: Partial<ImportOptions>) {
  const bytes = Buffer.from(content);
  const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, i) =>
    bytes.subarray(i * 7, i * 7 + 7),
  );
  return importFrom(Readable.from(pieces), options);
}

const lines = (...rows: readonly string[]) => `${rows.join('\r\n')}\r\n`;

async function refusalOf(importing: Promise<unknown>): Promise<ImportRefused> {
  const error: unknown = await importing.then(
    () => new Error('The file was accepted.'),
    (cause: unknown) => cause,
  );
  if (error instanceof ImportRefused) return error;
  throw error;
}

async function countSchools(): Promise<number> {
  const { rows } = await pool.query<{ n: number }>('select count(*)::int as n from schools');
  return rows[0]!.n;
}

async function importEvents() {
  const { events } = await store.readAll({ prefixes: ['import-'], limit: 100 });
  return events.map(({ envelope }) => envelope);
}

beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool({ url: database.url, name: 'schools-import' });
  store = new PostgresEventStore(pool);
});

afterAll(async () => {
  await store.close();
  await pool.end();
  await database.drop();
});

async function emptyRegister(): Promise<void> {
  clock.set('2026-11-23T09:00:00.000Z');
  await pool.query('truncate schools, school_links, school_imports');
}

describe('the real register', () => {
  beforeEach(emptyRegister);

  test('comes in whole, once, and again changes nothing', async () => {
    const first = await importFile(JOINED);
    expect(first).toMatchObject({ kind: 'register', added: 1887, changed: 0, closed: 0, unchanged: 0 });
    expect(first.errors).toEqual([]);
    clock.set('2027-01-11T09:00:00.000Z');
    const again = await importFile(JOINED);
    expect(again).toMatchObject({ added: 0, changed: 0, closed: 0, unchanged: 1887 });
    expect(await countSchools()).toBe(1887);
  });

  test('of 2017 fills gaps and overwrites nothing that is newer', async () => {
    await importFile(JOINED, { asOf: '2022-07-01' });
    const before = await school(pool, '100885');
    const old = await importFile(OF_2017, { asOf: '2017-09-01' });
    expect(old.added + old.changed + old.unchanged).toBe(699);
    expect(old.older).toBe(699 - old.added);
    const after = await school(pool, '100885');
    expect(after).toEqual({ ...before, telephone: '02077902824', lowAge: 2, highAge: 5 });
    expect(await importFile(OF_2017)).toMatchObject({ added: 0, changed: 0, unchanged: 699 });
  });

  test('keeps figures with their date and source', async () => {
    await importFile(JOINED, { asOf: '2022-07-01' });
    expect(await school(pool, '100891')).toMatchObject({
      name: 'Bonner Primary School',
      laName: 'Tower Hamlets',
      typeGroup: 'Local authority maintained schools',
      phase: 'primary',
      faithGroup: 'none',
      postcode: 'E2 0NF',
      easting: 535478,
      figures: {
        pupils: { value: 873, asOf: '2022-07-01', source: 'register' },
        fsmEver: { value: 32.5, asOf: '2022-07-01', source: 'census' },
        eal: { value: 77, asOf: '2022-07-01', source: 'census' },
        sen: { value: 8, asOf: '2022-07-01', source: 'census' },
      },
    });
  });

  test('tried out changes nothing and says what it would do', async () => {
    expect(await importFile(JOINED, { dryRun: true })).toMatchObject({ added: 1887, errors: [] });
    expect(await countSchools()).toBe(0);
    expect((await pool.query('select from school_imports')).rowCount).toBe(0);
  });

  test('tells how far it is', async () => {
    const told: [string, number, number | undefined, number][] = [];
    await importFile(JOINED, {
      onProgress: ({ phase, bytes, totalBytes, rows }) => told.push([phase, bytes, totalBytes, rows]),
    });
    expect(told[0]![0]).toBe('receiving');
    expect(told.at(-1)).toEqual(['reading', 289391, 289391, 1887]);
  });
});

describe('the rules of a register file', () => {
  beforeEach(emptyRegister);

  const school1 = '107245,380,Lidget Green Primary,Open,,Bradford,BD7 2QN';
  const school2 = '107246,380,"St Mary\'s, Manningham",Open,,Bradford,BD8 7AB';

  test('a blank, NA, SPE or SUPP never erases, and an absent school is untouched', async () => {
    await importText(lines(HEADER, school1, school2));
    const result = await importText(lines(HEADER, '107245,NA,Lidget Green Primary,,SUPP,SPE,'));
    expect(result).toMatchObject({ changed: 0, unchanged: 1 });
    expect(await school(pool, '107245')).toMatchObject({ laCode: '380', status: 'Open', town: 'Bradford' });
    expect(await school(pool, '107246')).toMatchObject({ status: 'Open' });
  });

  test('a close date that has come closes a school and counts as closed', async () => {
    await importText(lines(HEADER, school1, school2));
    const closing = lines(
      HEADER,
      '107245,380,Lidget Green Primary,Closed,31-08-2026,Bradford,BD7 2QN',
      school2,
    );
    expect(await importText(closing)).toMatchObject({ added: 0, changed: 0, closed: 1, unchanged: 1 });
    expect(await school(pool, '107245')).toMatchObject({ status: 'Closed', closedOn: '2026-08-31' });
  });

  test('a file read a second time does not undo what came in between', async () => {
    const march = lines(HEADER, school1);
    await importText(march);
    clock.set('2026-11-24T09:00:00.000Z');
    await importText(lines(HEADER, school1.replace('Lidget Green Primary', 'Lidget Green Academy')));
    clock.set('2026-11-25T09:00:00.000Z');
    expect(await importText(march)).toMatchObject({ changed: 0, unchanged: 1, older: 1 });
    expect((await school(pool, '107245'))?.name).toBe('Lidget Green Academy');
  });

  test('bad rows are listed with line and column, whatever line breaks stand in cells before, and the others come in', async () => {
    const result = await importText(
      lines(
        `${HEADER},Easting`,
        `${school1},`,
        '107247,380,"Two\r\nlines\r\nof name",Open,,Bradford,BD1 1AA,',
        '',
        'NAT,380,England,Open,,,,',
        '107248,380,Short row',
        `${school2},west`,
        '107249,380,,Open,,Bradford,BD1 1AA,',
        `${school2},`,
        ',,,,,,,',
      ),
    );
    expect(result).toMatchObject({ added: 3, changed: 0, unchanged: 0 });
    expect(result.errors.map(({ line, column }) => [line, column])).toEqual([
      [7, 'URN'],
      [8, ''],
      [9, 'Easting'],
      [10, 'EstablishmentName'],
      [11, 'URN'],
    ]);
    expect((await school(pool, '107247'))?.name).toBe('Two lines of name');
  });

  test('with "strict" one error refuses the whole file and every error is listed', async () => {
    const file = lines(HEADER, school1, 'NAT,,,,,,', '1072,,,,,,');
    const refusal = await refusalOf(importText(file, { strict: true }));
    expect(refusal.code).toBe('IMPORT_HAS_ERRORS');
    expect(refusal.more.result?.errors.map(({ line }) => line)).toEqual([3, 4]);
    expect(await countSchools()).toBe(0);
  });

  test('no more than a thousand errors are listed, and all are counted', async () => {
    const result = await importText(lines(HEADER, ...Array.from({ length: 1200 }, () => 'NAT,,,,,,')));
    expect(result.errors).toHaveLength(1000);
    expect(result.errorCount).toBe(1200);
  });
});

describe('a file that cannot be read imports nothing', () => {
  beforeEach(emptyRegister);

  const good = Array.from({ length: 600 }, (_, i) => `${200000 + i},380,School ${i},Open,,Bradford,BD1 1AA`);

  test.each([
    ['a quotation mark that is never closed', [...good, '107245,380,"Lidget,Open,,,'], 602],
    ['a quotation mark inside a word', [...good, '107245,380,Lid"get,Open,,,', ...good], 602],
    ['more after a closing quotation mark', [good[0]!, '107245,380,"Lidget" Green,Open,,,'], 3],
  ])('%s', async (_what, rows, line) => {
    const refusal = await refusalOf(importText(lines(HEADER, ...rows)));
    expect(refusal).toMatchObject({ code: 'IMPORT_UNREADABLE', more: { line } });
    expect(await countSchools()).toBe(0);
  });

  test('a header we do not know, named by what is missing', async () => {
    const refusal = await refusalOf(importText(lines('Name,Town', 'Lidget Green,Bradford')));
    expect(refusal.code).toBe('IMPORT_HEADER_UNKNOWN');
    expect(refusal.sentence).toContain('URN is missing');
  });

  test.each([
    ['an empty file', Buffer.alloc(0)],
    ['UTF-16', Buffer.from(lines(HEADER, good[0]!), 'utf16le')],
    ['bytes of no encoding', Buffer.concat([Buffer.from(lines(HEADER)), Buffer.from([0x81, 0xff])])],
    [
      'damaged UTF-8',
      Buffer.concat([
        Buffer.from(lines(HEADER, '107245,380,École à côté,Open,,,')),
        Buffer.from([0xe9, 0x2c]),
      ]),
    ],
  ])('%s', async (_what, bytes) => {
    expect((await refusalOf(importText(bytes))).code).toBe('IMPORT_UNREADABLE');
    expect(await countSchools()).toBe(0);
  });

  test('a date that has not come is no date of a file', async () => {
    expect((await refusalOf(importText(lines(HEADER), { asOf: '2027-01-01' }))).code).toBe('IMPORT_DATE');
  });
});

describe('the letters of a file', () => {
  beforeEach(emptyRegister);

  const row = '107245,380,École St Désiré’s,Open,,Bradford,BD7 2QN';
  const inWindows1252 = Buffer.from(lines(HEADER, row).replace('’', '\u0092'), 'latin1');

  test.each([
    ['UTF-8', Buffer.from(lines(HEADER, row))],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${lines(HEADER, row)}`)],
    ['Windows-1252', inWindows1252],
  ])('of %s are read', async (_encoding, bytes) => {
    expect(await importText(bytes)).toMatchObject({ added: 1, errors: [] });
    expect((await school(pool, '107245'))?.name).toBe('École St Désiré’s');
    expect((await findSchools(pool, { q: 'ecole desires', limit: 5 })).items).toHaveLength(1);
  });
});

describe('census figures', () => {
  beforeEach(emptyRegister);

  test('come to known schools; unknown schools and totals are errors', async () => {
    await importText(lines(HEADER, '107245,380,Lidget Green Primary,Open,,Bradford,BD7 2QN'));
    const census = lines(
      'URN,NOR,PNUMFSMEVER,PNUMEAL,PSENELK',
      '107245,412,27.4%,71.2,SUPP',
      '999999,10,1,1,1',
      'NAT,8000000,25,20,14',
    );
    const result = await importText(census, { asOf: '2026-01-15' });
    expect(result).toMatchObject({ kind: 'census', added: 0, changed: 1, unchanged: 0 });
    expect(result.errors.map(({ line, column }) => [line, column])).toEqual([
      [3, 'URN'],
      [4, 'URN'],
    ]);
    expect((await school(pool, '107245'))?.figures).toEqual({
      pupils: { value: 412, asOf: '2026-01-15', source: 'census' },
      fsmEver: { value: 27.4, asOf: '2026-01-15', source: 'census' },
      eal: { value: 71.2, asOf: '2026-01-15', source: 'census' },
    });
    expect(await importText(census)).toMatchObject({ changed: 0, unchanged: 1 });
    const older = lines('URN,PNUMEAL,PSENELK', '107245,60,12.5');
    await importText(older, { asOf: '2025-01-16' });
    expect((await school(pool, '107245'))?.figures).toMatchObject({
      eal: { value: 71.2, asOf: '2026-01-15' },
      sen: { value: 12.5, asOf: '2025-01-16' },
    });
  });
});

describe('links between schools', () => {
  beforeEach(emptyRegister);

  const LINKS = 'URN,LinkURN,LinkName,LinkType,LinkEstablishedDate';
  const register = lines(
    HEADER,
    '107245,380,St Mary’s,Closed,31-08-2018,Bradford,BD7 2QN',
    '140001,380,St Mary’s Academy,Closed,31-08-2025,Bradford,BD7 2QN',
    '149210,380,St Mary’s Catholic Academy,Open,,Bradford,BD7 2QN',
  );

  test('lead from a closed school to the one that stands today', async () => {
    await importText(register);
    const file = Buffer.from(
      lines(
        LINKS,
        '107245,140001,St Mary\u0092s Academy,Successor,01-09-2018',
        '140001,107245,St Mary\u0092s,Predecessor,01-09-2018',
        '140001,149210,St Mary\u0092s Catholic Academy,Successor - amalgamated,01-09-2025',
        '149210,140002,Centre,Sixth Form Centre Link,01-09-2025',
        '555555,149210,Unknown here,Successor,01-09-2025',
      ),
      'latin1',
    );
    const result = await importText(file);
    expect(result).toMatchObject({ kind: 'links', added: 2, changed: 0, closed: 0, unchanged: 2 });
    expect(result.errors.map(({ line, column }) => [line, column])).toEqual([[6, 'URN']]);
    const today = { urn: '149210', name: 'St Mary’s Catholic Academy', on: '2025-09-01' };
    expect(await openSuccessorsOf(pool, '107245', '2025-10-01')).toEqual([today]);
    expect([...((await lineageOf(pool, ['107245'])).get('107245') ?? [])].sort()).toEqual([
      '107245',
      '140001',
      '149210',
    ]);
    expect(await openSuccessorsOf(pool, '149210', '2025-10-01')).toEqual([]);
    expect(await importText(file)).toMatchObject({ added: 0, changed: 0, unchanged: 4 });
  });

  test('that would make a school its own successor are refused row by row', async () => {
    await importText(register);
    const result = await importText(
      lines(
        LINKS,
        '107245,140001,A,Successor,',
        '140001,149210,B,Successor,',
        '149210,107245,C,Successor,',
        '149210,149210,D,Successor,',
      ),
    );
    expect(result).toMatchObject({ added: 2 });
    expect(result.errors.map(({ line, column }) => [line, column])).toEqual([
      [4, 'LinkURN'],
      [5, 'LinkURN'],
    ]);
  });

  test('after a split a person must choose', async () => {
    await importText(register);
    await importText(lines(LINKS, '107245,149210,A,Successor,', '107245,555001,B,Successor - Split School,'));
    const choices = await openSuccessorsOf(pool, '107245', '2025-08-01');
    expect(choices.map(({ urn }) => urn)).toEqual(['149210', '555001']);
    // The twin of a split is another school.
    expect((await lineageOf(pool, ['555001'])).get('555001')).toEqual(new Set(['555001', '107245']));
  });
});

describe('what the log says of an import', () => {
  beforeEach(emptyRegister);

  const file = lines(HEADER, '107245,380,Lidget Green Primary,Open,,Bradford,BD7 2QN', 'NAT,,,,,,');

  test('one event for a file that changed something, none for a trial or a file that changed nothing', async () => {
    const before = (await importEvents()).length;
    await importText(file, { dryRun: true });
    await importText(file);
    await importText(file);
    const events = (await importEvents()).slice(before);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      type: 'SchoolsImported.v1',
      occurredOn: '2026-11-23',
      recordedAt: '2026-11-23T09:00:00.000Z',
      actor: 'worker:spec',
      channel: 'cli',
      data: { kind: 'register', added: 1, changed: 0, closed: 0, unchanged: 0, errors: 1 },
    });
    expect((await pool.query('select from school_imports')).rowCount).toBe(2);
  });

  test('a crash between the tables and the log heals, and the event is there once', async () => {
    const before = (await importEvents()).length;
    await importText(file);
    await pool.query('update school_imports set announced = false');
    await announceImports(pool, store);
    expect((await importEvents()).length).toBe(before + 1);
    expect((await pool.query('select from school_imports where not announced')).rowCount).toBe(0);
  });

  test('of two imports at the same moment one is asked to wait', async () => {
    const outcomes = await Promise.allSettled([importFile(JOINED), importFile(JOINED)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'IMPORT_RUNNING' },
    });
    expect(await countSchools()).toBe(1887);
  });
});

describe('finding schools', () => {
  beforeAll(async () => {
    await emptyRegister();
    await importFile(JOINED);
  });

  test('by part of the name, by URN, by postcode with or without its space', async () => {
    const found = async (q: string) =>
      (await findSchools(pool, { q, limit: 50 })).items.map(({ urn }) => urn);
    expect(await found('bonner prim')).toEqual(['100891']);
    expect(await found('100891')).toEqual(['100891']);
    expect(await found('E2 0NF')).toContain('100891');
    expect(await found('e20nf')).toContain('100891');
    expect(await found('no such school')).toEqual([]);
  });

  test('page by page every school of an area comes once, in the order of names', async () => {
    const names: string[] = [];
    const urns = new Set<string>();
    let after: string | undefined;
    do {
      const page = await findSchools(pool, { laCodes: ['380'], after, limit: 50 });
      for (const { urn, name } of page.items) {
        urns.add(urn);
        names.push(name.toLowerCase());
      }
      after = page.next;
    } while (after !== undefined);
    expect(urns.size).toBe(229);
    expect(names).toHaveLength(229);
    expect(names).toEqual(names.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
  });

  test('an area of districts has only their schools', async () => {
    await importText(
      lines('URN,EstablishmentName,DistrictAdministrative (code)', '119000,Burnley Primary,E07000117'),
    );
    const { items } = await findSchools(pool, { laCodes: [], districtCodes: ['E07000117'], limit: 50 });
    expect(items.map(({ urn }) => urn)).toEqual(['119000']);
  });

  test('several at once, and unknown ones are simply absent', async () => {
    const found = await schoolsByUrn(pool, ['100891', '999999']);
    expect([...found.keys()]).toEqual(['100891']);
  });
});
