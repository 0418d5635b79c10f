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
import type { SetClock } from '@linking/platform/clock/clock.js';

/** Something that was done at a moment of the past, through the same door as everything else. */
export interface HistoryStep {
  readonly day: string;
  readonly time: string;
  run(writer: HistoryWriter): Promise<void>;
}

export interface HistoryWorld {
  readonly commandBus: CommandBus;
  readonly store: EventStore;
  readonly clock: SetClock;
  /** The coordinator in whose name it is written. */
  readonly coordinator: { readonly id: string; readonly scope: Scope };
  /** Brings read models, carried facts and mails up to the moment of the clock. */
  settle(): Promise<void>;
}

// RFC 9562 namespace of our own, drawn once: the demonstration's commands have the same ids each time.
const DEMONSTRATION = '5d1c3c5e-9f43-4d43-8a39-6f4f2f3a7a01';

/** Writes the past in the order in which it happened. The clock stands at each step's moment. */
export class HistoryWriter {
  #commands = 0;

  constructor(readonly world: HistoryWorld) {}

  async write(steps: readonly HistoryStep[], onProgress: (done: number) => void): Promise<void> {
    const ordered = steps.toSorted((x, y) => `${x.day}${x.time}`.localeCompare(`${y.day}${y.time}`));
    for (const [index, step] of ordered.entries()) {
      this.world.clock.set(londonInstant(step.day, step.time));
      await step.run(this);
      if (ordered[index + 1]?.day !== step.day) await this.world.settle();
      onProgress(index + 1);
    }
  }

  /** The coordinator at a page, or a person of a school at hers. */
  sender(personId?: string): Sender {
    this.#commands += 1;
    const commandId = v5(String(this.#commands), DEMONSTRATION);
    const { id, scope } = this.world.coordinator;
    return personId === undefined
      ? { actor: `user:${id}`, channel: 'page', commandId, correlationId: commandId, scope }
      : { actor: `person:${personId}`, channel: 'school-page', commandId, correlationId: commandId };
  }

  async change(ref: string, request: LinkRequest, said: Said = {}, personId?: string): Promise<Link> {
    const command = new ChangeLink(ref, request, said, this.sender(personId));
    return (await this.world.commandBus.execute(command)).link;
  }

  async link(ref: string): Promise<Link> {
    return (await readLink(this.world.store, ref)).link;
  }
}
