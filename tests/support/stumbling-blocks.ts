import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Axe from 'axe-core';
import type { Page } from 'playwright-core';
import { DESK, PHONE, type Visit } from './visits.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** In the browser, where {@link readyToBeLookedAt} puts it. */
declare const axe: typeof Axe;
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Once a visit, before {@link stumblingBlocks} is asked of its pages. */
export const readyToBeLookedAt = ({ page }: Visit) => page.addInitScript({ content: axeSource });

/** What a person with other eyes, other hands or a phone would stumble over on the page that is open. */
export async function stumblingBlocks({ page, troubles }: Visit): Promise<string[]> {
  const [near, far] = page.viewportSize()?.width === PHONE.width ? [PHONE, DESK] : [DESK, PHONE];
  const seen = [await look(page, near)];
  await page.setViewportSize(far);
  seen.push(await look(page, far));
  return [...new Set(seen.flat()), ...troubles.splice(0)];
}

/** Words and their order are the same at every width: what is small or close together is so on a phone. */
const look = (page: Page, { width }: typeof DESK) =>
  page.evaluate(
    async ({ width, tags }) => {
      const blocks: string[] = [];
      if (!/\S – Schools Linking$/.test(document.title)) blocks.push(`title: ${document.title}`);
      if (document.querySelectorAll('h1').length !== 1) blocks.push('not one h1');
      const wide = document.documentElement.scrollWidth;
      if (wide > width) blocks.push(`${wide} wide on ${width}`);
      if (tags === undefined) return blocks;
      const { violations } = await axe.run({
        runOnly: tags,
        resultTypes: ['violations'],
        preload: false,
      });
      for (const { id, nodes } of violations)
        blocks.push(`${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
      return blocks;
    },
    { width, tags: width === PHONE.width ? WCAG : undefined },
  );
