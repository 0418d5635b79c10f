import { HiddenFields } from '../forms/hidden-fields.js';
import { ButtonLink } from './button.js';

export interface FilterOption {
  readonly value: string;
  readonly label: string;
}

export interface FilterSelectView {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** The first one, with an empty value, means all. */
  readonly options: readonly FilterOption[];
}

export interface FilterBarView {
  readonly action: string;
  readonly search: { readonly name: string; readonly label: string; readonly value: string };
  readonly selects: readonly FilterSelectView[];
  /** Filters that are set by links, and stay when others are changed. */
  readonly kept?: Readonly<Record<string, string>>;
  /** Present when something is filtered. */
  readonly clearHref?: string;
}

/** Filters live in the address, so a filtered list can be kept as a bookmark or sent to a colleague. */
export function FilterBar({ view }: { readonly view: FilterBarView }) {
  return (
    <form method="get" action={view.action} class="filter-bar" role="search">
      <div class="filter-bar__search">
        <label class="filter-bar__label" for={`filter-${view.search.name}`}>
          {view.search.label}
        </label>
        <input
          class="govuk-input"
          type="search"
          id={`filter-${view.search.name}`}
          name={view.search.name}
          value={view.search.value}
        />
      </div>
      <HiddenFields fields={view.kept ?? {}} />
      {view.selects.map((select) => (
        <Select key={select.name} select={select} />
      ))}
      <div class="filter-bar__buttons">
        <button type="submit" class="button button--secondary">
          Show
        </button>
        {view.clearHref !== undefined && (
          <ButtonLink href={view.clearHref} look="link">
            Clear filters
          </ButtonLink>
        )}
      </div>
    </form>
  );
}

function Select({ select }: { readonly select: FilterSelectView }) {
  return (
    <div class="filter-bar__select">
      <label class="filter-bar__label" for={`filter-${select.name}`}>
        {select.label}
      </label>
      <select class="govuk-select" id={`filter-${select.name}`} name={select.name}>
        {select.options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === select.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
