import { Body, Controller, Get, Inject, Injectable, Module, Param, Post, Query, Res } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsString, Max, ValidateNested } from 'class-validator';
import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { covers } from '@linking/application/accounts/scope.js';
import { ChangedBySomeoneElse } from '@linking/application/changed-by-someone-else.js';
import { Refusal } from '@linking/domain/refusal.js';
import { ConcurrencyError, EventStoreUnavailableError } from '@linking/events/event-store-errors.js';
import { Access } from '../../apps/gateway/src/http/access.js';
import { Answers } from '../../apps/gateway/src/http/answers.js';
import { PageQuery, pageOf, readCursor } from '../../apps/gateway/src/http/paging.js';
import { etagOf, ifMatch } from '../../apps/gateway/src/http/revisions.js';
import { CurrentUser } from '../../apps/gateway/src/http/signed-in.js';
import type { SignedIn } from '../../apps/gateway/src/http/signed-in.js';
import { testGateway } from './gateway.js';
import type { TestGateway } from './gateway.js';

class Inner {
  @ApiProperty({ type: 'integer' })
  @IsInt({ message: 'Give the number of pupils.' })
  @Max(200)
  pupilCount: number;
}

class NoteBody {
  @ApiProperty({ type: String })
  @IsString({ message: 'Give a note.' })
  note: string;

  @ApiProperty({ type: [Inner] })
  @ValidateNested({ each: true })
  @Type(() => Inner)
  classes: Inner[] = [];
}

/** Notes of two programmes, kept with the promises of a link: a revision, and each command carried out once. */
@Injectable()
export class Notes {
  readonly commands: string[] = [];
  failAfterWriting: unknown;

  write(commandId: string, expected: number): number {
    const known = this.commands.indexOf(commandId);
    if (known >= 0) return known + 1;
    if (expected !== this.commands.length) {
      throw new ChangedBySomeoneElse(this.commands.length, 'Rosa Hartley', []);
    }
    this.commands.push(commandId);
    const failure = this.failAfterWriting;
    this.failAfterWriting = undefined;
    if (failure) throw failure;
    return this.commands.length;
  }
}

const errors: Record<string, () => unknown> = {
  refusal: () => new Refusal('LINK_NOT_BROKERED', 'The link is not brokered yet.', { nextStep: 'broker' }),
  race: () => new ConcurrencyError('link-BRD-2026-001', 3, 4),
  away: () => new EventStoreUnavailableError('connection refused'),
  secret: () => new Error('password of rosa@bradford.example is hunter2'),
};

@Access('signed-in')
@Controller('api/v1/specs')
class SpecsController {
  constructor(
    @Inject(Answers) private readonly answers: Answers,
    @Inject(Notes) private readonly notes: Notes,
  ) {}

  @Post('notes/:programme')
  @Access('coordinator', 'national')
  async write(
    @Param('programme') programme: string,
    @Body() body: NoteBody,
    @CurrentUser() { scope }: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    if (!covers(scope, programme)) throw new NotFound();
    return this.answers.once(reply, async (commandId) => {
      const expected = ifMatch(reply.request);
      if (body.note === '') throw new Refusal('REASON_REQUIRED', 'Say what happened.');
      const revision = this.notes.write(commandId, expected);
      const headers = { etag: etagOf(revision), location: `/api/v1/specs/notes/${revision}` };
      return { status: 201, body: { revision, note: body.note }, headers };
    });
  }

  @Get('list')
  list(@Query() query: PageQuery) {
    const after = Number(readCursor(query.after, 1)?.[0] ?? 0);
    const rows = Array.from({ length: 7 }, (_, n) => n + 1).filter((n) => n > after);
    return pageOf(rows.slice(0, query.limit + 1), query.limit, String, (n) => [n]);
  }

  @Get('fails/:how')
  @Access('public')
  fails(@Param('how') how: string): never {
    throw errors[how]!();
  }

  @Post('import')
  @Access('admin', 'national')
  async take(@Body() body: Readable) {
    return { characters: (await text(body)).length };
  }
}

@Module({ controllers: [SpecsController], providers: [Notes] })
export class SpecsModule {}

export interface Desk {
  readonly gateway: TestGateway;
  readonly rosa: { readonly id: string; readonly authorization: string };
  readonly auditor: { readonly id: string; readonly authorization: string };
  readonly admin: { readonly id: string; readonly authorization: string };
  readonly notes: Notes;
  get(url: string, headers?: Record<string, string>): Promise<Answered>;
  /** Rosa writes a note, unless the headers name somebody else. */
  write(headers: Record<string, string>, payload?: object, programme?: string): Promise<Answered>;
  /** The headers of somebody who saw the last revision. */
  seen(): { readonly 'if-match': string };
}

type Answered = Awaited<ReturnType<TestGateway['app']['inject']>>;

/** A gateway with the routes above, and three people who use it. */
export async function openDesk(): Promise<Desk> {
  const gateway = await testGateway({ modules: [SpecsModule] });
  const coordinator = { email: 'rosa@bradford.example', roles: ['coordinator'], programmes: ['bradford'] };
  const rosa = await gateway.signedIn(coordinator);
  const auditor = await gateway.signedIn({ email: 'auditor@linking.example', roles: ['auditor'] });
  const admin = await gateway.signedIn({ email: 'admin@linking.example', roles: ['admin'] });
  const notes = gateway.app.get(Notes, { strict: false });
  return {
    gateway,
    rosa,
    auditor,
    admin,
    notes,
    get: (url, headers = {}) => gateway.app.inject({ method: 'GET', url, headers }),
    write: (headers, payload = { note: 'Phoned.' }, programme = 'bradford') =>
      gateway.app.inject({
        method: 'POST',
        url: `/api/v1/specs/notes/${programme}`,
        payload,
        headers: { authorization: rosa.authorization, ...headers },
      }),
    seen: () => ({ 'if-match': etagOf(notes.commands.length) }),
  };
}
