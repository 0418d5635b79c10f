import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import type { LinkNames } from '@linking/application/links/link-names.js';
import { tableLookup } from '@linking/application/mails/table-lookup.js';
import { CLOCK, EVENT_STORE, POOL, SETTINGS } from '@linking/application/ports.js';
import { levelOn } from '@linking/domain/link/escalation.js';
import { otherSide, type Link } from '@linking/domain/link/link.js';
import { tasksOf, tasksOn, type StepTask } from '@linking/domain/link/link-tasks.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Side } from '@linking/events/link/link-events.js';
import { letterToHead } from '@linking/notices/letter-to-head.js';
import type { LinkWords } from '@linking/notices/mail-words.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { longDay } from '@linking/words/format.js';
import { targetedStepNames } from '@linking/words/link-terms.js';
import { Access } from '../http/access.js';
import { PageAnswers } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { LetterPage } from '../pages/links/letter-page.js';
import { LinkReader } from './link-reader.js';

/** The letter that is ready when a step stayed open for long. It is printed or copied, and never sent from here. */
@Access('signed-in')
@Controller('links/:ref/letters')
export class PageLetterController {
  constructor(
    @Inject(POOL) readonly pool: pg.Pool,
    @Inject(EVENT_STORE) readonly store: EventStore,
    @Inject(CLOCK) readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LinkReader) private readonly reader: LinkReader,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get(':step/:side')
  async show(
    @Param('ref') ref: string,
    @Param('step') step: string,
    @Param('side') one: string,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { link, facts, today } = await this.reader.see(ref, scope);
    const side: Side = one === 'a' ? 'a' : 'b';
    const task = readyTask(link, step, side, today);
    if (task === undefined || one !== side) throw new NotFound();
    const names = await this.reader.names(facts);
    const { urn, headId } = link.sides[side];
    const head = names.person(headId, 'headteacher', urn).name;
    const programme = await tableLookup(this, this.settings).programme(link.programme);
    const view = {
      eyebrow: ref,
      heading: `Letter to the head of ${names.school(urn)}`,
      lead: `About: ${targetedStepNames[task.step]}. Print this page, or copy the text; only the letter comes out of the printer. Nothing is sent from here.`,
      to: [head, `Headteacher, ${names.school(urn)}`],
      day: longDay(today),
      letter: letterToHead({
        head,
        link: wordsOf(link, side, names),
        step: task.step,
        target: task.due,
        facilitator: programme?.contactName ?? 'Your local facilitator',
        programme: programme?.name ?? link.programme,
        mailbox: programme?.mailbox ?? this.settings.nationalOffice,
      }),
    };
    const crumbs = [
      { href: '/today', label: 'Today' },
      { href: `/links/${ref}`, label: ref },
    ];
    return this.answers.send(reply, { page: LetterPage, view, crumbs });
  }
}

/** The step whose letter to this school is ready; `undefined` while it is not. */
function readyTask(link: Link, step: string, side: Side, today: string): StepTask | undefined {
  const tasks = tasksOn(tasksOf(link), today);
  return tasks.find(
    (task): task is StepTask =>
      task.kind === 'step' &&
      task.step === step &&
      levelOn(task.escalation, today) === 'letter' &&
      task.awaited.some((who) => who.side === side),
  );
}

function wordsOf(link: Link, side: Side, names: LinkNames): LinkWords {
  const [own, partner] = [link.sides[side], link.sides[otherSide(side)]];
  const [ownClass, partnerClass] = [names.note(own.classNameId), names.note(partner.classNameId)];
  return {
    ref: link.ref,
    year: link.year,
    ownSchool: names.school(own.urn),
    partnerSchool: names.school(partner.urn),
    ...(ownClass === undefined ? {} : { ownClass }),
    ...(partnerClass === undefined ? {} : { partnerClass }),
  };
}
