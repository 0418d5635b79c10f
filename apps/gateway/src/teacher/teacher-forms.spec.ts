import type { LinkNames } from '@linking/application/links/link-names.js';
import { nationalCalendar } from '@linking/domain/calendar/school-calendar.js';
import type { Link } from '@linking/domain/link/link.js';
import { plannedMeeting, trained } from '@linking/domain/link/spec-support/example-link.js';
import { given } from '@linking/domain/link/spec-support/given-when-then.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { teacherForm } from './teacher-forms.js';

const closed = (on: string) => ({
  ...nationalCalendar('2026-27'),
  closedDays: [{ from: on, to: on, name: 'Training day' }],
});
const names: LinkNames = {
  school: (urn) => (urn === '900002' ? 'Elm Academy' : 'Ash Primary'),
  schoolRecord: () => undefined,
  className: () => 'a class',
  person: (id) => ({ name: `Name of ${id}`, email: null, phone: null }),
  personName: (id) => `Name of ${id}`,
  venue: () => 'Cartwright Hall',
  note: () => undefined,
  consent: () => undefined,
  actor: (actor) => `Name of ${actor}`,
};

/** What is said at the box of the suggested day. */
function said(day: string, more: Partial<Link> = {}) {
  const link = { ...given(trained, plannedMeeting(1, '2026-11-26')).link, ...more };
  const taught = { link, side: 'a', names, today: '2026-11-13', personId: 'teacher-a' } as const;
  const [year, month, date] = day.split('-');
  const posted = new PostedForm({ reasonCode: 'clash', 'on-day': date, 'on-month': month, 'on-year': year });
  const read = teacherForm('date-1', taught)?.read(posted);
  return posted.errors.length === 0 ? read?.request : posted.errors;
}

describe('the day that a teacher suggests', () => {
  it.each([
    ['2026-12-12', '12 December 2026 is a Saturday. Suggest a school day.'],
    ['2026-12-13', '13 December 2026 is a Sunday. Suggest a school day.'],
    ['2027-03-26', '26 March 2027 is a bank holiday: Good Friday. Suggest a school day.'],
    [
      '2026-12-29',
      '29 December 2026 is a day on which schools are closed: Christmas holidays. Suggest a school day.',
    ],
  ])('is not %s, which is said at its box', (day, message) => {
    expect(said(day)).toEqual([{ field: 'on', message }]);
  });

  it('is a school day of her school and of the partner school', () => {
    const programmeYear = { calendar: closed('2026-12-10'), daysToAvoid: [], switches: [] };
    expect(said('2026-12-10', { programmeYear })).toEqual([
      {
        field: 'on',
        message: '10 December 2026 is a day on which schools are closed: Training day. Suggest a school day.',
      },
    ]);
    const partners = { partnerProgramme: 'kent', partnerCalendar: closed('2026-12-09') };
    expect(said('2026-12-09', partners)).toEqual([
      {
        field: 'on',
        message:
          'At Elm Academy, 9 December 2026 is a day on which schools are closed: Training day. Suggest a school day of both schools.',
      },
    ]);
  });

  it('is taken on a school day', () => {
    expect(said('2026-12-10')).toMatchObject({ type: 'AskForAnotherDate', on: '2026-12-10' });
  });
});
