import { readLink } from '@linking/application/links/link-history.js';
import { issueTeacherToken } from '@linking/application/tokens/teacher-address.js';
import type { LinkRequest } from '@linking/application/links/link-request.js';
import { testSettings } from './gateway.js';
import type { PageWorld } from './page-world.js';
import { until } from './until.js';

export const YEAR = '2026-27';

export interface LinkOfTeachers {
  readonly ref: string;
  /** The teacher of each side. */
  readonly teachers: { readonly a: string; readonly b: string };
}

const signed = (side: 'a' | 'b'): LinkRequest => ({
  type: 'SignAgreement',
  side,
  signer: { name: 'Hilda Head', email: `hilda@${side}.example` },
  signerRole: 'headteacher',
  textVersion: '2026-1',
  agreed: true,
  means: 'paper',
});

/** A link that both schools signed and both teachers were trained for, as everybody knows by then. */
export async function trainedLink(world: PageWorld): Promise<LinkOfTeachers> {
  const ref = await world.propose();
  await world.change(ref, { type: 'Broker' });
  await world.change(ref, { type: 'IssueAgreement' });
  for (const side of ['a', 'b'] as const) await world.change(ref, signed(side));
  const { sides } = (await readLink(world.store, ref)).link;
  const teacherOf = (side: 'a' | 'b') => sides[side].teachers[0]?.teacherId ?? '';
  const teachers = { a: teacherOf('a'), b: teacherOf('b') };
  for (const side of ['a', 'b'] as const) {
    const training = { teacherId: teachers[side], kind: 'initial-full', minutes: 300 } as const;
    await world.change(ref, { type: 'RecordTrainingAttended', side, ...training });
  }
  await until('the list knows the link, and both teachers were told of each other', async () => {
    const { rowCount } = await world.pool.query(
      `select from mails join link_board on ref = subject
       where ref = $1 and rule = 'N09' and status = 'sent' and person_id = any($2)`,
      [ref, [teachers.a, teachers.b]],
    );
    return rowCount === 2;
  });
  return { ref, teachers };
}

/** The address of a teacher's own page of the year. */
export async function pageOf(world: PageWorld, personId: string, year = YEAR): Promise<string> {
  const token = await issueTeacherToken(world.pool, testSettings, { personId, year }, world.clock.now());
  return `/teacher/${token}`;
}

/** Everything that a page could change: the log, the addresses and the mails. */
export async function whatIsKept({ pool }: PageWorld): Promise<unknown> {
  const { rows } = await pool.query(
    `select (select count(*) from events) as events,
            (select md5(string_agg(t::text, ',' order by id)) from tokens t) as tokens,
            (select md5(string_agg(m.id || m.status, ',' order by id)) from mails m) as mails,
            (select md5(string_agg(n::text, ',' order by id)) from notes n) as notes`,
  );
  return rows[0];
}
