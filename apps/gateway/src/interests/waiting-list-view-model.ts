import type { ClassStatus } from '@linking/domain/interest/interest.js';
import type { Programme } from '@linking/projections/programmes/programmes.js';
import type { TagView } from '../pages/components/tag.js';
import { academicYear, counted } from '../pages/format.js';
import type { WaitingListView } from '../pages/interests/waiting-list-page.js';
import { classKey, type OfferedClassWords } from './waiting-classes.js';

const tags: Readonly<Record<ClassStatus, TagView>> = {
  waiting: { tone: 'amber', text: 'Waiting' },
  paired: { tone: 'green', text: 'Paired' },
  withdrawn: { tone: 'grey', text: 'Withdrawn' },
  declined: { tone: 'grey', text: 'Declined' },
};

export function waitingListView(
  classes: readonly OfferedClassWords[],
  programmes: readonly Programme[],
  mayChange: boolean,
): WaitingListView {
  const waiting = classes.filter(({ item }) => item.status === 'waiting');
  const nameOf = (slug: string) => programmes.find((one) => one.slug === slug)?.name ?? slug;
  const several = programmes.length > 1;
  return {
    eyebrow: several ? 'All programmes' : (programmes[0]?.name ?? ''),
    lead: `${counted(waiting.length, 'class', 'classes')} waiting for a partner.`,
    rows: waiting.map(({ item, schoolName, words }) => ({
      classId: item.classId,
      school: { href: `/schools/${item.urn}`, label: schoolName },
      words: `${words} · ${academicYear(item.year)}${several ? ` · ${nameOf(item.programme)}` : ''}`,
      since: item.expressedOn,
      status: tags[item.status],
      ...(mayChange
        ? { action: { href: `/links/propose?a=${classKey(item)}`, label: 'Find a partner' } }
        : {}),
    })),
    empty: {
      title: 'No class is waiting',
      sentence: 'When a school gets in touch, record its interest here.',
    },
    ...(mayChange ? { add: { href: '/waiting/add', label: 'Record an interest' } } : {}),
  };
}
