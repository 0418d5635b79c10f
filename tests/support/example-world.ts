import { CommandBus, type Command } from '@nestjs/cqrs';
import { randomUUID } from 'node:crypto';
import type { Sender } from '@linking/application/commands/sender.js';
import { addUser } from '@linking/application/accounts/add-user.js';
import { ReceiveInterest, type InterestInBody } from '@linking/application/interests/interest-commands.js';
import { ChangeLink } from '@linking/application/links/change-link.js';
import type { LinkRequest } from '@linking/application/links/link-request.js';
import { ProposeLink } from '@linking/application/links/propose-link.js';
import { ChangeProgramme, type ProgrammeRequest } from '@linking/application/programmes/change-programme.js';
import { JoinProgramme } from '@linking/application/programmes/join-programme.js';
import { PlanSession } from '@linking/application/training/training-commands.js';
import { AddVenue } from '@linking/application/venues/add-venue.js';
import { exampleCommands, exampleIds, exampleLink } from '../../apps/gateway/src/api-docs/example-ids.js';
import { TestApi } from './api.js';

/** After the first meeting of the examples, before the new day of the talk. */
const NOW = '2027-01-25T09:00:00.000Z';

const schools = {
  '900001': {
    head: { name: 'Helen Marsh', email: 'head@st-marys.example' },
    teacher: { name: 'Saira Malik', email: 's.malik@st-marys.example', linkedBefore: false },
  },
  '900002': {
    head: { name: 'Omar Aziz', email: 'office@hillside.example' },
    teacher: { name: 'Grace Okafor', email: 'g.okafor@hillside.example', linkedBefore: false },
  },
  '900003': {
    head: { name: 'Ruth Bell', email: 'head@oakfield.example' },
    teacher: { name: 'Ann Price', email: 'a.price@oakfield.example', linkedBefore: false },
  },
} as const;
type Urn = keyof typeof schools;

/** How far a link has come before its example is sent. */
export type Progress = 'proposed' | 'brokered' | 'issued' | 'agreed';

/** Two programmes, three schools and their people, with the ids that the examples of the API name. */
export class ExampleWorld {
  private constructor(readonly api: TestApi) {}

  static async open(): Promise<ExampleWorld> {
    const world = new ExampleWorld(await TestApi.open(NOW));
    const { interestA, interestB, venue } = exampleCommands;
    await world.interest('900001', interestA);
    await world.interest('900002', interestB);
    await world.send(
      (sender) =>
        new AddVenue(
          { programme: 'bradford', name: 'Cartwright Hall', postcode: 'BD9 4NS', linksAtOnce: 2 },
          sender,
        ),
      venue,
    );
    for (const part of ['reflection', 'surveys', 'testimonials', 'funders', 'e-mailed-proposals'] as const) {
      const turned = { type: 'TurnSwitch', switch: part, on: true } as const;
      await world.send((sender) => new ChangeProgramme('bradford', turned, sender));
    }
    const coordinator = { email: 'carol@bradford.example', name: 'Carol Webb', roles: ['coordinator'] };
    await addUser(
      world.api.pool,
      { ...coordinator, programmes: ['bradford'] },
      { id: exampleIds.coordinator, change: bySpec() },
    );
    await world.session('2026-09-30', exampleCommands.session);
    const first = await world.link('brokered');
    if (first !== exampleLink) throw new Error(`The first link is ${first}, the examples say ${exampleLink}`);
    return world;
  }

  /** Sends a command as the program itself would, under an id of ours when the examples name what it makes. */
  send<Result>(
    command: (sender: Sender) => Command<Result>,
    commandId: string = randomUUID(),
  ): Promise<Result> {
    const sender = { actor: 'worker:spec', channel: 'api', commandId, correlationId: commandId } as const;
    return this.api.app.get(CommandBus, { strict: false }).execute(command(sender));
  }

