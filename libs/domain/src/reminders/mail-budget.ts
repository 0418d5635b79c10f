/** Mails a year that a person may get when all goes well. */
export const mailBudgets = { teacher: 15, head: 6 } as const;

export type BudgetedRole = keyof typeof mailBudgets;

/** One mail of a year that was sent or is planned. */
export interface CountedMail {
  readonly personId: string;
  /** The same for all that leaves as one mail. */
  readonly parcel: string;
  readonly sent: boolean;
}

export interface MailsOfPerson {
  readonly personId: string;
  readonly sent: number;
  readonly planned: number;
  /** Both, as she gets them: what leaves as one mail counts once. */
  readonly count: number;
  /** Absent for whoever is neither teacher nor headteacher. */
  readonly budget?: number;
  readonly overBudget: boolean;
}

/** How many mails each person gets in a year, the most first. */
export function mailBudget(
  mails: readonly CountedMail[],
  roleOf: (personId: string) => BudgetedRole | undefined,
): readonly MailsOfPerson[] {
  const people = new Map<string, { readonly sent: Set<string>; readonly planned: Set<string> }>();
  for (const { personId, parcel, sent } of mails) {
    const person = people.get(personId) ?? { sent: new Set(), planned: new Set() };
    people.set(personId, person);
    (sent ? person.sent : person.planned).add(parcel);
  }
  return [...people]
    .map(([personId, { sent, planned }]) => {
      const role = roleOf(personId);
      const count = sent.size + planned.size;
      const budget = role === undefined ? undefined : mailBudgets[role];
      return {
        personId,
        sent: sent.size,
        planned: planned.size,
        count,
        ...(budget === undefined ? {} : { budget }),
        overBudget: budget !== undefined && count > budget,
      };
    })
    .toSorted((x, y) => y.count - x.count || (x.personId < y.personId ? -1 : 1));
}
