import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import type { WordingRequest } from '@linking/application/mails/wordings.js';
import { ChangeNetworkWording } from '@linking/application/programmes/change-network-wording.js';
import { ChangeProgramme } from '@linking/application/programmes/change-programme.js';
import { isWordingKind, type WordingKind } from '@linking/domain/wording/wording-kinds.js';
import { Answers } from '../http/answers.js';
import { bodyOf } from '../http/command-routes.js';
import { etagOf, ifMatch } from '../http/revisions.js';
import { apiSender } from '../http/sender.js';
import { signedInOf } from '../http/signed-in.js';
import { WordingReader } from './wording-reader.js';
import { textOf, UseWordingAgainBody, wordingAnswer, WordingBody } from './wordings.dto.js';

/** How the API changes the words of a mail: of one programme, or without `slug` of all. */
@Injectable()
export class WordingChanges {
  constructor(
    @Inject(Answers) private readonly answers: Answers,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(WordingReader) private readonly reader: WordingReader,
  ) {}

  change(slug: string | undefined, wording: string, reply: FastifyReply): Promise<string> {
    return this.#write(slug, wording, reply, (kind) => {
      const body = bodyOf(WordingBody, reply.request);
      const { checked = false } = body;
      return { type: 'ChangeMailWording', wording: kind, text: textOf(body), checked };
    });
  }

  useAgain(slug: string | undefined, wording: string, reply: FastifyReply): Promise<string> {
    return this.#write(slug, wording, reply, (kind) => {
      const { version } = bodyOf(UseWordingAgainBody, reply.request);
      return { type: 'UseWordingAgain', wording: kind, version };
    });
  }

  drop(slug: string | undefined, wording: string, reply: FastifyReply): Promise<string> {
    return this.#write(slug, wording, reply, (kind) => ({ type: 'DropMailWording', wording: kind }));
  }

  /** Scope, key, revision, body, rules. */
  async #write(
    slug: string | undefined,
    wording: string,
    reply: FastifyReply,
    asked: (kind: WordingKind) => WordingRequest,
  ): Promise<string> {
    const signedIn = signedInOf(reply.request);
    const kind = namedWording(wording);
    await this.reader.seeToChange(slug, signedIn.scope);
    return this.answers.once(reply, async (commandId) => {
      const revision = ifMatch(reply.request);
      const request = asked(kind);
      const sender = apiSender(signedIn, commandId);
      if (slug === undefined) {
        await this.commands.execute(new ChangeNetworkWording(request, sender, revision));
      } else {
        await this.commands.execute(new ChangeProgramme(slug, request, sender, revision));
      }
      const seen = await this.reader.see(slug, signedIn.scope);
      return { status: 200, body: wordingAnswer(seen, kind), headers: { etag: etagOf(seen.revision) } };
    });
  }
}

/** Throws NotFound for a mail whose words nobody changes. */
export function namedWording(wording: string): WordingKind {
  if (!isWordingKind(wording)) throw new NotFound();
  return wording;
}
