import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** The pages under React 19, bundled and minified, put among the files of the product and packed as they are. */
export async function buildReactApp(
  root: string,
): Promise<{ readonly name: string; remove(): Promise<void> }> {
  const react = path.join(root, 'bench/react');
  const { outputFiles } = await build({
    entryPoints: [path.join(react, 'app.mjs')],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'drawn-by-react',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'drawn-by-react',
        setup(building) {
          const instead = (file: string) => () => ({ path: path.join(react, file) });
          building.onResolve({ filter: /^drawn-by-react\/jsx-runtime$/ }, instead('jsx-runtime.mjs'));
          building.onResolve({ filter: /^@linking\/domain\/calendar\/london\.js$/ }, instead('london.mjs'));
        },
      },
    ],
    tsconfigRaw: {},
  });
  const content = outputFiles[0]?.contents;
  if (content === undefined) throw new Error('The React pages were not bundled');
  const name = `bench-app-${createHash('sha256').update(content).digest('hex').slice(0, 10)}.js`;
  const file = path.join(root, 'dist/assets', name);
  await writeFile(file, content);
  await writeFile(`${file}.br`, brotliCompressSync(content));
  await writeFile(`${file}.gz`, gzipSync(content, { level: 9 }));
  return {
    name,
    async remove() {
      for (const ending of ['', '.br', '.gz']) await rm(`${file}${ending}`, { force: true });
    },
  };
}
