import { gzipSync } from 'node:zlib';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { loadPageAssets } from './page-assets.js';

const folder = mkdtempSync(join(tmpdir(), 'linking-assets-'));
let css = '';

beforeAll(() => {
  execFileSync(process.execPath, ['scripts/compile-styles.mjs', folder]);
  css = readFileSync(join(folder, basename(loadPageAssets(folder).styles)), 'utf8');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the built assets of the pages', () => {
  it('ship our own font and neither the font nor the crown of GOV.UK', () => {
    expect(css).toContain('font-family:"Figtree"');
    expect(css).not.toMatch(/GDS Transport|crown|govuk-header/i);
    expect(readdirSync(folder).join(' ')).not.toMatch(/crown|light-|bold-/);
  });

  it('fetch only files that lie beside the style sheet', () => {
    const fetched = [...css.matchAll(/url\(["']?([^"')]+)/g)].map((match) => match[1]);
    expect(fetched).toHaveLength(2);
    for (const file of fetched) expect(readdirSync(folder)).toContain(file);
    expect(css).not.toMatch(/@import|https?:\/\//);
  });

  it('stay light: less than 14 kB of styles on the way', () => {
    expect(gzipSync(css).length).toBeLessThan(14_000);
  });

  it('carry the hash of their content in their names', () => {
    const assets = loadPageAssets(folder);
    expect(assets.styles).toMatch(/^\/assets\/linking-[0-9a-f]{10}\.css$/);
    expect(assets.script).toMatch(/^\/assets\/linking-[0-9a-f]{10}\.js$/);
    for (const address of Object.values(assets)) expect(readdirSync(folder)).toContain(basename(address));
  });

  it('say what to run when they were never built', () => {
    expect(() => loadPageAssets(join(folder, 'nowhere'))).toThrow(/Run npm run build/);
  });
});
