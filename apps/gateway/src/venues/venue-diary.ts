import type { CalendarItem, MeetingItem } from '@linking/application/calendar/calendar-entries.js';
import type { VenueDetails } from '@linking/application/venues/venue-details.js';
import type { TagView } from '../pages/components/tag.js';
import { counted, longDay } from '@linking/words/format.js';
import type { VenueDiaryLine, VenueView } from '../pages/venues/venue-page.js';
import { capital, codeText, listText, meetingNames, trainingNames } from '@linking/words/link-terms.js';

export interface VenueMaterial {
  readonly venue: VenueDetails;
  readonly programme: string;
  /** What is planned at the venue from today on, by day and time; absent where no diary is kept. */
  readonly items?: readonly CalendarItem[];
  readonly mayChange?: boolean;
}

export function venueView({ venue, programme, items, mayChange = false }: VenueMaterial): VenueView {
  const { name, postcode, linksAtOnce, contact, email, activities, briefedOn } = venue;
  const planned = items?.filter((item) => item.status === 'planned' && !isOnline(item));
  return {
    eyebrow: `Venue · ${programme}`,
    heading: name,
    facts: [
      { key: 'Postcode', value: postcode },
      { key: 'Room for', value: `${counted(linksAtOnce, 'link')} at once` },
      ...(contact === undefined ? [] : [{ key: 'Ask', value: contact }]),
      ...(email === undefined ? [] : [{ key: 'Mails go to', value: email }]),
      ...(activities.length === 0
        ? []
        : [{ key: 'For', value: capital(listText(activities.map((one) => codeText(one)))) }]),
      {
        key: 'Briefed',
        value: briefedOn === undefined ? 'Nothing recorded yet' : `On ${longDay(briefedOn)}`,
      },
    ],
    ...(planned === undefined ? {} : { diary: planned.map((item) => lineOf(item, planned, linksAtOnce)) }),
    ...(mayChange
      ? {
          brief: {
            href: `/venues/${venue.id}/brief`,
            label: 'Record a briefing',
          },
          ...(briefedOn === undefined
            ? {}
            : {
                voidBriefing: {
                  href: `/venues/${venue.id}/void-briefing`,
                  label: 'This briefing is wrong',
                },
              }),
        }
      : {}),
    empty: {
      title: 'Nothing is planned there',
      sentence: 'Meetings and training sessions appear here when they are planned.',
    },
  };
}

function lineOf(item: CalendarItem, planned: readonly CalendarItem[], linksAtOnce: number): VenueDiaryLine {
  const { on, startsAt, endsAt } = item;
  const times =
    startsAt === undefined || endsAt === undefined ? 'Time not known' : `${startsAt} to ${endsAt}`;
  if (item.kind === 'training') {
    return {
      key: item.sessionId,
      on,
      times,
      title: `Training, ${trainingNames[item.kindOfTraining].toLowerCase()}`,
      href: `/training/${item.sessionId}`,
      words: `${item.places} of ${counted(item.capacity, 'place')} taken`,
    };
  }
  return {
    key: `${item.ref}-${item.number}`,
    on,
    times,
    title: meetingNames[item.number],
    href: `/links/${item.ref}`,
    words: [
      listText([...new Set(item.schools)]),
      ...(item.pupils === undefined ? [] : [counted(item.pupils, 'pupil')]),
    ].join(', '),
    tag: roomTag(item, planned, linksAtOnce),
  };
}

/** How many links meet there at the same time, this one among them. */
function roomTag(meeting: MeetingItem, planned: readonly CalendarItem[], linksAtOnce: number): TagView {
  const there = planned.filter((other) => other.kind === 'meeting' && overlap(meeting, other)).length;
  const text = `${counted(there, 'link')} at that time, room for ${linksAtOnce}`;
  if (there > linksAtOnce) return { tone: 'red', text };
  return { tone: there === linksAtOnce ? 'amber' : 'green', text };
}

/** A meeting that was put online keeps in mind where it would have been. */
const isOnline = (item: CalendarItem) => item.kind === 'meeting' && item.mode === 'virtual';

function overlap(x: CalendarItem, y: CalendarItem): boolean {
  if (x.on !== y.on) return false;
  const [startX = '00:00', endX = '24:00', startY = '00:00', endY = '24:00'] = [
    x.startsAt,
    x.endsAt,
    y.startsAt,
    y.endsAt,
  ];
  return startX < endY && startY < endX;
}
