import type { KeptAccess } from '@linking/application/accounts/access-log.js';
import type { Drawn } from '@linking/application/audit/draw-sample.js';
import { schoolsInWords, type LinkWords } from '@linking/application/links/link-words.js';
import { stageOf } from '@linking/domain/link/stage.js';
import type { Link } from '@linking/domain/link/link.js';
import { stageNames, yearGroupsOf, yearGroupsText } from '@linking/words/link-terms.js';
import type { DrawnSampleView, SampleView } from '../pages/audit/sample-view.js';
import { academicYear, counted, fullMoment, shortMoment } from '@linking/words/format.js';
import { frameHref, sampleHref, type SampleAsked } from './sample-form.js';
import { timelineHref } from './timeline-filters.js';

export interface SampleMaterial {
  readonly asked: SampleAsked;
  readonly drawn: readonly Drawn[];
  /** How many links it was drawn from. */
  readonly of: number;
  readonly links: readonly Link[];
  readonly words: LinkWords;
  /** Name of the programme, or `all programmes`. */
  readonly where: string;
  /** When the reader last opened a link, by reference. */
  readonly opened: ReadonlyMap<string, string>;
  readonly drawnBy: string;
  readonly now: string;
}

export function drawnView(material: SampleMaterial): DrawnSampleView {
  const { asked, drawn, of, links, words, where, opened, drawnBy, now } = material;
  const seen = links.filter(({ ref }) => opened.has(ref)).length;
  return {
    title: drawn.length === of ? `All ${counted(of, 'link')}` : `${drawn.length} of ${counted(of, 'link')}`,
    sentence: `Drawn from ${where}, ${academicYear(asked.year)}, with the seed “${asked.seed}”.`,
    facts: [
      { key: 'Seed', value: asked.seed },
      { key: 'From', value: `${counted(of, 'link')} of ${where}, ${academicYear(asked.year)}` },
      { key: 'Up to', value: `the first ${counted(asked.upTo, 'event')} of the log, all of them signed` },
      { key: 'Opened', value: `${seen} of ${drawn.length} by you` },
      { key: 'Drawn', value: `${fullMoment(now)}, by ${drawnBy}` },
    ],
    links: drawn.map(({ ref, hash }, at) => {
      const link = links.find((one) => one.ref === ref);
      const openedAt = opened.get(ref);
      return {
        place: at + 1,
        ref,
        href: timelineHref(ref),
        schools: link === undefined ? '' : schoolsInWords(link, words),
        words:
          link === undefined ? '' : `${yearGroupsText(yearGroupsOf(link))} · ${stageNames[stageOf(link)]}`,
        hash,
        ...(openedAt === undefined ? {} : { opened: shortMoment(openedAt) }),
      };
    }),
    frame: { href: frameHref(asked), label: `list of the ${counted(of, 'reference')}` },
    command: commandOf(asked),
  };
}

/** As POSIX shells understand it; a seed holds no quotation mark. */
const commandOf = ({ seed, count, upTo }: SampleAsked) =>
  `while read ref; do
  echo "$(printf '%s' "${seed}$ref" | sha256sum | cut -c1-64) $ref"
done < links-${upTo}.txt | sort | head -n ${count}`;

const DRAWS_SHOWN = 10;

/** Each draw once, though its page was opened again. */
export function earlierDraws(kept: readonly KeptAccess[]): SampleView['earlier'] {
  const draws = kept.flatMap(({ at, detail }) => {
    const asked = askedOf(detail);
    return asked === undefined
      ? []
      : [
          {
            href: sampleHref(asked),
            label: `${counted(asked.count, 'link')} of ${academicYear(asked.year)}, seed “${asked.seed}”`,
            at: shortMoment(at),
          },
        ];
  });
  return draws
    .filter(({ href }, at) => draws.findIndex((other) => other.href === href) === at)
    .slice(0, DRAWS_SHOWN);
}

function askedOf(detail: KeptAccess['detail']): SampleAsked | undefined {
  const { year, programme, upTo, count, seed } = detail ?? {};
  if (typeof year !== 'string' || typeof seed !== 'string') return undefined;
  if (typeof upTo !== 'number' || typeof count !== 'number') return undefined;
  return { year, seed, upTo, count, ...(typeof programme === 'string' ? { programme } : {}) };
}
