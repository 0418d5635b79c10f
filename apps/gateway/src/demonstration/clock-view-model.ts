import type { DayOfMails } from '@linking/application/mails/upcoming-mails.js';
import type { FoundMail } from '@linking/application/mails/find-mails.js';
import { mailTitles } from '@linking/notices/mail-titles.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import type { ClockView } from '../pages/demonstration/clock-page.js';
import { counted, fullMoment } from '@linking/words/format.js';

export interface ClockMaterial {
  readonly now: string;
  readonly since: string;
  readonly sent: readonly FoundMail[];
  readonly more: boolean;
  readonly people: ReadonlyMap<string, { readonly name: string }>;
  /** Due by the clock, and not gone yet. */
  readonly waiting: number;
  readonly ahead: readonly DayOfMails[];
  readonly mayMove: boolean;
  readonly csrf: string;
  readonly action: string;
}

export function clockView(material: ClockMaterial): ClockView {
  const { now, since, sent, more, people, waiting, ahead, mayMove, csrf, action } = material;
  const today = londonDay(now);
  return {
    now,
    ...(mayMove ? { forward: { action, csrf } } : {}),
    sentTitle: `Sent since ${fullMoment(since)}`,
    sentWords: sentWords(sent.length, more, waiting),
    reload: { href: `${action}?since=${since}`, label: waiting > 0 ? 'Look again' : 'Reload' },
    sent: sent.map(({ mail, at, items }) => ({
      id: mail.id,
      at,
      href: `/outbox/${encodeURIComponent(mail.id)}`,
      title: mailTitles[mail.content.rule],
      ...(items.length > 1 ? { merged: `${items.length} matters in one mail` } : {}),
      to: people.get(mail.personId)?.name ?? 'a mailbox',
    })),
    ahead: ahead
      .filter(({ day }) => day >= today)
      .map(({ day, mails, rules }) => ({
        day,
        mails: counted(mails, 'mail'),
        titles: rules.map(({ title }) => title),
      })),
  };
}

function sentWords(count: number, more: boolean, waiting: number): string {
  const gone =
    count === 0 ? 'Nothing went out' : `${counted(count, 'mail')}${more ? ' and more' : ''} went out`;
  return waiting === 0 ? `${gone}, and nothing waits.` : `${gone}; ${waiting} on the way.`;
}
