import { ButtonLink, OneButton, type OneButtonView } from '../components/button.js';
import { Card } from '../components/card.js';
import { type Column, DataTable } from '../components/data-table.js';
import { PageHeading } from '../components/page-heading.js';
import { SummaryList, type SummaryRow } from '../components/summary-list.js';
import { Tag, type TagView } from '../components/tag.js';
import { Layout } from '../layout/layout.js';
import type { LinkTo, PageFrame } from '../layout/page-frame.js';
import { Lines, type LineView } from './lines.js';

export interface StepRowView {
  readonly step: string;
  readonly target: string;
  readonly usual: string;
  /** What the national office suggests, where the programme differs. */
  readonly national: string;
}

export interface StoppedListView {
  readonly key: string;
  readonly text: string;
  readonly again?: LinkTo;
}

export interface ProgrammeView {
  readonly eyebrow: string;
  readonly heading: string;
  readonly state: TagView;
  readonly stateSentence: string;
  /** What the national office does with it as a whole. */
  readonly lifecycle: {
    readonly buttons: readonly OneButtonView[];
    readonly ways: readonly LinkTo[];
  };
  readonly coordinators: readonly LineView[];
  readonly noCoordinators: string;
  readonly appoint?: LinkTo;
  readonly disruptions: readonly LineView[];
  readonly declare?: LinkTo;
  readonly years: readonly LineView[];
  readonly changeRecruitment?: LinkTo;
  /** Absent while the part is not in use. */
  readonly priorities?: readonly LineView[];
  readonly changePriorities?: LinkTo;
  readonly funders?: LinkTo;
  readonly termDates: readonly {
    readonly title: string;
    readonly rows: readonly SummaryRow[];
    readonly change?: LinkTo;
  }[];
  /** The years that may have links to close. */
  readonly yearEnds: readonly LinkTo[];
  readonly steps: readonly StepRowView[];
  readonly stepsSentence: string;
  readonly changeSteps?: LinkTo;
  /** What its mails say. */
  readonly wording: LinkTo;
  readonly details: readonly SummaryRow[];
  readonly changeDetails?: LinkTo;
  /** Lists by mail that do not go because their reader has stopped them. */
  readonly stopped: readonly StoppedListView[];
  readonly area: readonly SummaryRow[];
  readonly changeArea?: LinkTo;
  /** Public pages that its mails name. */
  readonly resources: readonly LineView[];
  readonly changeResources?: LinkTo;
  readonly parts: readonly LineView[];
  readonly changeParts?: LinkTo;
}

const STEPS: readonly Column<StepRowView>[] = [
  { title: 'Step', cell: (row) => row.step },
  { title: 'Target', cell: (row) => row.target },
  { title: 'Usually takes', cell: (row) => row.usual },
  { title: 'Nationally', cell: (row) => row.national, isEmpty: (row) => row.national === '' },
];

export function ProgrammePage({ frame, view }: { readonly frame: PageFrame; readonly view: ProgrammeView }) {
  return (
    <Layout frame={frame} title={view.heading}>
      <PageHeading eyebrow={view.eyebrow} heading={view.heading}>
        <Tag tag={view.state} />
      </PageHeading>
      <div class="columns">
        <div class="columns__main">
          <Card title="Coordinators" {...linkOf(view.appoint)}>
            {view.coordinators.length === 0 ? (
              <p>{view.noCoordinators}</p>
            ) : (
              <Lines lines={view.coordinators} />
            )}
          </Card>
          <Card title="Years, and whether schools are taken" {...linkOf(view.changeRecruitment)}>
            <Lines lines={view.years} />
          </Card>
          {view.priorities && (
            <Card title="Local priorities" {...linkOf(view.changePriorities)}>
              {view.priorities.length === 0 ? (
                <p class="muted">Nothing yet: what your place asks of its schools this year.</p>
              ) : (
                <Lines lines={view.priorities} />
              )}
              {view.funders && (
                <p>
                  <a href={view.funders.href} class="link">
                    {view.funders.label}
                  </a>
                </p>
              )}
            </Card>
          )}
          <Card title="Disruptions" {...linkOf(view.declare)}>
            {view.disruptions.length === 0 ? (
              <p class="muted">
                No storm, no closure. When one comes, its meetings are moved or put online together.
              </p>
            ) : (
              <Lines lines={view.disruptions} />
            )}
          </Card>
          {view.termDates.map((year) => (
            <Card key={year.title} title={year.title} {...linkOf(year.change)}>
              <SummaryList rows={year.rows} />
            </Card>
          ))}
          <Card title="Steps of the year" {...linkOf(view.changeSteps)}>
            <p>{view.stepsSentence}</p>
            <DataTable
              caption="Steps of the year"
              columns={STEPS}
              rows={view.steps}
              rowKey={(row) => row.step}
            />
          </Card>
        </div>
        <div class="columns__side">
          <Card title="Settings" {...linkOf(view.changeDetails)}>
            <SummaryList rows={view.details} />
            {view.stopped.map(({ key, text, again }) => (
              <p key={key}>
                {text}{' '}
                {again && (
                  <a href={again.href} class="link">
                    {again.label}
                  </a>
                )}
              </p>
            ))}
          </Card>
          <Card title="Mails">
            <p>
              <a href={view.wording.href} class="link">
                {view.wording.label}
              </a>
            </p>
          </Card>
          <Card title="Pages that help" {...linkOf(view.changeResources)}>
            {view.resources.length === 0 ? (
              <p class="muted">None yet: lessons and films that its mails can name beside a step.</p>
            ) : (
              <Lines lines={view.resources} />
            )}
          </Card>
          <Card title="End of the year">
            <ul class="lines">
              {view.yearEnds.map(({ href, label }) => (
                <li key={href} class="lines__item">
                  <a href={href} class="link">
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </Card>
          <Card title="Area" {...linkOf(view.changeArea)}>
            <SummaryList rows={view.area} />
          </Card>
          <Card title="Parts in use" {...linkOf(view.changeParts)}>
            <Lines lines={view.parts} />
          </Card>
          <Card title="State">
            <p>{view.stateSentence}</p>
            <div class="form__buttons">
              {view.lifecycle.buttons.map((button) => (
                <OneButton key={button.action} view={button} />
              ))}
              {view.lifecycle.ways.map((way) => (
                <ButtonLink key={way.href} href={way.href} look="secondary">
                  {way.label}
                </ButtonLink>
              ))}
            </div>
          </Card>
        </div>
      </div>
    </Layout>
  );
}

const linkOf = (link: LinkTo | undefined) => (link === undefined ? {} : { link });
