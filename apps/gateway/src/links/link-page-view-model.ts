import { gapDetails } from '@linking/application/links/gap-details.js';
import type { Mail } from '@linking/application/mails/mail.js';
import { mailTitles } from '@linking/notices/mail-titles.js';
import type { ActivityLine } from '@linking/projections/link-history/link-history.js';
import type { Side } from '@linking/events/link/link-events.js';
import { closedSentence, type ClosedSchool } from '@linking/domain/schools/closed-words.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import { signingSides, type Link, type RecordedLinkEvent } from '@linking/domain/link/link.js';
import { flagsOf } from '@linking/domain/link/flags.js';
import type { TagView } from '../pages/components/tag.js';
import { longDay } from '@linking/words/format.js';
import type {
  AlternativesView,
  GapView,
  LinkPageView,
  MailLineView,
  NextActionView,
  PastView,
} from '../pages/links/link-view.js';
import type { DayForm, TimeBarView } from '../pages/links/time-bar.js';
import { differenceRows } from './difference-view-model.js';
import type { DayAsked } from './day-asked.js';
import { historySentence } from '@linking/words/history-sentence.js';
import { momentWords } from '@linking/words/moment-words.js';
import type { HoldFact } from '@linking/application/mails/holds-of-link.js';
import { historyView, ticksOf } from './history-view-model.js';
import { impactView } from './impact-view-model.js';
import { connectionsView, evidenceView, missingView, risksView, type Connected } from './link-ends-view.js';
import type { SchoolYearsOf } from '@linking/application/mails/goes-at.js';
import type { LinkNames } from '@linking/application/links/link-names.js';
import { recipientsText } from './mail-entries.js';
import { flagTags } from './flag-tags.js';
import {
  codeText,
  outcomeText,
  pupilsOf,
  sideText,
  yearGroupsOf,
  yearGroupsText,
} from '@linking/words/link-terms.js';
import { nextMailsView } from './next-mails.js';
import { gapAction } from './next-steps.js';
import { agreementView, classesView, meetingsView, trainingView } from './sides-view-model.js';
import { stagesView } from './stages-view-model.js';
import { together } from './together.js';

/** Everything that one link's page is made of. */
export interface LinkMaterial {
  /** The link as it is shown: today's, or after its first `revision` events. */
  readonly link: Link;
  /** All its events, also those after the shown one. */
  readonly facts: readonly RecordedLinkEvent[];
  readonly names: LinkNames;
  /** Schools that have closed, by side. */
  readonly closed: ReadonlyMap<Side, ClosedSchool>;
  readonly today: string;
  /** The day that was asked for, and what its form says. */
  readonly moment: { readonly asked?: DayAsked; readonly form: DayForm };
  readonly mails: readonly Mail[];
  /** Those that wait, with the training mails of its teachers. */
  readonly upcoming: readonly Mail[];
  /** By whose school days they go. */
  readonly schoolYears: SchoolYearsOf;
  /** Those of them that will not be sent as things stand, by id, with a code. */
  readonly never: ReadonlyMap<string, string>;
  /** Instant of the clock port. */
  readonly now: string;
  readonly correspondence: readonly ActivityLine[];
  /** What held its mails, and released them. */
  readonly holds?: readonly HoldFact[];
  readonly mayChange: boolean;
  /** She finds what auditors look for. */
  readonly mayAudit?: boolean;
  /** Who may see several programmes reads which one it is. */
  readonly programmeName?: string;
  readonly next: readonly NextActionView[];
  readonly alsoOpen: LinkPageView['alsoOpen'];
  readonly alternatives: readonly AlternativesView[];
  readonly connected: Connected;
  readonly mailHref: (mail: Mail) => string | undefined;
}

const LISTED_AFTERWARDS = 8;

