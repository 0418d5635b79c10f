import type { LinkEvent, MeetingHeld, MeetingPlanned } from '@linking/events/link/link-events.js';
import { meetingOf, type Link, type Meeting } from './link.js';

type MeetingEvent = { readonly occurredOn: string } & Extract<
  LinkEvent,
  {
    readonly type:
      | 'MeetingPlanned'
      | 'ReadyForTheDay'
      | 'AnotherDateAsked'
      | 'AnotherDateDeclined'
      | 'MeetingRescheduled'
      | 'MeetingMovedOnline'
      | 'MeetingCancelled'
      | 'MeetingHeld';
  }
>;

/**
 * The meetings after one more fact about them. A meeting that was held stays held: by the day on which things
 * happened, a plan may come after the meeting that was entered late.
 */
export function withMeetingFact(link: Link, event: MeetingEvent): Link {
  switch (event.type) {
    case 'MeetingPlanned':
      return planned(link, event.data);
    case 'ReadyForTheDay': {
      const { number, side, riskAssessment, transport } = event.data;
      return change(link, number, (was) => ({
        ...was,
        ready: { ...was.ready, [side]: { riskAssessment, transport } },
      }));
    }
    case 'AnotherDateAsked': {
      const { number, side, on, reasonCode } = event.data;
      const asked = { since: event.occurredOn, ...(on === undefined ? {} : { on }), reasonCode };
      return change(link, number, (was) => ({ ...was, asked: { ...was.asked, [side]: asked } }));
    }
    case 'AnotherDateDeclined': {
      const { number, side, reasonCode } = event.data;
      return change(link, number, (was) => {
        const asked = was.asked?.[side];
        if (asked === undefined) return was;
        return { ...was, asked: { ...was.asked, [side]: { ...asked, declined: reasonCode } } };
      });
    }
    case 'MeetingRescheduled': {
      const { number, on, startsAt, endsAt } = event.data;
      return change(link, number, ({ asked: _, ...was }) =>
        was.status === 'held'
          ? { ...was, startsAt, endsAt }
          : { ...was, on, startsAt, endsAt, status: 'planned' },
      );
    }
    case 'MeetingMovedOnline':
      return changeUnlessHeld(link, event.data.number, (was) => {
        const { venueId: _, hostSide: __, ...rest } = was;
        return { ...rest, mode: 'virtual' };
      });
    case 'MeetingCancelled':
      return changeUnlessHeld(link, event.data.number, (was) => ({ ...was, status: 'cancelled' }));
    case 'MeetingHeld':
      return held(link, event.data);
  }
}

/** A plan begins anew. Of a meeting that was held it says what the holding leaves open: its hours and its work. */
function planned(link: Link, data: MeetingPlanned): Link {
  const { noteId: _, ...plan } = data;
  const known = meetingOf(link, plan.number);
  if (known?.status !== 'held') {
    return withMeeting(link, { ...plan, status: 'planned', ready: {}, keyQuestions: [] });
  }
  const { startsAt, endsAt, pupilsExpected, activities } = plan;
  return withMeeting(link, { ...known, startsAt, endsAt, pupilsExpected, activities, ready: {} });
}

/** Where it was held is said by the fact itself: a visit that took place online has no host. */
function held(link: Link, data: MeetingHeld): Link {
  const { noteId: _, ...facts } = data;
  const { venueId: __, hostSide: ___, ...plan } = meetingOf(link, facts.number) ?? {};
  return withMeeting(link, { activities: [], ready: {}, ...plan, ...facts, status: 'held' });
}

function withMeeting(link: Link, meeting: Meeting): Link {
  const others = link.meetings.filter((m) => m.number !== meeting.number);
  return { ...link, meetings: [...others, meeting].sort((x, y) => x.number - y.number) };
}

function changeUnlessHeld(link: Link, number: number, to: (was: Meeting) => Meeting): Link {
  return change(link, number, (was) => (was.status === 'held' ? was : to(was)));
}

function change(link: Link, number: number, to: (was: Meeting) => Meeting): Link {
  return { ...link, meetings: link.meetings.map((m) => (m.number === number ? to(m) : m)) };
}
