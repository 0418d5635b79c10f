import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { NotAllowed, NotFound } from '@linking/application/accounts/access-errors.js';
import { mayChange, type Scope } from '@linking/application/accounts/scope.js';
import type { TriedRule } from '@linking/application/mails/try-rule.js';
import { ChangeProgramme } from '@linking/application/programmes/change-programme.js';
import { checkTiming, ruleNow, versionsOfRule } from '@linking/domain/programme/mail-rules.js';
import type { Programme } from '@linking/domain/programme/programme.js';
import { isChangeable, ruleShapes, type RuleTiming } from '@linking/domain/reminders/rule-settings.js';
import type { ChangeableRule } from '@linking/events/programme/programme-events.js';
import { mailTitles } from '@linking/notices/mail-titles.js';
import { capital } from '@linking/words/link-terms.js';
import { Access } from '../http/access.js';
import { formErrors } from '../http/form-errors.js';
import { PageAnswers, senderOfForm, type Posted } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { shownSoon } from '../http/soon.js';
import { mailReason } from '../links/mail-reasons.js';
import { textsOf } from '../links/link-reader.js';
import type { FormField } from '../pages/forms/form-view.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { RulePage, type RulePageView } from '../pages/reminders/rule-page.js';
import { RehearsalReader } from './rehearsal-reader.js';
import { timingText, triedMails, triedSentence, unitOf, whenOf } from './tried-rule.js';

const errorOf = formErrors('the rule', { MAIL_RULE_NOT_VALID: 'days1' });
const LISTED = 100;

/** The days of a rule: shown to all who see the programme, tried and saved by whoever runs it. */
@Controller('reminders/rules/:rule')
export class PageRulesController {
  constructor(
    @Inject(CommandBus) private readonly commandBus: CommandBus,
    @Inject(RehearsalReader) private readonly reader: RehearsalReader,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  @Access('signed-in')
  async show(
    @Param('rule') rule: string,
    @Query() query: Record<string, unknown>,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const seen = await this.#see(rule, textsOf(query)['programme'] ?? '', scope);
    return this.#page(reply, seen);
  }

  @Post('try')
  @Access('coordinator', 'national')
  async try(
    @Param('rule') rule: string,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const posted = new PostedForm(body);
    const seen = await this.#seeToChange(rule, posted.typed('programme'), scope);
    const timing = readTiming(posted, seen.rule);
    try {
      if (posted.errors.length === 0) checkTiming(seen.rule, timing);
    } catch (error) {
      posted.errors.push(errorOf(error));
    }
    if (posted.errors.length > 0) return this.#page(reply, seen, { posted });
    const tried = await this.reader.tried(seen.programme, { rule: seen.rule, ...timing });
    return this.#page(reply, seen, { posted, timing, tried });
  }

  @Post()
  @Access('coordinator', 'national')
  async save(
    @Param('rule') asked: string,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const posted = new PostedForm(body);
    const seen = await this.#seeToChange(asked, posted.typed('programme'), scope);
    const { rule } = seen;
    const { slug } = seen.programme;
    const timing = readTiming(posted, rule);
    if (posted.errors.length > 0) return this.#page(reply, seen, { posted });
    try {
      const sender = senderOfForm(reply.request, body);
      const request = { type: 'ChangeMailRule', rule, ...timing } as const;
      const { programme } = await this.commandBus.execute(new ChangeProgramme(slug, request, sender));
      await shownSoon(() => this.reader.isPlanned(programme));
    } catch (error) {
      posted.errors.push(errorOf(error));
      return this.#page(reply, seen, { posted });
    }
    const text = `${mailTitles[rule]}: ${timingText(rule, timing).toLowerCase()}. Mails that wait are planned anew.`;
    return this.answers.seeOther(reply, `/reminders?programme=${slug}`, { tone: 'green', text });
  }

  async #see(rule: string, slug: string, scope: Scope): Promise<SeenRule> {
    const { programme } = await this.reader.programme(slug, scope);
    if (!isChangeable(rule)) throw new NotFound();
    return { programme, rule, mayChange: mayChange(scope, slug) && programme.state !== 'left' };
  }

