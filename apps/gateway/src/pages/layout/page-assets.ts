import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PageAssets } from './page-frame.js';

/** Address under which the folder of `assetsFolder()` is served, with names that may be cached for ever. */
export const ASSETS_PREFIX = '/assets/';

/** The folder `npm run build` fills, seen from the built gateway or from its source. */
export function assetsFolder(): string {
  const root = join(dirname(fileURLToPath(import.meta.url)), '../../../../..');
  const built = join(root, 'assets');
  return existsSync(join(built, 'manifest.json')) ? built : join(root, 'dist/assets');
}

/** Reads the manifest once; a missing one says which command writes it. */
export function loadPageAssets(folder = assetsFolder()): PageAssets {
  const manifest = readManifest(join(folder, 'manifest.json'));
  const address = (name: string): string => {
    const hashed = manifest[name];
    if (hashed === undefined)
      throw new Error(`The manifest of the page assets in ${folder} does not name ${name}`);
    return `${ASSETS_PREFIX}${hashed}`;
  };
  return {
    styles: address('linking.css'),
    script: address('linking.js'),
    sheetScript: address('sheet.js'),
    icon: address('mark.svg'),
    verifier: address('verify-evidence.mjs'),
  };
}

function readManifest(path: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
  } catch (cause) {
    throw new Error(`The page assets are not built: ${path} cannot be read. Run npm run build`, { cause });
  }
}
