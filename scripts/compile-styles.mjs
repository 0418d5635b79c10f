// Fills dist/assets: style sheet, script, icon and fonts, each named by a hash of its content and packed beside it.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { compile, NodePackageImporter } from 'sass';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const fonts = ['figtree-latin-wght-normal.woff2', 'figtree-latin-ext-wght-normal.woff2'];

/** The style sheet as text, with fonts under their own names. */
export function compileStyles() {
  return compile(join(root, 'apps/gateway/src/pages/styles/linking.scss'), {
    style: 'compressed',
    importers: [new NodePackageImporter(root)],
    charset: false,
  }).css;
}

export function buildAssets(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const manifest = {};
  const add = (name, content) => {
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
    manifest[name] = `${basename(name, extname(name))}-${hash}${extname(name)}`;
    writeFileSync(join(folder, manifest[name]), content);
    if (extname(name) === '.woff2') return;
    writeFileSync(join(folder, `${manifest[name]}.br`), brotliCompressSync(content));
    writeFileSync(join(folder, `${manifest[name]}.gz`), gzipSync(content, { level: 9 }));
  };
  for (const font of fonts)
    add(font, readFileSync(require.resolve(`@fontsource-variable/figtree/files/${font}`)));
  add(
    'linking.css',
    fonts.reduce((css, font) => css.replaceAll(font, manifest[font]), compileStyles()),
  );
  add('linking.js', readFileSync(join(root, 'apps/gateway/assets/linking.js')));
  add('sheet.js', readFileSync(join(root, 'apps/gateway/assets/sheet.js')));
  add('verify-evidence.mjs', readFileSync(join(root, 'tools/verify-evidence.mjs')));
  add('mark.svg', readFileSync(join(root, 'apps/gateway/assets/mark.svg')));
  writeFileSync(
    join(folder, 'figtree-licence.txt'),
    readFileSync(require.resolve('@fontsource-variable/figtree/LICENSE')),
  );
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  buildAssets(process.argv[2] ?? join(root, 'dist/assets'));