export function linkPageView(material: LinkMaterial): LinkPageView {
  const { link, facts, names, mayChange, today } = material;
  const href = `/links/${link.ref}`;
  const { asked } = material.moment;
  const past = asked !== undefined || link.revision < facts.length;
  const shown = shownFacts(material);
  const lastDay = asked?.day ?? londonDay(shown.at(-1)?.recordedAt ?? '');
  const missing = missingView(link, names, today, mayChange && !past);
  const evidence = past ? undefined : evidenceView(link, names, material.connected, mayChange);
  const name = material.programmeName === undefined ? '' : `${material.programmeName} · `;
  return {
    ref: link.ref,
    href,
    eyebrow: `${name}${link.ref} · ${pupilsOf(link)} pupils · ${yearGroupsText(yearGroupsOf(link))}`,
    schools: { a: sideText(link, 'a', names), b: sideText(link, 'b', names) },
    tags: tagsOf(material, past),
    timeBar: timeBar(material, href, past),
    stages: stagesView(link),
    closedSchools: closedSchoolsView(material, href),
    gaps: missing === undefined ? gapsView(material, href, past) : [],
    connections: connectionsView(link, material.connected),
    risks: past ? [] : risksView(link, names, today, mayChange),
    ...(missing === undefined ? {} : { missing }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(link.outcome === 'completed' && !past
      ? { certificates: { href: `${href}/certificates`, label: 'Certificates to print' } }
      : {}),
    next: past ? [] : material.next,
    ...(past || material.next.length > 0 ? {} : nothingNext(link)),
    ...(past ? { past: afterwards(material, href) } : {}),
    ...(past || material.alternatives.length === 0 ? {} : { alternatives: material.alternatives }),
    ...(past || material.alsoOpen === undefined ? {} : { alsoOpen: material.alsoOpen }),
    classes: classesView(link, names),
    difference: differenceRows(link),
    agreement: agreementView(link, names, past ? lastDay : today),
    meetings: meetingsView(link, names),
    training: trainingView(link, names),
    impact: impactView(link, names, mayChange && !past ? `${href}/record` : undefined),
    mails: past ? { sent: [] } : mailsView(material),
    verification: `/links/${link.ref}/evidence`,
    ...(material.mayAudit
      ? {
          audit: { href: `/audit/links/${link.ref}`, label: 'Entries and mails line by line, by two clocks' },
        }
      : {}),
    history: historyView({
      link,
      facts: shown,
      correspondence: knownFacts(material, material.correspondence, past),
      holds: knownFacts(material, material.holds ?? [], past),
      names,
      href,
      mayMend: mayChange && !past,
    }),
    ...(mayChange && !past
      ? { everything: { href: `${href}/record`, label: 'Everything that can be recorded' } }
      : {}),
  };
}

/** The entries that the shown link is made of: by its own clock not always the first ones. */
function shownFacts({ link, facts }: LinkMaterial): readonly RecordedLinkEvent[] {
  const known = new Set(link.entries.map(({ event }) => event.id));
  return facts.filter(({ id }) => known.has(id));
}

function tagsOf({ link, facts, today }: LinkMaterial, past: boolean): readonly TagView[] {
  const version: TagView = { tone: 'grey', text: `Version ${link.revision}` };
  if (past) return [{ tone: 'blue', text: 'History view' }, version];
  const flags = [...answerTags(link), ...flagsOf(link, today).map((flag) => flagTags[flag])];
  const outcome: TagView = { tone: link.outcome === 'completed' ? 'green' : 'grey', text: outcomeText(link) };
  const course =
    link.outcome === 'open' && flags.length === 0 ? [{ tone: 'green', text: 'On track' } as const] : flags;
  return [...(link.outcome === 'open' ? course : [outcome]), { ...version, text: `Version ${facts.length}` }];
}

/** A link of which a school said no to the agreement is not on track. */
const answerTags = (link: Link): readonly TagView[] =>
  (['declined', 'revoked'] as const)
    .filter((status) => signingSides(link).some((side) => link.agreement[side].status === status))
    .map((status) => ({
      tone: 'red',
      text: status === 'declined' ? 'Agreement declined' : 'Agreement taken back',
    }));

function timeBar(material: LinkMaterial, href: string, past: boolean): TimeBarView {
  const { link, facts, names, moment } = material;
  return {
    ...momentWords({ link, facts, names, past, asked: moment.asked }),
    href,
    revision: link.revision,
    ticks: ticksOf({ link, facts, names }),
    past,
    dayForm: moment.form,
  };
}

/** One successor is passed to by itself; after a split somebody says where the class goes. */
function closedSchoolsView({ closed, mayChange }: LinkMaterial, href: string): readonly GapView[] {
  return [...closed].map(([side, school]) => {
    const sentence = closedSentence(school);
    if (!mayChange || school.successors.length < 2) return { sentence };
    const action = { href: `${href}/record/succeed-school?side=${side}`, label: 'Choose one' };
    return { sentence, action };
  });
}

function gapsView({ link, names, mayChange }: LinkMaterial, href: string, past: boolean): readonly GapView[] {
  return gapDetails(link, names).map((gap) => {
    const { command, preset } = gapAction(gap);
    const action = {
      href: `${href}/record/${command}?${new URLSearchParams(preset).toString()}`,
      label: 'Record it',
    };
    return mayChange && !past ? { sentence: gap.sentence, action } : { sentence: gap.sentence };
  });
}

function nothingNext(link: Link): { readonly nothingNext?: string } {
  if (link.outcome === 'open') return {};
  // Whose class goes on elsewhere did so later; this is the day on which the school left.
  const how = link.outcome === 're-brokered' ? 'Withdrawn' : outcomeText(link);
  const closed = link.closedOn === undefined ? '' : ` on ${longDay(link.closedOn)}`;
  return { nothingNext: `This link is closed: ${how.toLowerCase()}${closed}.` };
}

function afterwards(material: LinkMaterial, href: string): PastView {
  const { link, facts, names } = material;
  const shown = new Set(shownFacts(material));
  const later = facts.filter((fact) => !shown.has(fact));
  return {
    followed: later.slice(0, LISTED_AFTERWARDS).map((fact) => ({
      on: fact.occurredOn,
      text: historySentence(fact, link, names).headline,
      href: fact.revision === facts.length ? href : `${href}?revision=${fact.revision}`,
    })),
    more: Math.max(0, later.length - LISTED_AFTERWARDS),
  };
}

/** In the past only what was known by then. */
function knownFacts<Fact extends { readonly occurredOn: string; readonly recordedAt: string }>(
  { link, facts, moment }: LinkMaterial,
  lines: readonly Fact[],
  past: boolean,
): readonly Fact[] {
  const day = moment.asked?.day;
  if (day !== undefined) return lines.filter(({ occurredOn }) => occurredOn <= day);
  const next = facts[link.revision];
  return past && next !== undefined ? lines.filter(({ recordedAt }) => recordedAt < next.recordedAt) : lines;
}

function mailsView({
  link,
  mails,
  upcoming,
  schoolYears,
  never,
  now,
  names,
  mailHref,
  mayChange,
}: LinkMaterial): LinkPageView['mails'] {
  const waiting = ['planned', 'queued', 'sending', 'cancelled'];
  const gone = mails.filter(({ status }) => !waiting.includes(status));
  const minutes = together(gone, (mail) =>
    [mail.content.rule, mail.status, mail.reason, goneAt(mail).slice(0, 16)].join(' '),
  );
  return {
    toCome: nextMailsView(link, upcoming, names, { now, schoolYears, never }),
    ...(mayChange && upcoming.length > 0
      ? { hold: { href: `/reminders/hold?link=${link.ref}`, label: 'Hold its mails' } }
      : {}),
    sent: minutes.map((group) => sentLine(group, names, mailHref)),
  };
}

/** Mails of one rule that went in the same minute are one line; it leads to the first of them. */
function sentLine(
  [first, ...others]: readonly [Mail, ...Mail[]],
  names: LinkNames,
  mailHref: LinkMaterial['mailHref'],
): MailLineView {
  const href = mailHref(first);
  return {
    at: goneAt(first),
    subject: mailTitles[first.content.rule],
    to: recipientsText(
      [first, ...others].map(({ personId }) => personId),
      names,
    ),
    ...(href === undefined ? {} : { href }),
    ...mailTag(first),
  };
}

const goneAt = ({ sentAt, dueAt }: Mail) => sentAt ?? dueAt;

function mailTag({ status, reason }: Mail): { readonly tag?: TagView } {
  switch (status) {
    case 'failed':
      return { tag: { tone: 'red', text: 'Failed' } };
    case 'skipped':
      return {
        tag: { tone: 'grey', text: reason === undefined ? 'Not sent' : `Not sent: ${codeText(reason)}` },
      };
    case 'planned':
    case 'queued':
    case 'sending':
    case 'sent':
    case 'cancelled':
      return {};
  }
}
