import type pg from 'pg';
import type { CarriedCommand } from '@linking/domain/carrying/carried-command.js';
import { bothSides, type Link } from '@linking/domain/link/link.js';
import { wasTakenBack } from '@linking/domain/link/succession.js';
import { Refusal } from '@linking/domain/refusal.js';
import type { Interest } from '@linking/domain/interest/interest.js';
import { derivedId } from '@linking/events/event-ids.js';
import { NotFound } from '../accounts/access-errors.js';
import { openSuccessorsOf, type Successor } from '../schools/successor-of.js';
import type { CarryingDependencies } from './carry-on.js';
import { keepRefusal } from './carrying-refusals.js';

/** A command that passes something open on to the school that follows a closed one. */
interface Succession {
  readonly command: CarriedCommand;
  /** The same for the same succession, however often it is looked for. */
  readonly commandId: string;
}

/** Since when a closed school has one open successor; a split waits for a person. */
interface Passing {
  readonly to: string;
  readonly on: string;
}

const CLOSED = `(s.status = 'Closed' or s.closed_on <= $1)`;

/**
 * What the register as it stands today asks of open links and waiting interests. It is asked of the tables and not of
 * an import, because a school that an import announced closes on a later day, when nothing is imported.
 */
export async function successionsDue(pool: pg.Pool, today: string): Promise<readonly Succession[]> {
  const due = [...(await linksToPass(pool, today)), ...(await interestsToPass(pool, today))];
  if (due.length === 0) return [];
  const { rows } = await pool.query<{ command_id: string }>(
    'select command_id from carrying_refusals where command_id = any($1)',
    [due.map(({ commandId }) => commandId)],
  );
  const refused = new Set(rows.map((row) => row.command_id));
  return due.filter(({ commandId }) => !refused.has(commandId));
}

/** Sends them through the one door; what is refused is kept for a person, like everything that is carried. */
export async function passSuccessions(
  { pool, dispatch }: CarryingDependencies,
  today: string,
  signal?: AbortSignal,
): Promise<void> {
  for (const { command, commandId } of await successionsDue(pool, today)) {
    if (signal?.aborted === true) return;
    try {
      await dispatch(command, {
        commandId,
        correlationId: commandId,
        actor: 'worker:carrying',
        channel: 'worker',
      });
    } catch (error) {
      if (!(error instanceof Refusal) && !(error instanceof NotFound)) throw error;
      const { code, sentence } =
        error instanceof Refusal ? error : { code: 'NOT_FOUND', sentence: error.message };
      const target = `${command.target}-${command.id}`;
      await keepRefusal(pool, { commandId, eventId: commandId, target, code, sentence });
    }
  }
}

async function linksToPass(pool: pg.Pool, today: string): Promise<readonly Succession[]> {
  const { rows } = await pool.query<{ link: Link; closed: string[] }>(
    `select b.link, array_agg(s.urn) as closed from link_board b join schools s on s.urn in (b.urn_a, b.urn_b)
     where b.outcome = 'open' and b.programme <> '' and ${CLOSED} group by b.ref, b.link order by b.ref`,
    [today],
  );
  const passings = await passingsOf(
    pool,
    rows.flatMap(({ closed }) => closed),
    today,
  );
  return rows.flatMap(({ link }) =>
    bothSides.flatMap((side): Succession[] => {
      const { urn, interestId } = link.sides[side];
      const passing = passings.get(urn);
      if (passing === undefined || wasTakenBack(link, side, passing.to)) return [];
      const { to, on } = passing;
      return [
        {
          commandId: derivedId(interestId, `${link.ref} ${side} ${urn} ${to}`),
          command: {
            target: 'link',
            id: link.ref,
            occurredOn: on,
            command: { type: 'SucceedSchool', side, to },
          },
        },
      ];
    }),
  );
}

async function interestsToPass(pool: pg.Pool, today: string): Promise<readonly Succession[]> {
  const { rows } = await pool.query<{ state: Interest }>(
    `select distinct i.interest_id, i.state from waiting_classes w join waiting_interests i using (interest_id)
     join schools s on s.urn = w.urn where w.status = 'waiting' and ${CLOSED} order by i.interest_id`,
    [today],
  );
  const passings = await passingsOf(
    pool,
    rows.map(({ state }) => state.urn),
    today,
  );
  return rows.flatMap(({ state: { id, urn } }): Succession[] => {
    const passing = passings.get(urn);
    if (passing === undefined) return [];
    const { to, on } = passing;
    return [
      {
        commandId: derivedId(id, `${urn} ${to}`),
        command: {
          target: 'interest',
          id,
          occurredOn: on,
          command: { type: 'SucceedSchool', from: urn, to, on },
        },
      },
    ];
  });
}

async function passingsOf(
  pool: pg.Pool,
  urns: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, Passing>> {
  const passings = new Map<string, Passing>();
  for (const urn of new Set(urns)) {
    const [next, ...others] = await openSuccessorsOf(pool, urn, today);
    if (next !== undefined && others.length === 0) {
      passings.set(urn, { to: next.urn, on: sinceWhen(next, today) });
    }
  }
  return passings;
}

/** The register may date a conversion into the future of a school that it has closed already. */
const sinceWhen = ({ on = '' }: Successor, today: string) => (on === '' || on > today ? today : on);
