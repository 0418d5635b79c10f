// Imports an invented register of 50,000 schools and about 60 MB twice; prints seconds and growth of memory.
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { importTypeScript } from '../tests/support/typescript-imports.mjs';

const ROWS = Number(process.env['ROWS'] ?? 50_000);
const { startEmbeddedPostgres } = await importTypeScript(
  'libs/platform/src/embedded-postgres/start-embedded-postgres.ts',
);
const { createPool } = await importTypeScript('libs/platform/src/database/pool.ts');
const { migrate } = await importTypeScript('libs/platform/src/database/migrate.ts');
const { systemClock } = await importTypeScript('libs/platform/src/clock/clock.ts');
const { PostgresEventStore } = await importTypeScript('libs/events/src/postgres/postgres-event-store.ts');
const { eventLogMigrations } = await importTypeScript('libs/events/src/postgres/schema.ts');
const { importSchools } = await importTypeScript('libs/application/src/schools/import-schools.ts');
const { schoolsMigrations } = await importTypeScript('libs/application/src/schools/schools-schema.ts');

const columns = (await readFile('tests/data/gias-columns.txt', 'utf8')).trim().split('\n');
const known = {
  'LA (code)': () => '380',
  EstablishmentName: (i) => `"Invented School ${i}, Upper"`,
  'TypeOfEstablishment (name)': () => 'Community school',
  'EstablishmentTypeGroup (name)': () => 'Local authority maintained schools',
  'EstablishmentStatus (name)': () => 'Open',
  OpenDate: () => '01-09-1990',
  CloseDate: () => '',
  'PhaseOfEducation (name)': (i) => (i % 4 === 0 ? 'Secondary' : 'Primary'),
  StatutoryLowAge: () => '4',
  StatutoryHighAge: () => '11',
  'ReligiousCharacter (name)': (i) => (i % 3 === 0 ? 'Church of England' : 'Does not apply'),
  CensusDate: () => '15-01-2026',
  NumberOfPupils: (i) => String(200 + (i % 400)),
  PercentageFSM: (i) => String(i % 60),
  LastChangedDate: () => '01-03-2026',
  Town: () => 'Bradford',
  Postcode: (i) => `BD${1 + (i % 20)} ${i % 10}AB`,
  SchoolWebsite: (i) => `www.school-${i}.example`,
  TelephoneNum: (i) => `01274${String(100000 + (i % 899999))}`,
  'DistrictAdministrative (code)': () => 'E08000032',
  'UrbanRural (name)': () => '(England/Wales) Urban major conurbation',
  Easting: (i) => String(410000 + (i % 9000)),
  Northing: (i) => String(430000 + (i % 9000)),
};

function* register() {
  yield `${['URN', ...columns.slice(1)].join(',')}\r\n`;
  for (let i = 0; i < ROWS; i += 100) {
    let piece = '';
    for (let n = i; n < Math.min(i + 100, ROWS); n++) {
      const cells = columns.map((name) => known[name]?.(n) ?? 'Recorded');
      piece += `${[100000 + n, ...cells.slice(1)].join(',')}\r\n`;
    }
    yield piece;
  }
}

const dataDir = path.resolve('.data', `bench-import-${process.pid}`);
await mkdir(dataDir, { recursive: true });
const server = await startEmbeddedPostgres({ dataDir });
const pool = createPool({ url: server.ownerUrl, name: 'bench-import' });
const store = new PostgresEventStore(pool);
try {
  await migrate(pool, [...eventLogMigrations, ...schoolsMigrations]);
  for (const run of ['first', 'again']) {
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    let most = before;
    let bytes = 0;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
    const start = performance.now();
    const source = Readable.from(register()).map((piece) => Buffer.from(piece));
    const { errors, ...counts } = await importSchools({ pool, store, clock: systemClock }, source, {
      actor: 'worker:bench',
      channel: 'cli',
      onProgress: (progress) => (bytes = progress.totalBytes ?? progress.bytes),
    });
    clearInterval(watch);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const mb = (n) => `${Math.round(n / 1024 / 1024)} MB`;
    console.log(
      `${run}: ${mb(bytes)}, ${seconds} s, memory ${mb(before)} + ${mb(most - before)}, ` +
        `${JSON.stringify(counts)}, errors ${errors.length}`,
    );
    if (errors[0]) console.log(errors[0]);
  }
} finally {
  await store.close();
  await pool.end();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}
