import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { v5 } from 'uuid';
import { NotAllowed } from '@linking/application/accounts/access-errors.js';
import type { Scope } from '@linking/application/accounts/scope.js';
import { ChangedBySomeoneElse } from '@linking/application/changed-by-someone-else.js';
import type { Sender } from '@linking/application/commands/sender.js';
import { ChangeLink, type LinkChanged } from '@linking/application/links/change-link.js';
import type { LinkRequest, Said } from '@linking/application/links/link-request.js';
import type { Link } from '@linking/domain/link/link.js';
import { Refusal } from '@linking/domain/refusal.js';
import type { Posted } from '../http/page-answers.js';
import type { FormParts, SentBack } from '../links/forms/command-form-view.js';
import { readCommand, sentBackBy } from '../links/forms/command-form-view.js';
import type { FormContext } from '../links/forms/command-form.js';
import { rulesAsked } from '../links/forms/soft-rules.js';
import { historySentence } from '@linking/words/history-sentence.js';
import { LinkReader, textsOf, type SeenLink } from '../links/link-reader.js';
import { sideText, withSchools } from '@linking/words/link-terms.js';
import type { ChangedMeanwhile } from '../pages/forms/form-view.js';
import type { FormPageView } from '../pages/forms/form-page.js';
import {
  askedFormOf,
  askedFormPage,
  besidesOf,
  formOf,
  savedSentence,
  trainingWithMinutes,
} from './asked-form.js';
import { cellWish, sentenceOf, type AskedForm } from './cell-wish.js';
import type { SheetStep } from './sheet-steps.js';

/** What became of what was typed in a cell. */
export type CellOutcome =
  | {
      readonly kind: 'saved';
      readonly link: Link;
      readonly sentence: string;
      readonly warnings: readonly string[];
    }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'asks'; readonly page: FormPageView; readonly status: 200 | 412 | 422 }
  /** Saved by somebody else since the row was seen: what she did, and what was typed stays. */
  | { readonly kind: 'changed'; readonly meanwhile: ChangedMeanwhile };

export interface CellPosted {
  readonly ref: string;
  readonly step: SheetStep;
  readonly body: Posted;
  readonly scope: Scope;
  readonly sender: Sender;
  /** Tells several cells of one form apart. */
  readonly part: string;
  readonly parts: () => FormParts;
}

/** Turns what is typed in a cell into the commands of its link. */
@Injectable()
export class SheetCells {
  constructor(
    @Inject(CommandBus) private readonly commandBus: CommandBus,
    @Inject(LinkReader) private readonly reader: LinkReader,
  ) {}

  /** A link that this person may change. */
  async see(ref: string, scope: Scope): Promise<SeenLink> {
    const seen = await this.reader.see(ref, scope);
    if (!seen.mayChange) throw new NotAllowed();
    return seen;
  }

  /** The form that a cell opens for what was typed in it; none when the rules refuse it or no form is needed. */
  async asks(
    seen: SeenLink,
    step: SheetStep,
    typed: string,
    parts: () => FormParts,
  ): Promise<FormPageView | undefined> {
    const wish = cellWish(seen.link, step, typed, seen.today);
    if (wish.kind !== 'form') return undefined;
    const context = await this.reader.formContext(seen, wish.form.settled);
    return askedFormPage(wish.form, step, context, parts());
  }

