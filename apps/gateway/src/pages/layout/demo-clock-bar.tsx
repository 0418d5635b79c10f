import { CsrfField } from '../forms/hidden-fields.js';
import { fullMoment } from '../format.js';
import type { DemoClockView } from './page-frame.js';

/** Posts `by=day` or `by=week`; the clock only goes forward. */
export function DemoClockBar({ clock }: { readonly clock: DemoClockView }) {
  return (
    <section class="demo-clock" aria-label="Clock of the demonstration">
      <form method="post" action={clock.action} class="demo-clock__inner frame">
        <CsrfField csrf={clock.csrf} />
        <input type="hidden" name="backTo" value={clock.backTo} />
        <p class="demo-clock__now">
          In this demonstration it is <strong>{fullMoment(clock.now)}</strong>
        </p>
        <span class="demo-clock__buttons">
          <button type="submit" name="by" value="day" class="demo-clock__button">
            Forward a day
          </button>
          <button type="submit" name="by" value="week" class="demo-clock__button">
            Forward a week
          </button>
        </span>
      </form>
    </section>
  );
}
