import type { ProgrammeState } from '@linking/domain/programme/programme.js';
import type {
  Digest,
  ProgrammeSwitch,
  RecruitmentState,
} from '@linking/events/programme/programme-events.js';
import { longDay } from '@linking/words/format.js';
import { codeText } from '@linking/words/link-terms.js';
import type { TagView } from '../pages/components/tag.js';

export const stateTags: Readonly<Record<ProgrammeState, TagView>> = {
  proposed: { tone: 'grey', text: 'Proposed' },
  joined: { tone: 'blue', text: 'Joined' },
  active: { tone: 'green', text: 'Active' },
  paused: { tone: 'amber', text: 'Paused' },
  left: { tone: 'grey', text: 'Left' },
};

export const stateSentences: Readonly<Record<ProgrammeState, string>> = {
  proposed: 'It is talked about. It takes no interests and no links yet.',
  joined: 'It belongs to the network and gets ready: interests and links are taken.',
  active: 'Its links are under way.',
  paused: 'It takes no new classes and links. Links that exist go on.',
  left: 'It has left the network. What it did stays on record.',
};

export const recruitmentTags: Readonly<Record<RecruitmentState, TagView>> = {
  open: { tone: 'green', text: 'Open' },
  'waiting-list': { tone: 'amber', text: 'Waiting list' },
  closed: { tone: 'grey', text: 'Closed' },
};

export const digestNames: Readonly<Record<Digest, string>> = {
  'weekly-list': 'Weekly list, on the first working day of the week',
  'daily-list': 'Daily list of what was declined or cancelled or did not arrive',
};

/** Said where the lists of a programme are shown and asked for: its settings and its reader's stop are two matters. */
export const stoppedText = ({ digest, since }: { readonly digest: Digest; readonly since: string }): string =>
  `Whoever reads the mailbox stopped the ${codeText(digest)} on ${longDay(since)}: it does not go until it is asked for again, whatever is chosen in the settings.`;

export const switchNames: Readonly<Record<ProgrammeSwitch, string>> = {
  matching: 'Matching',
  surveys: 'Surveys',
  'venue-diary': 'Venue diary',
  reflection: 'Reflection',
  testimonials: 'Testimonials',
  funders: 'Funders and local priorities',
  'public-interest-form': 'Public interest form (schools open /interest)',
  'e-mailed-proposals': 'E-mailed proposals',
  'signature-with-interest': 'Signature with the interest',
};

/** The words of a step's usual length. */
export const usualText = (step: string, days: number): string =>
  `${days} ${step === 'agreement' ? 'school days' : 'days'}`;
