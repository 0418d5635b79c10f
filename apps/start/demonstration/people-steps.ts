import { bothSides } from '@linking/domain/link/link.js';
import { Chance } from './chance.js';
import { dayBetween, daysLater, timeOfDay } from './demo-days.js';
import { step, type HistoryStep } from './history-step.js';
import { refOf, type NewHead, type Story } from './story.js';

/** After half-term of this year, or after Christmas of the last one. */
export function newHeadSteps(
  stories: readonly Story[],
  newHeads: readonly NewHead[],
  first: number,
): readonly HistoryStep[] {
  const [from, to] =
    first === 2026 ? [`${first}-11-02`, `${first}-11-06`] : [`${first + 1}-01-05`, `${first + 1}-01-09`];
  return newHeads.flatMap(({ school, head }) => {
    const chance = new Chance(Number(school.urn));
    const [day, time] = [dayBetween(chance, from, to), timeOfDay(chance)];
    return stories
      .filter(isOpenInAutumn)
      .flatMap((story) =>
        bothSides
          .filter((side) => story.classes[side].school.urn === school.urn)
          .map((side) =>
            step(day, time, (writer) =>
              writer.change(refOf(story), { type: 'ChangeHeadteacher', side, head }, { note: NEW_HEAD }),
            ),
          ),
      );
  });
}

const NEW_HEAD = 'She has led the school since half-term and knows of the link.';

const isOpenInAutumn = ({ twist }: Story) => twist !== 'declined' && twist !== 'withdrawn';

/** Somebody whom mails and calls did not reach; last year she was found again. */
export function lostContactSteps(story: Story, chance: Chance): readonly HistoryStep[] {
  if (story.twist !== 'contact-lost') return [];
  const { first } = story;
  const time = timeOfDay(chance);
  if (first === 2026) {
    return [
      step(`${first}-11-12`, time, async (writer) => {
        const { headId: personId } = (await writer.link(refOf(story))).sides.b;
        const lost = { type: 'LoseContact', side: 'b', personId } as const;
        await writer.change(refOf(story), lost, {
          note: 'The office says that she is away; nobody rings back.',
        });
      }),
    ];
  }
  const change = (day: string, type: 'LoseContact' | 'RestoreContact', note: string) =>
    step(day, time, async (writer) => {
      const personId = (await writer.link(refOf(story))).sides.b.teachers[0]?.teacherId ?? '';
      await writer.change(refOf(story), { type, side: 'b', personId }, { note });
    });
  return [
    change(daysLater(`${first}-11-24`, chance.between(0, 4)), 'LoseContact', 'Her mails come back unread.'),
    change(
      daysLater(`${first}-12-07`, chance.between(0, 4)),
      'RestoreContact',
      'She is back from sick leave.',
    ),
  ];
}
