import { PageHeading } from '../components/page-heading.js';
import { SummaryList } from '../components/summary-list.js';
import { Tag } from '../components/tag.js';
import { fullDay, shortDay } from '@linking/words/format.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';
import type { RedactedEntryView, RedactedView } from './redacted-view.js';

/** A page to print and to hand on: the whole history of a link, without anybody's name. */
export function RedactedPage({ frame, view }: { readonly frame: PageFrame; readonly view: RedactedView }) {
  return (
    <Layout frame={frame} title={`${view.ref} without names`}>
      <PageHeading eyebrow="History without names" heading={view.heading} />
      <p class="redacted__how">Print this page: what stands around it does not come out.</p>
      <article class="redacted card">
        <p class="redacted__note">
          <Tag tag={{ tone: 'amber', text: 'Redacted' }} /> {view.redaction}
        </p>
        <SummaryList rows={view.facts} />
        <h2 class="heading heading--s">Every entry and mail, in the order in which it was recorded</h2>
        <ol class="redacted__entries">
          {view.entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ol>
        <p class="redacted__small">{view.mails}</p>
      </article>
    </Layout>
  );
}

function Entry({ entry }: { readonly entry: RedactedEntryView }) {
  return (
    <li class="redacted__entry">
      <span class="redacted__number">{entry.number ?? <span class="muted">mail</span>}</span>
      <time class="redacted__day" dateTime={entry.on} aria-label={fullDay(entry.on)}>
        {`${shortDay(entry.on)} ${entry.on.slice(0, 4)}`}
      </time>
      <div class="redacted__words">
        <p class="redacted__headline">
          {entry.headline}
          {entry.marks.length > 0 && ` · ${entry.marks.join(' · ')}`}
        </p>
        {entry.details.map((detail) => (
          <p key={detail}>{detail}</p>
        ))}
        <p class="redacted__small">{entry.small}</p>
        {entry.hash !== undefined && (
          <p class="redacted__small">
            <code>{entry.hash}</code>
          </p>
        )}
      </div>
    </li>
  );
}
