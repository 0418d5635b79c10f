import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** What each part of the house may import of the others. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'libs/events': [],
  'libs/platform': [],
  'libs/domain': ['libs/events'],
  'libs/projections': ['libs/domain', 'libs/events'],
  'libs/notices': ['libs/domain', 'libs/events'],
  'libs/words': ['libs/domain', 'libs/events'],
  'libs/application': [
    'libs/domain',
    'libs/events',
    'libs/notices',
    'libs/platform',
    'libs/projections',
    'libs/words',
  ],
  'apps/gateway': ['libs/*'],
  'apps/workers': ['libs/*'],
  'apps/cli': ['libs/*'],
  'apps/start': ['libs/*', 'apps/gateway', 'apps/workers'],
};

/** Packages that only some parts may know. */
const packagesKeptOut: readonly (readonly [part: string, packages: RegExp])[] = [
  ['libs/domain', /^(@nestjs\/|pg$|bullmq|ioredis|node:)/],
  ['libs/events', /^(@nestjs\/|bullmq|ioredis)/],
  ['libs/platform', /^@nestjs\//],
  ['libs/projections', /^(@nestjs\/|bullmq|ioredis)/],
  ['libs/notices', /^(@nestjs\/|pg$|bullmq|ioredis|node:)/],
  ['libs/words', /^(@nestjs\/|pg$|bullmq|ioredis|node:)/],
  ['apps/gateway', /^(bullmq|ioredis)/],
];

interface Import {
  readonly file: string;
  readonly part: string;
  readonly target: string;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}

const partOf = (file: string) =>
  file === 'apps/start.ts' ? 'apps/start' : file.split('/').slice(0, 2).join('/');
const isForSpecs = (file: string) => /\.spec\.tsx?$|\/spec-support\/|\/contract\/|\/samples\//.test(file);

const files = ['libs', 'apps'].flatMap(sourceFiles);
const imports: readonly Import[] = files
  .filter((file) => !isForSpecs(file))
  .flatMap((file) =>
    [...readFileSync(path.join(root, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
      (match) => ({
        file,
        part: partOf(file),
        target: match[1] ?? '',
      }),
    ),
  );

/** The part of the house an import leads to, or `undefined` for a package. */
function targetPart({ file, target }: Import): string | undefined {
  const alias = /^@linking\/([^/]+)\//.exec(target);
  if (alias) return `libs/${alias[1]}`;
  if (!target.startsWith('.')) return undefined;
  return partOf(path.relative(root, path.resolve(root, path.dirname(file), target)));
}

describe('the house', () => {
  test('has no part that nobody drew rules for', () => {
    expect([...new Set(files.map(partOf))].filter((part) => !(part in mayImport))).toEqual([]);
    expect(imports.length).toBeGreaterThan(500);
  });

  test('lets imports point inwards only', () => {
    const outwards = imports.filter((it) => {
      const target = targetPart(it);
      if (target === undefined || target === it.part) return false;
      const allowed = mayImport[it.part] ?? [];
      return !allowed.includes(target) && !(target.startsWith('libs/') && allowed.includes('libs/*'));
    });
    expect(outwards).toEqual([]);
  });

  test('keeps frameworks, queues and the outside world out of the rules', () => {
    const strangers = imports.filter((it) =>
      packagesKeptOut.some(([part, packages]) => it.part === part && packages.test(it.target)),
    );
    expect(strangers).toEqual([]);
  });

  test('lets the domain know only the types and codes of the published language', () => {
    const values = files
      .filter((file) => file.startsWith('libs/domain/') && !isForSpecs(file))
      .flatMap((file) =>
        [
          ...readFileSync(path.join(root, file), 'utf8').matchAll(
            /^import (?!type)[^;]*'(@linking\/events\/[^']+)'/gm,
          ),
        ].map((match) => `${file}: ${match[1]}`),
      )
      .filter((line) => !/\/(codes|upcasting\/present-language|streams|event-ids)\.js$/.test(line));
    expect(values).toEqual([]);
  });

  test('has no clock, chance or environment in the rules', () => {
    const impure = files
      .filter((file) => /^libs\/(domain|notices|words)\//.test(file) && !isForSpecs(file))
      .filter((file) =>
        /Date\.now\(|new Date\(\)|Math\.random|process\.|Temporal\.Now/.test(
          readFileSync(path.join(root, file), 'utf8'),
        ),
      );
    expect(impure).toEqual([]);
  });

  test('names its files after what is in them', () => {
    expect(
      files.filter((file) => /(^|\/)(utils?|helpers?|common|manager|misc|index)(\.|\/|$)/.test(file)),
    ).toEqual([]);
    expect(files.filter((file) => !/^[a-z0-9.-]+$/.test(path.basename(file)))).toEqual([]);
  });
});
