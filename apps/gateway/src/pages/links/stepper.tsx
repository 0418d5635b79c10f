import { Check } from '../components/icons.js';
import { shortDay } from '@linking/words/format.js';

export interface StageView {
  readonly name: string;
  /** `gap`: a later milestone was reached and this one has no fact; `skipped`: left out with a reason. */
  readonly state: 'reached' | 'next' | 'ahead' | 'gap' | 'skipped';
  /** Day it was reached. */
  readonly on?: string;
  /** Instead of a date: `1 of 2 visits`, `1 of 2 signed`. */
  readonly note?: string;
}

/** The seven milestones. The state is in words beneath each circle, so that it does not hang on colour. */
export function Stepper({ stages }: { readonly stages: readonly StageView[] }) {
  return (
    <ol class="stepper" aria-label="Stages of this link">
      {stages.map((stage, index) => (
        <li
          key={stage.name}
          class={`stepper__stage stepper__stage--${stage.state}`}
          aria-current={stage.state === 'next' ? 'step' : undefined}
        >
          <span class="stepper__circle" aria-hidden="true">
            {stage.state === 'reached' ? <Check /> : index + 1}
          </span>
          <span class="stepper__words">
            <span class="stepper__name">{stage.name}</span>
            <span class="stepper__when">
              <Words stage={stage} />
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}

function Words({ stage }: { readonly stage: StageView }) {
  const note = stage.note === undefined ? '' : stage.note;
  switch (stage.state) {
    case 'reached':
      return stage.on === undefined ? (
        <>{note || 'reached'}</>
      ) : (
        <time dateTime={stage.on}>{shortDay(stage.on)}</time>
      );
    case 'next':
      return <>{note === '' ? 'next' : `next, ${note}`}</>;
    case 'ahead':
      return note === '' ? <span class="govuk-visually-hidden">not reached yet</span> : <>{note}</>;
    case 'gap':
      return <>{note || 'nothing recorded'}</>;
    case 'skipped':
      return <>{note || 'skipped'}</>;
  }
}
