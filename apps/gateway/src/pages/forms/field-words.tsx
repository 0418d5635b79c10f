import type { ComponentChildren } from 'preact';

interface WordsProps {
  readonly id: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

/** The hint and the error of a field, with the ids `describedBy` names. */
export function HintAndError({ id, hint, error }: WordsProps) {
  return (
    <>
      {hint !== undefined && (
        <div id={`${id}-hint`} class="govuk-hint">
          {hint}
        </div>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">Error:</span> {error}
        </p>
      )}
    </>
  );
}

interface GroupProps {
  readonly error?: string | undefined;
  readonly children: ComponentChildren;
}

export function FormGroup({ error, children }: GroupProps) {
  return (
    <div class={`govuk-form-group${error === undefined ? '' : ' govuk-form-group--error'}`}>{children}</div>
  );
}

export function labelWords(label: string, optional: boolean | undefined): string {
  return optional === true ? `${label} (optional)` : label;
}

interface FieldsetProps extends WordsProps {
  readonly legend: string;
  readonly describedBy: string | undefined;
  readonly children: ComponentChildren;
}

export function Fieldset({ id, legend, hint, error, describedBy, children }: FieldsetProps) {
  return (
    <FormGroup error={error}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy}>
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{legend}</legend>
        <HintAndError id={id} hint={hint} error={error} />
        {children}
      </fieldset>
    </FormGroup>
  );
}
