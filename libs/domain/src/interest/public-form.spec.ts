import type { ProgrammeState } from '../programme/programme.js';
import { formOfSchool, isFormInUse, type FormProgramme } from './public-form.js';

const programme = (state: ProgrammeState, on = true): FormProgramme => ({
  slug: 'bradford',
  name: 'Bradford',
  state,
  switches: on ? ['public-interest-form'] : ['matching'],
});
const kindOf = (state: ProgrammeState, on = true) =>
  formOfSchool({ programme: 'bradford' }, [programme(state, on)]).kind;

describe('the public form', () => {
  it('is in use once a programme that takes new classes has turned it on', () => {
    expect(isFormInUse([])).toBe(false);
    expect(isFormInUse([programme('active', false), programme('paused')])).toBe(false);
    expect(isFormInUse([programme('active', false), programme('joined')])).toBe(true);
  });

  it('is open to the schools of a programme that has it', () => {
    expect([kindOf('joined'), kindOf('active')]).toEqual(['open', 'open']);
    expect(kindOf('active', false)).toBe('form-off');
    expect([kindOf('paused'), kindOf('paused', false)]).toEqual(['not-recruiting', 'not-recruiting']);
  });

  it('is that of the programme of its area, not that of another one', () => {
    const kent = { ...programme('paused'), slug: 'kent' };
    expect(formOfSchool({ programme: 'kent' }, [programme('active'), kent])).toEqual({
      kind: 'not-recruiting',
      programme: kent,
    });
    expect(formOfSchool({ programme: 'left-long-ago' }, [programme('active')])).toEqual({
      kind: 'national',
      because: 'area-not-clear',
    });
  });

  it('is open to a school that lies in no area, for the national office', () => {
    expect(formOfSchool({ unplacedBecause: 'outside-every-area' }, [programme('active')])).toEqual({
      kind: 'national',
      because: 'outside-every-area',
    });
  });
});
