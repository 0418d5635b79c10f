import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';

// Plain Node imports our TypeScript: the specs, and the small programs that they start.
const root = new URL('../../', import.meta.url);
const swc = JSON.parse(readFileSync(new URL('.swcrc', root), 'utf8'));
const kept = new URL('node_modules/.cache/specs/', root);
mkdirSync(kept, { recursive: true });

registerHooks({
  resolve(specifier, context, next) {
    const own = /^@linking\/([^/]+)\/(.*)\.js$/.exec(specifier);
    const file = own
      ? new URL(`libs/${own[1]}/src/${own[2]}.ts`, root).href
      : specifier.startsWith('.') && isTypeScript(context.parentURL ?? '')
        ? new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL).href
        : undefined;
    const url = file && [file, `${file}x`].find((it) => existsSync(fileURLToPath(it)));
    return url ? { url, format: 'module', shortCircuit: true } : next(specifier, context);
  },
  load(url, context, next) {
    if (!isTypeScript(url)) return next(url, context);
    return { format: 'module', source: javaScriptOf(fileURLToPath(url)), shortCircuit: true };
  },
});

const isTypeScript = (url) => /\.tsx?(?:\?|$)/.test(url) && !url.includes('/node_modules/');

/** Compiled once for each content of a file. */
function javaScriptOf(filename) {
  const source = readFileSync(filename, 'utf8');
  const key = createHash('sha256')
    .update(JSON.stringify([filename, swc]))
    .update(source)
    .digest('hex');
  const place = fileURLToPath(new URL(`${key}.js`, kept));
  if (existsSync(place)) return readFileSync(place, 'utf8');
  const { code } = transformSync(source, { ...swc, filename, swcrc: false });
  // Two workers may write the same at once.
  writeFileSync(`${place}.${process.pid}`, code);
  renameSync(`${place}.${process.pid}`, place);
  return code;
}

/** @param path of a source file, from the root of the project */
export const importTypeScript = (path) => import(pathToFileURL(fileURLToPath(new URL(path, root))).href);
