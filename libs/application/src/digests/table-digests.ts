import { londonDay } from '@linking/domain/calendar/london.js';
import { fullDate } from '@linking/domain/calendar/words.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { capital, codeText, listText } from '@linking/words/link-terms.js';
import { listProgrammes } from '@linking/projections/programmes/programmes.js';
import type { BouncesKnown } from '../mails/bounces/bounced-people.js';
import type { MailSettings } from '../mails/mail-settings.js';
import { readGrant } from '../grants/read-grant.js';
import { grantDetails } from '../grants/seen-grants.js';
import { dailyHeadings, readDailyList } from './daily-list.js';
import type { DigestLookup } from './digest-lookup.js';
import { readFigures } from './figures.js';
import { readWeeklyList, weeklyHeadings } from './weekly-list.js';

/** More programmes than a grant can pay for. */
const ALL = 1_000;

/** What digests say, from the read models of the page Today and the stream of a grant. */
export function tableDigests(
  {
    pool,
    store,
    clock,
    lookup,
  }: Pick<BouncesKnown, 'pool' | 'lookup'> & { readonly store: EventStore; readonly clock: Clock },
  settings: Pick<MailSettings, 'publicUrl' | 'tokenSecret'>,
): DigestLookup {
  const { publicUrl } = settings;
  const known = { pool, lookup, settings };
  const todayOf = (programme: string) =>
    `${publicUrl}/today?${new URLSearchParams({ programme }).toString()}`;
  return {
    async weekly({ programme }) {
      const now = clock.now();
      const moment = { programme, now, today: londonDay(now) };
      const list = await readWeeklyList(known, moment);
      const headings = await weeklyHeadings(pool, list, moment, publicUrl);
      return { today: moment.today, headings, todayHref: todayOf(programme) };
    },
    async daily({ programme, since, day }) {
      const now = clock.now();
      const list = await readDailyList(known, { programme, since, day, now });
      const headings = await dailyHeadings(pool, list, { programme, today: londonDay(now) }, publicUrl);
      return { day, headings, todayHref: todayOf(programme) };
    },
    async figures() {
      return { ...(await readFigures(pool, londonDay(clock.now()))), todayHref: `${publicUrl}/today` };
    },
    async grantReport({ grantId, due, asking }) {
      const { grant } = await readGrant(store, grantId);
      const [details] = grant === undefined ? [] : await grantDetails(pool, [grant]);
      if (details === undefined) throw new Error(`Grant ${grantId} is not known`);
      const { funder, from, until, ended, pays, programmes } = details;
      return {
        funder,
        due,
        asking,
        period: `${fullDate(from)} to ${fullDate(ended?.on ?? until)}`,
        programmes: programmes === 'all' ? 'All programmes' : await namesOf(programmes),
        ...(pays.length === 0 ? {} : { pays: capital(listText(pays.map((one) => codeText(one)))) }),
        grantHref: `${publicUrl}/funders/${grantId}`,
      };
    },
  };

  async function namesOf(slugs: readonly string[]): Promise<string> {
    const found = await listProgrammes(pool, { programmes: slugs, limit: ALL });
    return listText(found.map(({ name }) => name));
  }
}
