import { planning, type WantedMails } from '@linking/application/mails/planning.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { catchUp } from '@linking/projections/checkpoints/catch-up.js';
import type pg from 'pg';
import { FACTS_OF_A_YEAR, writeYear } from './year-of-links.js';

interface House {
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly clock: Clock;
  readonly wantedMails: WantedMails;
}

/** In words: how long the planning of so many links takes whose whole year has been recorded, fact by fact, and how much memory. */
export async function measurePlannedYear(house: House, links: number): Promise<string> {
  const { pool, store } = house;
  await writeYear(store, links);
  const begin = process.memoryUsage().rss;
  let most = begin;
  const watching = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  const began = performance.now();
  const facts = await catchUp({ pool, store }, planning({ ...house, mailDomain: 'linking.example' }));
  const seconds = (performance.now() - began) / 1_000;
  clearInterval(watching);
  const { rows } = await pool.query<{ n: number; subjects: number }>(
    'select count(*)::int as n, count(distinct subject)::int as subjects from mails',
  );
  return (
    `a year of ${rows[0]?.subjects} links of ${FACTS_OF_A_YEAR} facts each: ${facts} facts planned to ${rows[0]?.n} mails in ` +
    `${seconds.toFixed(1)} s, ${Math.round(facts / seconds)} facts a second, ` +
    `memory of the process ${Math.round(begin / 1e6)} MB before and ${Math.round(most / 1e6)} MB at most`
  );
}
