import { ButtonLink } from '../components/button.js';
import { EmptyState } from '../components/empty-state.js';
import { Tag } from '../components/tag.js';
import type { AttentionItemView, AttentionListView, CallView } from './today-view.js';

/** What needs attention, the most urgent first; or that nothing does. */
export function AttentionList({ list, level }: { readonly list: AttentionListView; readonly level: 2 | 3 }) {
  if (list.items.length === 0) return <EmptyState view={list.empty} />;
  return (
    <ol class="needs">
      {list.items.map((item) => (
        <li key={item.key} class={`needs__item needs__item--${item.edge}`}>
          <Item item={item} level={level} />
        </li>
      ))}
    </ol>
  );
}

function Item({ item, level }: { readonly item: AttentionItemView; readonly level: 2 | 3 }) {
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <>
      <div class="needs__words">
        <p class="needs__tag">
          <Tag tag={item.tag} />
          {item.number !== undefined && <span class="needs__number">{item.number}</span>}
        </p>
        <Title class="needs__title">
          <a href={item.title.href} class="link">
            {item.title.label}
          </a>
        </Title>
        <p class="needs__subject">{item.subject}</p>
        <p>{item.sentence}</p>
        {item.calls.length > 0 && <Calls calls={item.calls} />}
        {item.also?.map(({ href, label }) => (
          <p key={href}>
            <a href={href} class="link">
              {label}
            </a>
          </p>
        ))}
        <details class="needs__why">
          <summary>Why am I seeing this?</summary>
          {item.why.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </details>
      </div>
      <ButtonLink href={item.button.href} look="secondary">
        {item.button.label}
        <span class="govuk-visually-hidden">{`: ${item.title.label}, ${item.subject}`}</span>
      </ButtonLink>
    </>
  );
}

function Calls({ calls }: { readonly calls: readonly CallView[] }) {
  return (
    <ul class="needs__calls">
      {calls.map((call) => (
        <li key={call.who}>
          {`Call ${call.who}: `}
          {call.number === undefined ? (
            <span class="muted">no number known</span>
          ) : (
            <a href={call.href} class="link link--number">
              {call.number}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