  async #seeToChange(rule: string, slug: string, scope: Scope): Promise<SeenRule> {
    const seen = await this.#see(rule, slug, scope);
    if (!seen.mayChange) throw new NotAllowed();
    return seen;
  }

  async #page(reply: FastifyReply, seen: SeenRule, asked: Asked = {}): Promise<FastifyReply> {
    const { programme, rule } = seen;
    const { posted, timing, tried } = asked;
    const now = ruleNow(programme, rule);
    const tries = tried && timing ? await this.#tried(reply, seen, { timing, tried }) : undefined;
    const view: RulePageView = {
      eyebrow: `${programme.name} · rule ${rule}`,
      heading: mailTitles[rule],
      lead: `${timingText(rule, now)}, version ${now.version}. ${mailReason(rule)}`,
      ...(seen.mayChange
        ? {
            form: {
              ...this.answers.formParts(reply),
              action: `/reminders/rules/${rule}/try`,
              hidden: { programme: programme.slug },
              fields: fieldsOf(rule),
              submitLabel: 'Try it',
              values: posted?.values() ?? valuesOf(now),
              errors: posted?.errors ?? [],
            },
          }
        : {}),
      ...(tries === undefined ? {} : { tried: tries }),
      versions: this.#versions(reply, seen),
    };
    const crumbs = [{ href: `/reminders?programme=${programme.slug}`, label: 'Reminders' }];
    const status = (posted?.errors.length ?? 0) > 0 ? 422 : 200;
    return this.answers.send(reply, { page: RulePage, view, status, crumbs });
  }

  async #tried(
    reply: FastifyReply,
    { programme, rule }: SeenRule,
    { timing, tried }: Required<Pick<Asked, 'timing' | 'tried'>>,
  ): Promise<NonNullable<RulePageView['tried']>> {
    const mails = triedMails(tried, await this.reader.triedNames(tried));
    return {
      words: timingText(rule, timing),
      sentence: triedSentence(rule, tried),
      mails: mails.slice(0, LISTED),
      more: Math.max(0, mails.length - LISTED),
      save: {
        ...this.answers.formParts(reply),
        action: `/reminders/rules/${rule}`,
        label: 'Save this change',
        look: 'primary',
        hidden: { programme: programme.slug, ...valuesOf(timing) },
      },
    };
  }

  #versions(reply: FastifyReply, { programme, rule, mayChange: may }: SeenRule): RulePageView['versions'] {
    const all = versionsOfRule(programme, rule);
    return all.toReversed().map((one) => {
      const inForce = one === all.at(-1);
      return {
        version: one.version,
        words: `${timingText(rule, one)}${one.version === 1 ? ', the national days' : ''}`,
        inForce,
        ...(inForce || !may
          ? {}
          : {
              back: {
                ...this.answers.formParts(reply),
                action: `/reminders/rules/${rule}/try`,
                label: 'Try it again',
                labelMore: `version ${one.version}`,
                hidden: { programme: programme.slug, ...valuesOf(one) },
              },
            }),
      };
    });
  }
}

interface SeenRule {
  readonly programme: Programme;
  readonly rule: ChangeableRule;
  readonly mayChange: boolean;
}

interface Asked {
  readonly posted?: PostedForm;
  readonly timing?: RuleTiming;
  readonly tried?: TriedRule;
}

const ON = ['yes', 'no'] as const;

function fieldsOf(rule: ChangeableRule): readonly FormField[] {
  const { counts, from, days } = ruleShapes[rule];
  const unit = capital(`${unitOf(counts)}s`);
  const when = whenOf(counts);
  const times = days.length === 1 ? [''] : ['First mail: ', 'Second mail: '];
  return [
    {
      kind: 'radios',
      name: 'on',
      label: 'Does it send mails?',
      inline: true,
      options: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No, it is off' },
      ],
    },
    ...days.map(({ least, most }, index): FormField => {
      const label = `${unit} ${when} ${from}`;
      const start = times[index] ?? '';
      return {
        kind: 'number',
        name: `days${index + 1}`,
        label: start === '' ? label : `${start}${label.toLowerCase()}`,
        hint: `From ${least} to ${most}`,
        width: 3,
      };
    }),
  ];
}

const valuesOf = ({ on, days }: RuleTiming): Readonly<Record<string, string>> => ({
  on: on ? 'yes' : 'no',
  ...Object.fromEntries(days.map((count, index) => [`days${index + 1}`, String(count)])),
});

const readTiming = (posted: PostedForm, rule: ChangeableRule): RuleTiming => ({
  on: posted.oneOf('on', ON, 'Choose whether it sends mails') === 'yes',
  days: ruleShapes[rule].days.map((_, index) => posted.count(`days${index + 1}`, 'Enter a number of days')),
});
