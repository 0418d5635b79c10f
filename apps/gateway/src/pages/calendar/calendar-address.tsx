import { ButtonLink, OneButton, type OneButtonView } from '../components/button.js';

export interface CalendarAddressView {
  readonly address: string;
  readonly webcal: string;
  readonly renew: OneButtonView;
}

/** A secret address to copy, with the ways to use it and to end it. */
export function CalendarAddress({
  feed,
  label,
}: {
  readonly feed: CalendarAddressView;
  readonly label: string;
}) {
  return (
    <>
      <label class="govuk-label" for="calendar-address">
        {label}
      </label>
      <input
        class="govuk-input calendar-address"
        id="calendar-address"
        type="text"
        readOnly
        value={feed.address}
      />
      <div class="form__buttons calendar-address__ways">
        <ButtonLink href={feed.webcal} look="secondary">
          Open in my calendar program
        </ButtonLink>
        <OneButton view={feed.renew} />
      </div>
      <p class="muted">
        Whoever has the address can read it: no names, no numbers, but schools, places and times. A new
        address ends the old one.
      </p>
    </>
  );
}