  async fill(given: CellPosted): Promise<CellOutcome> {
    const posted = given.part === '' ? given : { ...given, sender: partOf(given.sender, given.part) };
    const { ref, step, body, scope } = posted;
    const seen = await this.see(ref, scope);
    const asked = askedFormOf(body);
    if (asked !== undefined) return this.#answered(posted, seen, asked);
    const expected = revisionOf(body);
    if (expected !== undefined && expected < seen.link.revision && !wasSentBefore(posted, seen)) {
      return { kind: 'changed', meanwhile: await this.#meanwhile(seen, expected) };
    }
    const { typed = '' } = textsOf(body);
    const wish = cellWish(seen.link, step, typed, seen.today);
    switch (wish.kind) {
      case 'nothing':
        return wish;
      case 'refused':
        return { kind: 'refused', sentence: await this.#named(wish.sentence, seen) };
      case 'request':
        return this.#send(posted, seen, [wish.request], { occurredOn: wish.on });
      case 'form': {
        const quick = trainingWithMinutes(wish.form, body);
        return quick === undefined
          ? this.#asks(posted, seen, wish.form)
          : this.#send(posted, seen, [quick.request], { occurredOn: quick.on });
      }
    }
  }

  /** The form that asks for what was typed does not say. */
  async #asks(
    { step, parts }: CellPosted,
    seen: SeenLink,
    asked: AskedForm,
    sentBack?: SentBack,
  ): Promise<CellOutcome> {
    const context = await this.reader.formContext(seen, asked.settled);
    const status = sentBack === undefined ? 200 : sentBack.changedMeanwhile === undefined ? 422 : 412;
    return { kind: 'asks', status, page: askedFormPage(asked, step, context, parts(), sentBack) };
  }

  async #answered(posted: CellPosted, seen: SeenLink, asked: AskedForm): Promise<CellOutcome> {
    const { body } = posted;
    const context = await this.reader.formContext(seen, textsOf(body));
    const form = formOf(asked);
    const read = readCommand(form, body, context);
    if (read.posted.errors.length > 0) {
      return this.#asks(posted, seen, asked, {
        posted: read.posted,
        errors: read.posted.errors,
        rules: rulesAsked(read.posted),
      });
    }
    const requests = [read.request, ...besidesOf(asked, read.request, seen.link)];
    try {
      return await this.#sendAll(posted, seen, requests, read.said);
    } catch (error) {
      return this.#asks(
        posted,
        seen,
        asked,
        await this.#sentBack(error, posted, seen, context, asked, read.posted),
      );
    }
  }

  async #sentBack(
    error: unknown,
    { scope, ref }: CellPosted,
    seen: SeenLink,
    context: FormContext,
    asked: AskedForm,
    posted: ReturnType<typeof readCommand>['posted'],
  ): Promise<SentBack> {
    if (error instanceof Refusal) return sentBackBy(error, formOf(asked), context, posted);
    const rules = rulesAsked(posted);
    if (error instanceof NotAllowed) return { posted, rules, errors: [{ message: error.message }] };
    if (!(error instanceof ChangedBySomeoneElse)) throw error;
    const now = await this.see(ref, scope);
    const expected = revisionOf(posted.values()) ?? seen.link.revision;
    return {
      posted,
      rules,
      errors: [{ message: error.message }],
      changedMeanwhile: await this.#meanwhile(now, expected),
    };
  }

  async #send(
    posted: CellPosted,
    seen: SeenLink,
    requests: readonly LinkRequest[],
    said: Said,
  ): Promise<CellOutcome> {
    try {
      return await this.#sendAll(posted, seen, requests, said);
    } catch (error) {
      if (error instanceof Refusal)
        return { kind: 'refused', sentence: await this.#named(sentenceOf(error), seen) };
      if (error instanceof NotAllowed) return { kind: 'refused', sentence: error.message };
      if (!(error instanceof ChangedBySomeoneElse)) throw error;
      const now = await this.see(posted.ref, posted.scope);
      return {
        kind: 'changed',
        meanwhile: await this.#meanwhile(now, revisionOf(posted.body) ?? seen.link.revision),
      };
    }
  }

  async #sendAll(
    { ref, step, body, sender }: CellPosted,
    seen: SeenLink,
    requests: readonly LinkRequest[],
    said: Said,
  ): Promise<CellOutcome> {
    let expected = revisionOf(body) ?? seen.link.revision;
    let last: LinkChanged | undefined;
    const warnings: string[] = [];
    for (const [index, request] of requests.entries()) {
      const own = index === 0 ? sender : partOf(sender, String(index));
      last = await this.commandBus.execute(new ChangeLink(ref, request, said, own, expected));
      warnings.push(...last.warnings.map((warning) => warning.sentence));
      expected = last.link.revision;
    }
    if (last === undefined) return { kind: 'nothing' };
    const { link } = last;
    const names = await this.reader.names(seen.facts);
    return {
      kind: 'saved',
      link,
      sentence: savedSentence(link, step, seen.today, (side) => sideText(link, side, names)),
      warnings: warnings.map((warning) => withSchools(warning, link, names)),
    };
  }

  async #meanwhile(seen: SeenLink, since: number): Promise<ChangedMeanwhile> {
    const { link, facts } = seen;
    const names = await this.reader.names(facts);
    return {
      sentences: facts
        .filter(({ revision }) => revision > since)
        .map((fact) => `${names.actor(fact.actor)}: ${historySentence(fact, link, names).headline}.`),
      seeHref: `/links/${link.ref}`,
    };
  }

  async #named(sentence: string, { facts, link }: SeenLink): Promise<string> {
    return /\bside [ab]\b/.test(sentence)
      ? withSchools(sentence, link, await this.reader.names(facts))
      : sentence;
  }
}

const partOf = (sender: Sender, part: string): Sender => ({
  ...sender,
  commandId: v5(part, sender.commandId),
});

/** The same cell sent twice, because its answer was lost, is no change by somebody else. */
const wasSentBefore = ({ sender }: CellPosted, { facts }: SeenLink) =>
  facts.some(({ commandId }) => commandId === sender.commandId);

/** The revision of the row that was on the page. */
export function revisionOf(body: Posted): number | undefined {
  const revision = /^\d{1,9}$/.exec(textsOf(body)['expectedRevision'] ?? '')?.[0];
  return revision === undefined ? undefined : Number(revision);
}
