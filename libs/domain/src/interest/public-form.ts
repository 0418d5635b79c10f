import { takesLinks, type Programme } from '../programme/programme.js';
import { switchedOn } from '../programme/switches.js';
import type { Routing, UnplacedReason } from './routing.js';

/** Whether a school finds the public form, by whose area it lies in. */
export type FormOfSchool<Known extends FormProgramme = FormProgramme> =
  /** It is open; the interest goes to this programme. */
  | { readonly kind: 'open'; readonly programme: Known }
  /** It is open; the national office looks after what no programme has. */
  | { readonly kind: 'national'; readonly because: UnplacedReason }
  /** Its programme takes interests, and not by this form. */
  | { readonly kind: 'form-off'; readonly programme: Known }
  /** Its programme takes no new classes now. */
  | { readonly kind: 'not-recruiting'; readonly programme: Known };

export type FormProgramme = Pick<Programme, 'slug' | 'name' | 'state' | 'switches'>;

const hasForm = (programme: FormProgramme) =>
  switchedOn(programme, 'public-interest-form') && takesLinks(programme);

/** Whether there is a public form at all: some programme has turned it on and takes new classes. */
export const isFormInUse = (programmes: readonly FormProgramme[]): boolean => programmes.some(hasForm);

export function formOfSchool<Known extends FormProgramme>(
  routing: Routing,
  programmes: readonly Known[],
): FormOfSchool<Known> {
  if ('unplacedBecause' in routing) return { kind: 'national', because: routing.unplacedBecause };
  const programme = programmes.find(({ slug }) => slug === routing.programme);
  if (programme === undefined) return { kind: 'national', because: 'area-not-clear' };
  if (!takesLinks(programme)) return { kind: 'not-recruiting', programme };
  return { kind: hasForm(programme) ? 'open' : 'form-off', programme };
}