  async interest(urn: Urn, commandId?: string, more: Partial<InterestInBody> = {}) {
    const { head, teacher } = schools[urn];
    const received: InterestInBody = {
      programme: 'bradford',
      year: '2026-27',
      urn,
      channel: 'phone',
      expressedOn: '2026-06-02',
      head,
      classes: [{ name: `4 ${urn}`, yearGroups: [4], pupilCount: 28, teachers: [teacher] }],
      ...more,
    };
    const { interest } = await this.send((sender) => new ReceiveInterest(received, sender), commandId);
    return { interestId: interest.id, classId: interest.classes[0]?.classId ?? '' };
  }

  /** A school that lies in no programme's area. */
  async unplaced(): Promise<string> {
    const { programme: _, ...received } = {
      programme: '',
      year: '2026-27',
      urn: '900005',
      channel: 'phone',
      head: { name: 'Head of Lakeside' },
      classes: [{ yearGroups: [4], pupilCount: 28, placeholder: true }],
    } as const;
    return (await this.send((sender) => new ReceiveInterest(received, sender))).interest.id;
  }

  /** A link of its own, as far as it is to be; its reference. */
  async link(progress: Progress, b: Urn = '900002'): Promise<string> {
    const proposal = {
      programme: 'bradford',
      year: '2026-27',
      kind: 'between-schools',
      a: await this.interest('900001'),
      b: await this.interest(b),
    } as const;
    const said = { overrides: [{ rule: 'linked-before', reasonCode: 'both-heads-asked' }] } as const;
    const { link } = await this.send((sender) => new ProposeLink(proposal, said, sender));
    const steps: readonly (readonly [Progress, LinkRequest])[] = [
      ['brokered', { type: 'Broker' }],
      ['issued', { type: 'IssueAgreement' }],
      ['agreed', signature('a', schools['900001'].head)],
      ['agreed', signature('b', schools[b].head)],
    ];
    const order = ['proposed', 'brokered', 'issued', 'agreed'];
    const wanted = steps.filter(([after]) => order.indexOf(after) <= order.indexOf(progress));
    return this.after(link.ref, ...wanted.map(([, request]) => request));
  }

  async after(ref: string, ...requests: readonly LinkRequest[]): Promise<string> {
    for (const request of requests) await this.change(ref, request);
    return ref;
  }

  change(ref: string, request: LinkRequest, commandId?: string) {
    return this.send((sender) => new ChangeLink(ref, request, {}, sender), commandId);
  }

  session(on: string, commandId?: string): Promise<string> {
    const planned = {
      programme: 'bradford',
      kind: 'initial-full',
      on,
      startsAt: '09:30',
      endsAt: '15:30',
      capacity: 24,
    } as const;
    return this.send((sender) => new PlanSession(planned, sender), commandId).then(
      ({ session }) => session.id,
    );
  }

  #codes = 0;

  /** A programme of its own, with what happened to it. */
  async programme(...requests: readonly ProgrammeRequest[]): Promise<string> {
    this.#codes += 1;
    const slug = `example-${this.#codes}`;
    const code = `EX${String.fromCharCode(64 + this.#codes)}`;
    const facts = { slug, code, name: slug, year: '2026-27', laCodes: [], districtCodes: [] };
    await this.send((sender) => new JoinProgramme(facts, sender));
    for (const request of requests) {
      await this.send((sender) => new ChangeProgramme(slug, request, sender));
    }
    return slug;
  }

  async user(): Promise<string> {
    const email = `${randomUUID()}@linking.example`;
    return (await addUser(this.api.pool, { email, roles: ['coordinator'], programmes: ['bradford'] })).id;
  }
}

const bySpec = () => ({
  commandId: randomUUID(),
  actor: 'worker:spec',
  channel: 'cli' as const,
  at: NOW,
});

const signature = (
  side: 'a' | 'b',
  signer: { readonly name: string; readonly email: string },
): LinkRequest => ({
  type: 'SignAgreement',
  side,
  signer,
  signerRole: 'headteacher',
  textVersion: '2026-1',
  agreed: true,
  means: 'paper',
});
