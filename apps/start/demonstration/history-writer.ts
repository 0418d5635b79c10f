import type { CommandBus } from '@nestjs/cqrs';
import { v5 } from 'uuid';
import { londonInstant } from '@linking/domain/calendar/london.js';
import type { Link } from '@linking/domain/link/link.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Scope } from '@linking/application/accounts/scope.js';
import type { Sender } from '@linking/application/commands/sender.js';
import { ChangeLink } from '@linking/application/links/change-link.js';
import { readLink } from '@linking/application/links/link-history.js';
import type { LinkRequest, Said } from '@linking/application/links/link-request.js';
import type { DemoProgramme } from './demo-programmes.js';
import type { HistoryStep } from './history-step.js';
import type { PastClock } from './past-clock.js';

export interface HistoryWorld {
  readonly commandBus: CommandBus;
  readonly store: EventStore;
  readonly clock: PastClock;
}

/** In whose name it is written. */
export interface DemoCoordinator {
  readonly id: string;
  readonly scope: Scope;
}

// RFC 9562 namespace of our own, drawn once: the demonstration's commands have the same ids each time.
const DEMONSTRATION = '5d1c3c5e-9f43-4d43-8a39-6f4f2f3a7a01';

/** Writes the past of one programme, step by step in the order in which it happened. */
export class HistoryWriter {
  /** Ids of the programme's venues, once they are known. */
  venues: readonly string[] = [];
  #commands = 0;

  constructor(
    readonly world: HistoryWorld,
    readonly programme: Pick<DemoProgramme, 'slug'>,
    readonly coordinator: DemoCoordinator,
  ) {}

  /** The clock stands at each step's moment. */
  async write(steps: readonly HistoryStep[]): Promise<void> {
    for (const step of steps) {
      await this.world.clock.at(londonInstant(step.day, step.time), () => step.run(this));
    }
  }

  /** The coordinator at a page, or a person of a school at hers. */
  sender(personId?: string): Sender {
    this.#commands += 1;
    const commandId = v5(`${this.programme.slug}-${this.#commands}`, DEMONSTRATION);
    const { id, scope } = this.coordinator;
    return personId === undefined
      ? { actor: `user:${id}`, channel: 'page', commandId, correlationId: commandId, scope }
      : { actor: `person:${personId}`, channel: 'school-page', commandId, correlationId: commandId };
  }

  /** A school without an account that has confirmed what it typed into the public form. */
  formSender(): Sender {
    const { commandId, correlationId } = this.sender();
    return { actor: 'worker:public-form', channel: 'school-page', commandId, correlationId };
  }

  async change(ref: string, request: LinkRequest, said: Said = {}, personId?: string): Promise<Link> {
    const command = new ChangeLink(ref, request, said, this.sender(personId));
    return (await this.world.commandBus.execute(command)).link;
  }

  async link(ref: string): Promise<Link> {
    return (await readLink(this.world.store, ref)).link;
  }
}
