import { resourceAudiences, resourceSteps } from '@linking/events/programme/codes.js';
import type { Resource, ResourceAudience, ResourceStep } from '@linking/events/programme/programme-events.js';
import type { ResourceSaid } from '@linking/application/programmes/change-programme.js';
import type { FormField } from '../pages/forms/form-view.js';
import type { PostedForm } from '../pages/forms/posted-form.js';
import type { FormMaterial, ProgrammeForm } from './programme-form.js';

/** What a mail can name before it is a list that nobody reads. */
export const MOST_RESOURCES = 20;
/** An address on the open web, in one piece. */
export const webAddress = /^https:\/\/[^\s<>"]{4,490}$/;

export const resourceStepNames: Readonly<Record<ResourceStep, string>> = {
  'first-exchange': 'the first exchange',
  meetings: 'meetings',
};

const audienceNames: Readonly<Record<ResourceAudience, string>> = {
  teachers: 'for teachers',
  families: 'for families',
};

const lists = resourceSteps.flatMap((step) => resourceAudiences.map((audience) => ({ step, audience })));
const nameOf = ({ step, audience }: Pick<Resource, 'step' | 'audience'>) => `${step}.${audience}`;

export const resourcesForm: ProgrammeForm = {
  title: 'Pages that help',
  intro:
    'Lessons, films and reports on the open web. The mail after training and the one before a meeting name them.',
  submitLabel: 'Save the pages',
  fields: () =>
    lists.map((one): FormField => ({
      kind: 'textarea',
      name: nameOf(one),
      label: `Before ${resourceStepNames[one.step]}, ${audienceNames[one.audience]}`,
      hint: 'A line each: its title, then its address, such as: Who am I? https://example.org/lesson.',
      rows: 3,
      optional: true,
    })),
  values: ({ programme, note }) =>
    Object.fromEntries(lists.map((one) => [nameOf(one), linesOf(programme.resources ?? [], one, note)])),
  read: (posted) => {
    const resources = lists.flatMap((one) => readLines(posted, one));
    if (resources.length > MOST_RESOURCES) {
      posted.wrong(
        nameOf(lists[0] ?? { step: 'first-exchange', audience: 'teachers' }),
        `Name at most ${MOST_RESOURCES} pages`,
      );
    }
    return [{ type: 'SetResources', resources }];
  },
  done: 'The pages are saved. Mails that go from now on name them.',
};

const linesOf = (
  resources: readonly Resource[],
  { step, audience }: Pick<Resource, 'step' | 'audience'>,
  note: FormMaterial['note'],
) =>
  resources
    .filter((one) => one.step === step && one.audience === audience)
    .flatMap(({ noteId }) => note(noteId)?.replace('\n', ' ') ?? [])
    .join('\n');

function readLines(posted: PostedForm, one: Pick<Resource, 'step' | 'audience'>): readonly ResourceSaid[] {
  const lines = (posted.words(nameOf(one)) ?? '').split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [, title = '', url = ''] = /^(.*\S)\s+(\S+)$/.exec(line) ?? [];
      if (!webAddress.test(url) || title.length > 300) {
        posted.wrong(nameOf(one), 'Write on each line a title and then an address that begins with https://');
      }
      return { ...one, title, url };
    });
}
