import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { linkNames, type LinkNames } from '@linking/application/links/link-names.js';
import { readLink } from '@linking/application/links/link-history.js';
import { tableLookup } from '@linking/application/mails/table-lookup.js';
import { CLOCK, EVENT_STORE, POOL, SETTINGS } from '@linking/application/ports.js';
import { findToken, type Token } from '@linking/application/tokens/tokens.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import { otherSide, type Link } from '@linking/domain/link/link.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Side } from '@linking/events/link/link-events.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { academicYear, counted, longDay } from '@linking/words/format.js';
import { listText, yearGroupsText } from '@linking/words/link-terms.js';
import type { ContactView } from '../pages/agreement/signing-view.js';
import type { NamingView } from '../pages/class-naming/naming-view.js';
import type { FormError, FormView } from '../pages/forms/form-view.js';
import { namingState, type NamingState } from './naming-state.js';

/** What stands behind an address that we made. */
export interface OpenedNaming {
  readonly token: Token;
  readonly state: NamingState;
  readonly link: Link;
  readonly side: Side;
  readonly names: LinkNames;
  readonly programme: string;
  readonly contact: ContactView;
}

export interface Typed {
  readonly values?: FormView['values'];
  readonly errors?: readonly FormError[];
}

/** Reads what an address leads to, and draws it. Reading changes nothing. */
@Injectable()
export class NamingPages {
  constructor(
    @Inject(POOL) readonly pool: pg.Pool,
    @Inject(EVENT_STORE) readonly store: EventStore,
    @Inject(CLOCK) readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** `undefined` for an address that we never made. */
  async open(address: string): Promise<OpenedNaming | undefined> {
    const token = await findToken(this.pool, address);
    if (token === undefined || token.purpose !== 'name-teacher' || token.side === undefined) return undefined;
    const { side } = token;
    const { link, facts } = await readLink(this.store, token.ref);
    const names = await linkNames(this.pool, facts, { people: [token.personId] });
    const state = namingState(token, side, link, this.clock.now());
    const known = await tableLookup(this, this.settings).programme(link.programme);
    return {
      token,
      state,
      link,
      side,
      names,
      programme: known?.name ?? link.programme,
      contact: {
        name: known?.contactName ?? 'your local facilitator',
        email: known?.mailbox ?? this.settings.nationalOffice,
      },
    };
  }

  view(opened: OpenedNaming, address: string, typed: Typed = {}): NamingView {
    const { state, contact, token, link, side, names } = opened;
    const eyebrow = `${opened.programme} · ${academicYear(link.year)} · ${link.ref}`;
    switch (state) {
      case 'open': {
        const head = names.person(token.personId, 'headteacher', link.sides[side].urn).name;
        const until = longDay(londonDay(token.expiresAt));
        return {
          state,
          eyebrow,
          lead: leadOf(opened),
          form: formOf(opened, address, typed),
          notice: `This page is only for ${head} and works until ${until}.`,
          contact,
        };
      }
      case 'named':
        return { state, eyebrow, sentence: namedSentence(opened), contact };
      case 'expired':
        return {
          state,
          sendAgain: {
            action: `${address}/send-again`,
            label: 'Send me a new one',
            look: 'primary',
            csrf: '',
            idempotencyKey: randomUUID(),
          },
          contact,
        };
      case 'over':
        return { state, contact };
    }
  }
}

function leadOf({ link, side, names }: OpenedNaming): string {
  const { urn, yearGroups } = link.sides[side];
  const partner = link.sides[otherSide(side)];
  const other = names.note(partner.classNameId) ?? `a ${yearGroupsText(partner.yearGroups)} class`;
  const own = `The ${yearGroupsText(yearGroups)} class of ${names.school(urn)}`;
  return `${own} is linked with ${other} of ${names.school(partner.urn)}. Who teaches it?`;
}

function formOf(
  { link, side, names }: OpenedNaming,
  action: string,
  { values, errors = [] }: Typed,
): FormView {
  const { classNameId, pupilCount } = link.sides[side];
  return {
    action,
    fields: [
      { kind: 'text', name: 'teacherName', label: 'Name of the teacher', autocomplete: 'off' },
      {
        kind: 'email',
        name: 'teacherEmail',
        label: 'School e-mail of the teacher',
        hint: 'The training place and all dates go there.',
        autocomplete: 'off',
      },
      { kind: 'text', name: 'className', label: 'Name of the class', hint: 'Such as 4 Oak', width: 10 },
      {
        kind: 'number',
        name: 'pupilCount',
        label: 'How many pupils?',
        hint: 'About is good enough.',
        width: 3,
      },
    ],
    submitLabel: 'Save',
    values: values ?? { className: names.note(classNameId), pupilCount: String(pupilCount) },
    errors,
    csrf: '',
    idempotencyKey: randomUUID(),
  };
}

function namedSentence({ link, side, names }: OpenedNaming): string {
  const { teachers, urn, classNameId, yearGroups, pupilCount } = link.sides[side];
  const who = listText(teachers.map(({ teacherId }) => names.person(teacherId, 'teacher', urn).name));
  const what = names.note(classNameId) ?? `the ${yearGroupsText(yearGroups)} class`;
  return `${who} teaches ${what}, ${counted(pupilCount, 'pupil')}.`;
}
