import type { SurveyRound } from '@linking/events/link/link-events.js';
import { bothSides, type Link } from '@linking/domain/link/link.js';
import { switchedOn } from '@linking/domain/programme/switches.js';
import { counted } from '@linking/words/format.js';
import type { ImpactLineView } from '../pages/links/link-view.js';
import { commandForm, isInUse } from './forms/command-forms.js';
import { listText, sideText, type SideWords } from '@linking/words/link-terms.js';

/** What came of a link, a line a part that its programme uses; `record` leads to the forms. */
export function impactView(
  link: Link,
  words: SideWords,
  record: string | undefined,
): readonly ImpactLineView[] {
  const { parents, reflections, testimonials } = link.impact;
  const uses = (part: 'reflection' | 'surveys' | 'testimonials') => switchedOn(link.programmeYear, part);
  const lines: readonly (ImpactLineView & { readonly command: string })[] = [
    {
      title: 'Parents',
      words:
        parents.length === 0
          ? 'Nobody recorded yet'
          : `${counted(sum(parents.map(({ count }) => count)), 'parent')}, ${timesText(parents.length)}`,
      command: 'record-parents',
    },
    ...(uses('reflection')
      ? [
          {
            title: 'Reflections',
            words:
              reflections.length === 0
                ? 'None recorded yet'
                : `${reflections.length} recorded, ${meanText(reflections.map(({ rating }) => rating))} of 5 on average`,
            command: 'record-reflection',
          },
        ]
      : []),
    ...(uses('surveys')
      ? [
          {
            title: 'Surveys',
            words: `At the beginning: ${doneBy(link, 'pre', words)}`,
            small: `After-survey: ${doneBy(link, 'post', words)}`,
            command: 'record-survey',
          },
        ]
      : []),
    ...(uses('testimonials')
      ? [
          {
            title: 'Testimonials',
            words: testimonials.length === 0 ? 'None recorded yet' : `${testimonials.length} with consent`,
            command: 'record-testimonial',
          },
        ]
      : []),
  ];
  return lines.map(({ command, ...line }) => {
    const form = commandForm(command);
    if (record === undefined || form === undefined || !isInUse(form, link)) return line;
    return { ...line, action: { href: `${record}/${command}`, label: 'Record' } };
  });
}

function doneBy(link: Link, round: SurveyRound, words: SideWords): string {
  const done = bothSides.filter((side) =>
    link.impact.surveys.some((survey) => survey.side === side && survey.round === round),
  );
  if (done.length === 0) return 'nothing recorded yet';
  return done.length === 2 ? 'both classes' : listText(done.map((side) => sideText(link, side, words)));
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const meanText = (numbers: readonly number[]) =>
  (sum(numbers) / numbers.length).toLocaleString('en-GB', { maximumFractionDigits: 1 });
const timesText = (times: number) => (times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`);
