import type { RefusalCode } from '@linking/domain/refusal.js';
import { refusalGivers, type Giver } from '@linking/domain/spec-support/refusal-givers.js';
import type { Decider, Made } from './event-examples.js';
import type { RefusalSite } from './refusal-sites.js';

/** Their sentence is itself what to do: "Tick the box to agree to the points above." */
export const sayWhatToDo: ReadonlySet<string> = new Set<RefusalCode>([
  'TICK_MISSING',
  'SAME_CLASS',
  'YEAR_NOT_VALID',
  'PLACE_OF_MEETING_MISSING',
  'SESSION_NOT_HELD_YET',
  'DATE_NOT_KNOWN',
]);

const giverNames: Readonly<Record<Giver, string>> = {
  link: 'a link',
  interest: 'an interest',
  programme: 'a programme',
  training: 'a training session',
  schools: 'a school added by hand',
  venue: 'a venue',
  grant: 'a grant',
  application: 'before any rule',
};

/** What stands in the place of what is filled in, where only the application refuses. */
const filledIn: Readonly<Record<string, string>> = {
  code: 'BRD',
  urn: '999999',
  interestId: '5d4a8f0e-93a1-5c1b-8f0e-2b7c1f434b0e',
  name: 'Bradford',
  link: 'BRD-2026-014',
  ref: 'BRD-2026-014',
  joinedTo: '149210',
  schools: 'One school',
  list: 'Fern Hill School, Bradford, BD9 4LA (900001)',
  'yearText(opening.from)': '2025–26',
  'school.laCode': '999',
  'programme.name': 'Bradford',
  'yearText(year)': '2027–28',
  'fullDate(on)': '1 September 2026',
  'fullDate(ended.on)': '31 July 2027',
  'fullDate(early)': '1 June 2026',
  'fullDate(due)': '31 January 2027',
  'fullDate(before)': '25 January 2027',
  occurredOn: '31 September',
  day: '31 September',
  today: '2026-11-23',
};

interface Shown {
  readonly sentence: string;
  readonly nextStep: string;
}

/** `docs/refusals.md`: every code with its sentence, what to do next, and who refuses. */
export function refusalsText(made: Readonly<Record<Decider, Made>>, sites: readonly RefusalSite[]): string {
  const rows = Object.entries(refusalGivers).map(([code, givers]) => {
    const { sentence, nextStep } = shownOf(code, givers, made, sites);
    const files = [...new Set(sites.filter((site) => site.code === code).map(({ file }) => file))];
    const from = givers.map((giver) => giverNames[giver]).join(', ');
    return `### ${code}

> ${sentence}

${nextStep === '' ? 'The sentence says what to do.' : `Next: ${nextStep}`}

Refused by: ${from} (${files.map((file) => `\`${file.replace(/^(libs|apps)\//, '')}\``).join(', ')}).`;
  });
  return `# Refusals

Made by \`npm run docs:domain\`; a test compares them. A command that is not accepted is answered with a code for programs, a
sentence for people and what to do next: 422 and problem+json with \`code\`, \`detail\` and \`nextStep\` from the API, the words
beside the field on a page. The sentence shown is one that the rules really gave; the same code may come with other
sentences. Where no rule was asked yet ("before any rule"), it is taken from the source, with its gaps filled in.

${rows.length} codes.

${rows.join('\n\n')}
`;
}

function shownOf(
  code: string,
  givers: readonly Giver[],
  made: Readonly<Record<Decider, Made>>,
  sites: readonly RefusalSite[],
): Shown {
  for (const giver of givers) {
    const met = giver in made ? made[giver as Decider].refusals.get(code) : undefined;
    if (met !== undefined) return { sentence: met.sentence, nextStep: met.more.nextStep ?? '' };
  }
  const site = sites.find((it) => it.code === code && it.sentence !== '');
  if (site === undefined)
    throw new Error(`No sentence of ${code} can be shown: let the random lives meet it`);
  return { sentence: filled(site.sentence), nextStep: filled(site.nextStep) };
}

const filled = (words: string) =>
  words.replace(/\$\{([^}]+)\}/g, (_, name: string) => {
    const value = filledIn[name];
    if (value === undefined) throw new Error(`Say what stands for ${name} in docs/refusals.md`);
    return value;
  });
