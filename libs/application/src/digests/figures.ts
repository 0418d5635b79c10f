import type pg from 'pg';
import { academicYearOfDay } from '@linking/domain/calendar/school-calendar.js';
import { stages } from '@linking/domain/link/stage.js';
import type { FiguresWords } from '@linking/notices/n29-figures.js';
import type { MailWords } from '@linking/notices/mail-words.js';
import {
  countByProgrammeAndStage,
  type StageCount,
} from '@linking/projections/link-board/link-board-queries.js';
import { listProgrammes } from '@linking/projections/programmes/programmes.js';
import { waitingByProgramme } from '@linking/projections/waiting-list/interests-query.js';
import { counted } from '@linking/words/format.js';
import { stageNames } from '@linking/words/link-terms.js';

/** More programmes than there will ever be. */
const ALL = 1_000;

/** What is open in each programme and in all of them: counts, and no single link. */
export async function readFigures(
  pool: pg.Pool,
  today: string,
): Promise<Pick<FiguresWords, Exclude<keyof FiguresWords, keyof MailWords | 'todayHref'>>> {
  const [programmes, links, waiting] = await Promise.all([
    listProgrammes(pool, { programmes: 'all', limit: ALL }),
    countByProgrammeAndStage(pool, today),
    waitingByProgramme(pool, { programmes: 'all', fromYear: academicYearOfDay(today) }),
  ]);
  const classes = (slugs: readonly string[]) =>
    waiting.filter(({ programme }) => slugs.includes(programme)).reduce((sum, it) => sum + it.classes, 0);
  const shown = programmes.filter(({ state }) => state !== 'proposed' && state !== 'left');
  return {
    today,
    network: figuresText(links, classes(programmes.map(({ slug }) => slug))),
    programmes: shown
      .toSorted((x, y) => x.name.localeCompare(y.name))
      .map(({ slug, name }) => ({
        name,
        figures: figuresText(
          links.filter(({ programme }) => programme === slug),
          classes([slug]),
        ),
      })),
  };
}

const isProposal = ({ stage }: StageCount) => stage === 'interest' || stage === 'brokered';

/** `41 links (8 signed, 33 met), 5 proposals, 6 classes waiting, 3 links overdue`. */
function figuresText(counts: readonly StageCount[], classes: number): string {
  const sum = (some: readonly StageCount[], of: 'links' | 'overdue' = 'links') =>
    some.reduce((total, it) => total + it[of], 0);
  const links = counts.filter((it) => !isProposal(it));
  const byStage = stages.flatMap((stage) => {
    const count = sum(links.filter((it) => it.stage === stage));
    return count === 0 ? [] : [`${count} ${stageNames[stage].toLowerCase()}`];
  });
  const detail = byStage.length === 0 ? '' : ` (${byStage.join(', ')})`;
  return [
    `${counted(sum(links), 'link')}${detail}`,
    counted(sum(counts.filter(isProposal)), 'proposal'),
    `${counted(classes, 'class', 'classes')} waiting`,
    `${sum(counts, 'overdue')} overdue`,
  ].join(', ');
}
