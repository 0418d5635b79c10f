import { mailId, type WantedMail } from './wanted-mail.js';

/** What a change does to one mail. */
export interface PlanChange {
  readonly kind: 'appears' | 'moves' | 'vanishes';
  readonly mail: WantedMail;
  /** The London days on which it goes without and with the change. */
  readonly from?: string;
  readonly to?: string;
}

/**
 * How one plan differs from another, by day.
 * @param goesOn the day on which a mail of a plan goes; `undefined` when it went, or comes too late
 */
export function comparePlans(
  before: readonly WantedMail[],
  after: readonly WantedMail[],
  goesOn: (mail: WantedMail) => string | undefined,
): readonly PlanChange[] {
  const daysOf = (mails: readonly WantedMail[]) => new Map(mails.map((mail) => [mailId(mail), goesOn(mail)]));
  const [was, is] = [daysOf(before), daysOf(after)];
  const all = new Map([...before, ...after].map((mail) => [mailId(mail), mail]));
  return [...all]
    .flatMap(([id, mail]): readonly PlanChange[] => {
      const [from, to] = [was.get(id), is.get(id)];
      if (from === to) return [];
      if (from === undefined) return to === undefined ? [] : [{ kind: 'appears', mail, to }];
      return [to === undefined ? { kind: 'vanishes', mail, from } : { kind: 'moves', mail, from, to }];
    })
    .toSorted((x, y) => (dayOf(x) < dayOf(y) ? -1 : 1));
}

const dayOf = ({ from, to, mail }: PlanChange) => `${from ?? to} ${mail.subject} ${mail.personId}`;
