import { CsrfField } from '../forms/hidden-fields.js';
import { fullMoment } from '@linking/words/format.js';
import type { DemoClockView } from './page-frame.js';

/** Posts `by=day` or `by=week`; the clock only goes forward. The whole of it is a page of its own. */
export function DemoClockBar({ clock }: { readonly clock: DemoClockView }) {
  return (
    <section class="demo-clock" aria-label="Clock of the demonstration">
      <div class="demo-clock__inner frame">
        <p class="demo-clock__now">
          In this demonstration it is{' '}
          <a href={clock.action} class="demo-clock__link">
            {fullMoment(clock.now)}
            <span class="govuk-visually-hidden">: watch mails go out</span>
          </a>
        </p>
        {clock.forward && (
          <form method="post" action={clock.action} class="demo-clock__buttons">
            <CsrfField csrf={clock.forward.csrf} />
            <input type="hidden" name="backTo" value={clock.forward.backTo} />
            <button type="submit" name="by" value="day" class="demo-clock__button">
              Forward a day
            </button>
            <button type="submit" name="by" value="week" class="demo-clock__button">
              Forward a week
            </button>
          </form>
        )}
      </div>
    </section>
  );
}
