import { Body, Controller, HttpCode, Inject, Param, Post, Req, Res, applyDecorators } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { ChangeInterest, type InterestRequest } from '@linking/application/interests/interest-commands.js';
import { interestDetails } from '@linking/application/interests/interest-details.js';
import { seenInterest } from '@linking/application/interests/read-interest.js';
import { EVENT_STORE, POOL } from '@linking/application/ports.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { InterestEventName } from '@linking/events/interest/interest-events.js';
import { Access } from '../http/access.js';
import { IdAddress } from '../http/addresses.dto.js';
import { Answers } from '../http/answers.js';
import { ApiChange, Writes } from '../http/api-docs.js';
import { plainOf } from '../http/plain.js';
import { etagOf, ifMatchIfGiven } from '../http/revisions.js';
import { apiSender } from '../http/sender.js';
import { signedInOf } from '../http/signed-in.js';
import {
  ChangeInterestHeadBody,
  ChangeOfferedClassBody,
  HandOverInterestBody,
  OfferClassBody,
  PlaceInterestBody,
  ReasonedInterestBody,
  WithdrawClassBody,
  interestCommandExamples as examples,
} from './interest-bodies.dto.js';
import { InterestAnswer, WithdrawInterestBody, interestExamples } from './interests.dto.js';

type Said = { readonly note?: string; readonly occurredOn?: string };

/** A command of an interest: who may send it, and how it is described. */
const Command = (
  name: keyof typeof examples | 'withdraw',
  summary: string,
  body: Type,
  ...events: readonly InterestEventName[]
) => {
  const value = name === 'withdraw' ? interestExamples.withdraw : examples[name];
  return applyDecorators(
    Post(`:id/${name}`),
    HttpCode(200),
    Access('coordinator', 'national'),
    ApiOperation({ summary }),
    Writes(...events),
    ApiParam({ name: 'id', schema: { type: 'string', format: 'uuid' } }),
    ApiBody({ type: body, examples: { [name]: { value } } }),
    ApiChange(InterestAnswer, { ifMatchRequired: false }),
  );
};

@ApiTags('interests')
@Controller('api/v1/interests')
export class ApiInterestCommandsController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(Answers) private readonly answers: Answers,
    @Inject(CommandBus) private readonly commands: CommandBus,
  ) {}

  @Command('place', 'The national office finds the programme', PlaceInterestBody, 'InterestRouted')
  place(
    @Param() { id }: IdAddress,
    @Body() body: PlaceInterestBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { programme, ...said } = plainOf(body);
    return this.change(id, { type: 'PlaceInterest', programme }, said, request, reply);
  }

  @Command('hand-over', 'Another programme takes it', HandOverInterestBody, 'InterestHandedOver')
  handOver(
    @Param() { id }: IdAddress,
    @Body() body: HandOverInterestBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { programme, reasonCode, ...said } = plainOf(body);
    return this.change(id, { type: 'HandOverInterest', programme, reasonCode }, said, request, reply);
  }

  @Command('keep', 'It stays where it is, with a reason', ReasonedInterestBody, 'InterestKept')
  keep(
    @Param() { id }: IdAddress,
    @Body() body: ReasonedInterestBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { reasonCode, ...said } = plainOf(body);
    return this.change(id, { type: 'KeepInterest', reasonCode }, said, request, reply);
  }

  @Command('decline', 'No programme can take the school', ReasonedInterestBody, 'InterestDeclined')
  decline(
    @Param() { id }: IdAddress,
    @Body() body: ReasonedInterestBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { reasonCode, ...said } = plainOf(body);
    return this.change(id, { type: 'DeclineInterest', reasonCode }, said, request, reply);
  }

  @Command('change-head', 'The school has another headteacher', ChangeInterestHeadBody, 'InterestHeadChanged')
  changeHead(
    @Param() { id }: IdAddress,
    @Body() body: ChangeInterestHeadBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { head, ...said } = plainOf(body);
    return this.change(id, { type: 'ChangeInterestHead', head }, said, request, reply);
  }

  @Command('offer-class', 'The school offers a class more', OfferClassBody, 'ClassOffered')
  offerClass(
    @Param() { id }: IdAddress,
    @Body() body: OfferClassBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { occurredOn, note, ...offered } = plainOf(body);
    const said = { ...(occurredOn && { occurredOn }), ...(note && { note }) };
    return this.change(id, { type: 'OfferClass', offered }, said, request, reply);
  }

  @Command(
    'change-class',
    'Name, year groups, pupils or teachers of a class that waits',
    ChangeOfferedClassBody,
    'OfferedClassChanged',
  )
  changeClass(
    @Param() { id }: IdAddress,
    @Body() body: ChangeOfferedClassBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { occurredOn, note, ...changes } = plainOf(body);
    const said = { ...(occurredOn && { occurredOn }), ...(note && { note }) };
    return this.change(id, { type: 'ChangeOfferedClass', ...changes }, said, request, reply);
  }

  @Command('withdraw-class', 'The school offers one class no more', WithdrawClassBody, 'ClassWithdrawn')
  withdrawClass(
    @Param() { id }: IdAddress,
    @Body() body: WithdrawClassBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { classId, reasonCode, ...said } = plainOf(body);
    return this.change(id, { type: 'WithdrawClass', classId, reasonCode }, said, request, reply);
  }

  @Command('withdraw', 'A school takes its interest back', WithdrawInterestBody, 'InterestWithdrawn')
  withdraw(
    @Param() { id }: IdAddress,
    @Body() body: WithdrawInterestBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { reasonCode, ...said } = plainOf(body);
    return this.change(id, { type: 'WithdrawInterest', reasonCode }, said, request, reply);
  }

  private async change(
    id: string,
    wanted: InterestRequest,
    said: Said,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<string> {
    const signedIn = signedInOf(request);
    await seenInterest(this.store, id, signedIn.scope);
    return this.answers.once(request, reply, async (commandId) => {
      const sender = apiSender(signedIn, commandId);
      const changing = new ChangeInterest(id, wanted, said, sender, ifMatchIfGiven(request));
      const { interest } = await this.commands.execute(changing);
      const headers = { etag: etagOf(interest.revision) };
      return { status: 200, body: await interestDetails(this.pool, interest), headers };
    });
  }
}
