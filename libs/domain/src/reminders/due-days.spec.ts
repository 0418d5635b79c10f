import { nationalCalendar } from '../calendar/school-calendar.js';
import { dueAfter, dueBefore } from './due-days.js';

const parkside = {
  ...nationalCalendar('2026-27'),
  closedDays: [{ from: '2026-12-04', to: '2026-12-04', name: 'INSET day' }],
};

describe('the day on which a scheduled mail is due', () => {
  it('is the day that the rule names when schools are open', () => {
    expect(dueBefore('2026-11-26')).toEqual({ dueOn: '2026-11-26' });
    expect(dueAfter('2026-11-26')).toEqual({ dueOn: '2026-11-26' });
  });

  it('is the school day before when it precedes an event, and keeps why', () => {
    expect(dueBefore('2026-12-04', parkside)).toEqual({
      dueOn: '2026-12-03',
      moved: { from: '2026-12-04', because: 'INSET day' },
    });
    expect(dueBefore('2026-12-28')).toEqual({
      dueOn: '2026-12-18',
      moved: { from: '2026-12-28', because: 'Boxing Day (substitute day)' },
    });
  });

  it('is the next school day when it follows an event', () => {
    expect(dueAfter('2026-12-04', parkside)).toEqual({
      dueOn: '2026-12-07',
      moved: { from: '2026-12-04', because: 'INSET day' },
    });
    expect(dueAfter('2026-10-25').moved).toEqual({ from: '2026-10-25', because: 'Sunday' });
  });
});
