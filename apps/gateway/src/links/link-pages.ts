import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { covers } from '@linking/application/accounts/scope.js';
import { schoolYearsOf } from '@linking/application/mails/goes-at.js';
import { findMails } from '@linking/application/mails/find-mails.js';
import { neverSent } from '@linking/application/mails/never-sent.js';
import { holdsOfLink } from '@linking/application/mails/holds-of-link.js';
import { listMails } from '@linking/application/mails/outbox.js';
import { CLOCK, EVENT_STORE, POOL } from '@linking/application/ports.js';
import { closedSchool } from '@linking/application/schools/successor-of.js';
import { bothSides, type Link } from '@linking/domain/link/link.js';
import type { ClosedSchool } from '@linking/domain/schools/closed-words.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Side } from '@linking/events/link/link-events.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { correspondenceOf } from '@linking/projections/link-history/link-history.js';
import { findProgramme } from '@linking/projections/programmes/programmes.js';
import { mayAudit } from '../http/places.js';
import type { SignedIn } from '../http/signed-in.js';
import type { FormView } from '../pages/forms/form-view.js';
import type { LinkPageView, NextActionView } from '../pages/links/link-view.js';
import type { DayForm } from '../pages/links/time-bar.js';
import { commandForm } from './forms/command-forms.js';
import { commandFormView, type FormParts } from './forms/command-form-view.js';
import type { LinkNames } from '@linking/application/links/link-names.js';
import type { DayAsked } from './day-asked.js';
import { linkPageView } from './link-page-view-model.js';
import { LinkAlternatives } from './link-alternatives.js';
import { LinkReader, type SeenLink } from './link-reader.js';
import { openSteps, overdueCalls, stepSentences, type OpenStep } from './next-steps.js';

/** How many forms stand on a link's page; the other open steps are links to theirs. */
const FORMS = 1;

/** Brings together what the page of one link shows. */
@Injectable()
export class LinkPages {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LinkReader) private readonly reader: LinkReader,
    @Inject(LinkAlternatives) private readonly alternatives: LinkAlternatives,
  ) {}

  /** Schools of the link that have closed and whose class has not passed to another one. */
  async #closed(link: Link, names: LinkNames, today: string): Promise<ReadonlyMap<Side, ClosedSchool>> {
    const found = new Map<Side, ClosedSchool>();
    for (const side of bothSides) {
      const record = names.schoolRecord(link.sides[side].urn);
      const closed = record && (await closedSchool(this.pool, record, today));
      if (closed !== undefined) found.set(side, closed);
    }
    return found;
  }

  /** @param seen its link is the one shown, its facts are all there are */
  async view(
    seen: SeenLink,
    { user, scope }: SignedIn,
    moment: { readonly asked?: DayAsked; readonly form: DayForm },
    parts: () => FormParts,
  ): Promise<LinkPageView> {
    const { link, facts, mayChange, today } = seen;
    const waiting = { programmes: 'all', link: link.ref, standing: 'planned', limit: 100 } as const;
    const [mails, planned, correspondence, programme, holds] = await Promise.all([
      listMails(this.pool, { programmes: 'all', subject: link.ref, limit: 50 }),
      findMails(this.pool, waiting),
      correspondenceOf(this.pool, link.ref),
      findProgramme(this.pool, link.programme),
      holdsOfLink(this.store, link),
    ]);
    const upcoming = planned.map(({ mail }) => mail);
    const names = await this.reader.names(facts, {
      people: [...mails, ...upcoming].map(({ personId }) => personId),
      actors: [...correspondence, ...holds].map(({ actor }) => actor),
    });
    const present = moment.asked === undefined && link.revision === facts.length;
    const open = mayChange && present ? openSteps(link, names) : [];
    const closed =
      link.outcome === 'open' && present
        ? await this.#closed(link, names, today)
        : new Map<Side, ClosedSchool>();
    const now = this.clock.now();
    const schoolYears = await schoolYearsOf(this.store, upcoming);
    return linkPageView({
      closed,
      link,
      facts,
      names,
      today,
      moment,
      mails,
      upcoming,
      schoolYears,
      never: await neverSent(this.pool, upcoming, { now, schoolYears }),
      now,
      correspondence,
      holds,
      mayChange,
      mayAudit: mayAudit(user),
      ...(scope.programmes === 'all' ? { programmeName: programme?.name ?? link.programme } : {}),
      next: await this.#forms(open.slice(0, FORMS), seen, names, parts),
      alsoOpen: [...(mayChange && present ? overdueCalls(link, today) : []), ...open.slice(FORMS)].map(
        (step) => ({ href: hrefOf(link.ref, step), label: step.title }),
      ),
      connected: await this.reader.connected(link, scope),
      alternatives: present ? await this.alternatives.of(seen, scope) : [],
      mailHref: (mail) =>
        covers(scope, mail.programme) ? `/outbox/${encodeURIComponent(mail.id)}` : undefined,
    });
  }

  async #forms(
    steps: readonly OpenStep[],
    seen: SeenLink,
    names: LinkNames,
    parts: () => FormParts,
  ): Promise<readonly NextActionView[]> {
    const actions: NextActionView[] = [];
    for (const step of steps) {
      const form = commandForm(step.command);
      if (form === undefined) continue;
      const context = await this.reader.formContext(seen, step.preset, names);
      actions.push({
        title: `Next: ${step.title.slice(0, 1).toLowerCase()}${step.title.slice(1)}`,
        sentences: stepSentences(step, seen.link, names),
        form: {
          ...settled(commandFormView(form, context, parts()), step),
          also: besides(step, seen.link.ref),
        },
      });
    }
    return actions;
  }
}

const hrefOf = (ref: string, { command, preset }: Pick<OpenStep, 'command' | 'preset'>) =>
  `/links/${ref}/record/${command}${Object.keys(preset).length === 0 ? '' : `?${new URLSearchParams(preset).toString()}`}`;

/** What the step has settled, such as which meeting or school, is not asked again. */
function settled(form: FormView, { preset }: OpenStep): FormView {
  const hidden: Record<string, string> = { ...form.hidden };
  const fields = form.fields.filter((field) => {
    const value = field.kind === 'radios' ? preset[field.name] : undefined;
    if (field.kind === 'radios' && value !== undefined) hidden[field.name] = value;
    return value === undefined;
  });
  return { ...form, fields, hidden };
}

/** Other ways on, beside the button of a step. */
function besides({ command, preset }: OpenStep, ref: string) {
  if (command !== 'record-meeting-held') return [];
  return [
    {
      href: hrefOf(ref, { command: 'reschedule-meeting', preset }),
      label: 'Move the date',
      look: 'secondary',
    },
    { href: hrefOf(ref, { command: 'cancel-meeting', preset }), label: 'Did not happen', look: 'link' },
  ] as const;
}
