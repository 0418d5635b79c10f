import { refusalOf } from '../link/spec-support/given-when-then.js';
import { after, ask, enrol, plan, register } from './spec-support/example-session.js';

describe('the register of a session', () => {
  const ready = [plan, enrol('ann'), enrol('bea'), enrol('cas')];

  it('says who came, for how long, and why others did not', () => {
    const session = after(
      ...ready,
      register(
        { teacherId: 'ann', attended: true },
        { teacherId: 'bea', attended: false, reasonCode: 'ill' },
        { teacherId: 'cas', attended: true, minutes: 200 },
      ),
    );
    expect(session.attendance).toEqual([
      { teacherId: 'ann', attended: true, minutes: 330 },
      { teacherId: 'bea', attended: false, minutes: 0, reasonCode: 'ill' },
      { teacherId: 'cas', attended: true, minutes: 200 },
    ]);
  });

  it('is the truth: the same again changes nothing, something else does', () => {
    const absent = { teacherId: 'ann', attended: false, reasonCode: 'ill' };
    const session = after(...ready, register(absent));
    expect(ask(session, register(absent))).toEqual([]);
    expect(ask(session, register({ teacherId: 'ann', attended: false }))).toEqual([]);
    expect(ask(session, register({ ...absent, reasonCode: 'school-closed' }))).toHaveLength(1);
    const came = after(...ready, register(absent), register({ teacherId: 'ann', attended: true }));
    expect(came.attendance).toEqual([{ teacherId: 'ann', attended: true, minutes: 330 }]);
  });

  it('counts a teacher who stands on it twice as she stands last', () => {
    const twice = register({ teacherId: 'ann', attended: false }, { teacherId: 'ann', attended: true });
    expect(after(...ready, twice).attendance).toEqual([{ teacherId: 'ann', attended: true, minutes: 330 }]);
  });

  it('is filled in from the day of the session on', () => {
    const early = register({ teacherId: 'ann', attended: true });
    expect(refusalOf(() => ask(after(...ready), early, '2026-09-30'))).toMatchObject({
      code: 'SESSION_NOT_HELD_YET',
      sentence: 'The session is on 1 October; attendance can be recorded from that day.',
    });
  });

  it('holds only teachers who are enrolled', () => {
    const ann = { teacherId: 'ann', attended: true };
    const zoe = { teacherId: 'zoe', attended: true };
    for (const entries of [[zoe], [ann, zoe], [zoe, ann]]) {
      expect(refusalOf(() => ask(after(...ready), register(...entries)))).toMatchObject({
        code: 'NOT_INVITED',
        sentence: 'Someone on this list is not enrolled in the session.',
        more: { nextStep: 'Enrol the teacher first, or record the training in the link.' },
      });
    }
  });

  it('is filled in teacher by teacher as well, and each line is mended by itself', () => {
    const ann = { teacherId: 'ann', attended: true, minutes: 330 };
    const bea = { teacherId: 'bea', attended: true, minutes: 330 };
    const both = after(...ready, register(ann), register(bea));
    expect(both.attendance).toEqual([ann, bea]);
    expect(ask(both, register(bea))).toEqual([]);
    const shorter = { ...bea, minutes: 200 };
    expect(ask(both, register(ann, shorter))).toEqual([
      { type: 'AttendanceRecorded', data: { entries: [shorter] } },
    ]);
    expect(after(...ready, register(ann, bea), register(shorter)).attendance).toEqual([ann, shorter]);
  });
});
