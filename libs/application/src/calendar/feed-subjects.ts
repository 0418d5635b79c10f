import type pg from 'pg';
import { yearEnd, yearStart } from '@linking/domain/calendar/academic-year.js';
import { addDays } from '@linking/domain/calendar/london.js';
import { academicYearOfDay } from '@linking/domain/calendar/school-calendar.js';
import { bothSides, type Link } from '@linking/domain/link/link.js';
import { sidesTaughtBy, teachersOn } from '@linking/domain/link/teaching.js';
import { linksOfTeacher } from '@linking/projections/link-board/link-board-queries.js';
import { sessionsOfTeacher } from '@linking/projections/training-diary/training-diary-table.js';
import { programmesOnDuty } from '../accounts/on-duty.js';
import { peopleById } from '../people/people.js';
import type { Feed } from './feed-address.js';

/** What a feed is about, as the read models know it. */
export interface FeedSubject {
  readonly name: string;
  readonly year: string;
  readonly links: readonly FeedLink[];
  readonly sessionIds: readonly string[];
}

export interface FeedLink {
  readonly link: Link;
  /** Name of the programme. */
  readonly programme: string;
  readonly schools: { readonly a: string; readonly b: string };
  /** Whether a meeting of this day is shown; every one is when absent. */
  readonly shows?: (day: string) => boolean;
}

/** `undefined` for somebody who has no calendar any more: an account that was closed, a person who was erased. */
export function feedSubject(pool: pg.Pool, feed: Feed, today: string): Promise<FeedSubject | undefined> {
  switch (feed.kind) {
    case 'coordinator':
      return ofCoordinator(pool, feed.userId, today);
    case 'teacher':
      return ofTeacher(pool, feed, today);
    case 'school':
      return ofSchool(pool, feed);
  }
}

async function ofCoordinator(pool: pg.Pool, userId: string, today: string): Promise<FeedSubject | undefined> {
  const { rows } = await pool.query<{ slug: string; name: string }>(
    `select p.slug, p.name from users u join programmes p on p.slug = any(${programmesOnDuty('$2')})
     where u.id = $1 and u.disabled_at is null and 'coordinator' = any(u.roles) order by p.name`,
    [userId, today],
  );
  if (rows.length === 0) return undefined;
  // In August she looks at the year to come.
  const year = academicYearOfDay(addDays(today, 31));
  const slugs = rows.map(({ slug }) => slug);
  const [links, sessions] = await Promise.all([
    linksWhere(pool, year, '(l.programme = any($2) or l.partner_programme = any($2))', slugs),
    pool.query<{ session_id: string }>(
      'select session_id from training_sessions where programme = any($1) and on_day between $2 and $3',
      [slugs, yearStart(year), yearEnd(year)],
    ),
  ]);
  return {
    name: `Schools Linking ${rows.map(({ name }) => name).join(', ')}`,
    year,
    links,
    sessionIds: sessions.rows.map(({ session_id: id }) => id),
  };
}

async function ofTeacher(
  pool: pg.Pool,
  { personId, year }: { readonly personId: string; readonly year: string },
  today: string,
): Promise<FeedSubject | undefined> {
  const [people, refs, sessions] = await Promise.all([
    peopleById(pool, [personId]),
    linksOfTeacher(pool, personId, year),
    sessionsOfTeacher(pool, personId, { from: yearStart(year), to: yearEnd(year) }),
  ]);
  if (!people.has(personId)) return undefined;
  const links = await linksWhere(pool, year, 'l.ref = any($2)', refs);
  return {
    name: nameOfYear('Schools Linking', year),
    year,
    // A cover sees the meetings of the days on which she teaches.
    links: links
      .filter(({ link }) => sidesTaughtBy(link, personId, today).length > 0)
      .map((one) => ({ ...one, shows: (day: string) => teachesOn(one.link, personId, day) })),
    // Somebody who waits for a place keeps the day free without us.
    sessionIds: sessions
      .filter(({ places }) =>
        places.some(({ teacherId, status }) => teacherId === personId && status === 'taken'),
      )
      .map(({ sessionId }) => sessionId),
  };
}

const teachesOn = ({ sides }: Link, personId: string, day: string) =>
  bothSides.some((side) => teachersOn(sides[side], day).some(({ teacherId }) => teacherId === personId));

async function ofSchool(
  pool: pg.Pool,
  { urn, year }: { readonly urn: string; readonly year: string },
): Promise<FeedSubject> {
  const [school, links] = await Promise.all([
    pool.query<{ name: string }>('select name from schools where urn = $1', [urn]),
    linksWhere(pool, year, '$2 in (l.urn_a, l.urn_b)', urn),
  ]);
  const name = school.rows[0]?.name ?? `school ${urn}`;
  return { name: nameOfYear(`Schools Linking, ${name}`, year), year, links, sessionIds: [] };
}

const nameOfYear = (name: string, year: string) => `${name} ${year.replace('-', '–')}`;

/** @param condition on `l`, a row of the link board, with `value` as $2 */
async function linksWhere(
  pool: pg.Pool,
  year: string,
  condition: string,
  value: string | readonly string[],
): Promise<readonly FeedLink[]> {
  const { rows } = await pool.query<{ link: Link; programme: string; a: string; b: string }>(
    `select l.link, coalesce(p.name, l.programme) as programme,
            coalesce(a.name, 'school ' || l.urn_a) as a, coalesce(b.name, 'school ' || l.urn_b) as b
     from link_board l
     left join programmes p on p.slug = l.programme
     left join schools a on a.urn = l.urn_a
     left join schools b on b.urn = l.urn_b
     where l.year = $1 and l.programme <> '' and ${condition}`,
    [year, value],
  );
  return rows.map(({ link, programme, a, b }) => ({ link, programme, schools: { a, b } }));
}
