import { Tag, type TagView } from '../components/tag.js';
import { fullDay, shortDay } from '@linking/words/format.js';
import type { LinkTo } from '../layout/page-frame.js';

export interface CorrectionView {
  /** `Pupils of Brook Lane`. */
  readonly what: string;
  readonly was: string;
  readonly now: string;
  /** `Typing mistake. Amina Khan, 2 December 2026`. */
  readonly why: string;
}

export interface HistoryEntryView {
  readonly id: string;
  /** When it happened: a day, or as much as is known of it. */
  readonly on: string;
  /** London wall-clock time; absent when only the day is known. */
  readonly time?: string;
  readonly marker: 'stage' | 'step' | 'mail' | 'mending';
  readonly headline: string;
  readonly tag?: TagView;
  /** What an auditor looks for in it. */
  readonly marks?: readonly TagView[];
  readonly details: readonly string[];
  readonly who: string;
  /** Own events of the link are numbered, mails are not. */
  readonly event?: LinkTo;
  /** Name of the event in the log: for auditors alone. */
  readonly type?: string;
  /** `Recorded 12 December 2026`, when it was written down on another day. */
  readonly recorded?: string;
  /** Recorded more than 14 days after it happened. */
  readonly late?: boolean;
  readonly corrections: readonly CorrectionView[];
  /** Why a voided entry does not count: `Entered on the wrong link. Amina Khan, 2 December 2026`. */
  readonly voided?: string;
  /** Why a mail was sent or skipped. */
  readonly why?: string;
  /** `Correct this`, `Void this`. */
  readonly actions: readonly LinkTo[];
}

/** In the order in which they are given. */
export function HistoryList({ entries }: { readonly entries: readonly HistoryEntryView[] }) {
  return (
    <ol class="history">
      {entries.map((entry) => (
        <li
          key={entry.id}
          id={`entry-${entry.id}`}
          class={`history__entry history__entry--${entry.marker}${entry.voided === undefined ? '' : ' history__entry--voided'}`}
        >
          <p class="history__when">
            <time class="history__day" dateTime={entry.on} aria-label={fullDay(entry.on)}>
              {shortDay(entry.on)}
            </time>
            {entry.time !== undefined && <span class="history__time">{entry.time}</span>}
          </p>
          <span class="history__marker" aria-hidden="true"></span>
          <div class="history__words">
            <Words entry={entry} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Words({ entry }: { readonly entry: HistoryEntryView }) {
  return (
    <>
      <h3 class="history__headline">
        {entry.voided === undefined ? entry.headline : <s>{entry.headline}</s>}{' '}
        {entry.voided !== undefined && <Tag tag={{ tone: 'red', text: 'Voided' }} />}
        {entry.tag && <Tag tag={entry.tag} />}
        {entry.late === true && <Tag tag={{ tone: 'amber', text: 'Entered late' }} />}
        {entry.marks?.map((mark) => (
          <Tag key={mark.text} tag={mark} />
        ))}
      </h3>
      {entry.details.map((detail) => (
        <p key={detail} class="history__detail">
          {entry.voided === undefined ? detail : <s>{detail}</s>}
        </p>
      ))}
      {entry.voided !== undefined && <p class="history__detail">{entry.voided}</p>}
      {entry.corrections.map((correction) => (
        <Correction key={`${correction.what}${correction.was}`} correction={correction} />
      ))}
      <p class="history__who">
        {entry.who}
        {entry.event && (
          <>
            {' · '}
            <a href={entry.event.href} class="link">
              {entry.event.label}
            </a>
          </>
        )}
        {entry.recorded !== undefined && ` · ${entry.recorded}`}
        {entry.type !== undefined && (
          <>
            {' · '}
            <code class="code code--type">{entry.type}</code>
          </>
        )}
        {entry.actions.map((action) => (
          <>
            {' · '}
            <a key={action.href} href={action.href} class="link">
              {action.label}
              <span class="govuk-visually-hidden">: {entry.headline}</span>
            </a>
          </>
        ))}
      </p>
      {entry.why !== undefined && (
        <details class="why">
          <summary>Why was this sent?</summary>
          <p>{entry.why}</p>
        </details>
      )}
    </>
  );
}

function Correction({ correction }: { readonly correction: CorrectionView }) {
  return (
    <p class="history__correction">
      {correction.what}: <span class="govuk-visually-hidden">was </span>
      <del>{correction.was}</del> <span class="govuk-visually-hidden">now </span>
      <ins>{correction.now}</ins>
      <span class="history__reason">{correction.why}</span>
    </p>
  );
}
