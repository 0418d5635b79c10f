import type { CommandBus } from '@nestjs/cqrs';
import type pg from 'pg';
import { londonDay } from '@linking/domain/calendar/london.js';
import { interestStatus, type Interest } from '@linking/domain/interest/interest.js';
import { Refusal } from '@linking/domain/refusal.js';
import { derivedId } from '@linking/events/event-ids.js';
import type { EventStore } from '@linking/events/event-store.js';
import { openInterestsOf } from '@linking/projections/waiting-list/interests-query.js';
import type { Sender } from '../commands/sender.js';
import { ReceiveInterest } from '../interests/interest-commands.js';
import { readInterest } from '../interests/read-interest.js';
import { inLockedTransaction } from '../locked-transaction.js';
import { lineageOf } from '../schools/lineage.js';
import { markRecorded, type InterestRequest } from './interest-request.js';

export interface ConfirmingDependencies {
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly commandBus: CommandBus;
}

export type Confirmed =
  | { readonly state: 'recorded'; readonly interest: Interest }
  /** The school has an open interest of that year already: nothing more is recorded. */
  | { readonly state: 'known'; readonly interest: Interest };

/** Real minutes after which a confirmation that was cut off stands in nobody's way. */
const CLAIM_MINUTES = 2;

/** Records a request as an interest, once. Throws Refusal when its programme or school takes none any more. */
export async function confirmInterest(
  dependencies: ConfirmingDependencies,
  request: InterestRequest,
): Promise<Confirmed> {
  const { pool, store, commandBus } = dependencies;
  const own = await recordedAs(store, request);
  if (own !== undefined) return settled(pool, request, own);
  const known = await knownInterest(dependencies, request);
  if (known !== undefined) return { state: 'known', interest: known };
  const { said, urn, year } = request;
  if (said === undefined) throw new Error('A request without words cannot be recorded');
  const expressedOn = londonDay(request.askedAt);
  const received = { ...said, urn, year, channel: 'form', expressedOn, emailVerified: true } as const;
  const { interest } = await commandBus.execute(new ReceiveInterest(received, senderOf(request)));
  return settled(pool, request, interest);
}

/** What became of it, for whoever opens the address again; nothing yet when nobody confirmed it. */
export async function outcomeOf(
  dependencies: Pick<ConfirmingDependencies, 'pool' | 'store'>,
  request: InterestRequest,
): Promise<Confirmed | undefined> {
  const own = await recordedAs(dependencies.store, request);
  if (own !== undefined) return { state: 'recorded', interest: own };
  const known = await openInterest(dependencies, request, []);
  return known === undefined ? undefined : { state: 'known', interest: known };
}

async function settled(pool: pg.Pool, { id }: InterestRequest, interest: Interest): Promise<Confirmed> {
  await markRecorded(pool, id, interest.id);
  return { state: 'recorded', interest };
}

const senderOf = ({ id }: InterestRequest): Sender => ({
  actor: 'worker:public-form',
  channel: 'school-page',
  commandId: id,
  correlationId: id,
});

async function recordedAs(store: EventStore, { id }: InterestRequest): Promise<Interest | undefined> {
  const { interest } = await readInterest(store, derivedId(id, 'interest'));
  return interest.revision === 0 ? undefined : interest;
}

/**
 * The open interest of the school and year. Two people of one school who confirm at the same moment come one after
 * the other. Throws Refusal while the first is being recorded.
 */
async function knownInterest(
  dependencies: ConfirmingDependencies,
  request: InterestRequest,
): Promise<Interest | undefined> {
  const { id, urn, year } = request;
  const others = await inLockedTransaction(
    dependencies.pool,
    `interest of ${urn} in ${year}`,
    async (transaction) => {
      const { rows } = await transaction.query<{ id: string; under_way: boolean }>(
        `select id, interest_id is null as under_way from interest_requests where urn = $1 and year = $2 and id <> $3
         and (interest_id is not null or claimed_at > now() - make_interval(mins => $4))`,
        [urn, year, id, CLAIM_MINUTES],
      );
      if (rows.some((row) => row.under_way)) return rows;
      await transaction.query('update interest_requests set claimed_at = now() where id = $1', [id]);
      return rows;
    },
  );
  const open = await openInterest(
    dependencies,
    request,
    others.map((one) => one.id),
  );
  if (open === undefined && others.some((one) => one.under_way)) {
    throw new Refusal(
      'INTEREST_UNDER_WAY',
      'Somebody of your school is confirming the same at this moment.',
      {
        nextStep: 'Try again in a minute or two.',
      },
    );
  }
  return open;
}

async function openInterest(
  { pool, store }: Pick<ConfirmingDependencies, 'pool' | 'store'>,
  { urn, year }: InterestRequest,
  requests: readonly string[],
): Promise<Interest | undefined> {
  const line = (await lineageOf(pool, [urn])).get(urn) ?? [urn];
  const listed = await openInterestsOf(pool, { urns: [...line], year });
  for (const interestId of [...requests.map((id) => derivedId(id, 'interest')), ...listed]) {
    const { interest } = await readInterest(store, interestId);
    if (interest.revision > 0 && isOpen(interest)) return interest;
  }
  return undefined;
}

const isOpen = (interest: Interest) => ['waiting', 'paired'].includes(interestStatus(interest));
