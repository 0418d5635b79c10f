import type { ComponentChildren } from 'preact';
import { CsrfField, HiddenFields, IdempotencyField } from '../forms/hidden-fields.js';

export type ButtonLook = 'primary' | 'secondary' | 'warning' | 'link';

interface ButtonProps {
  readonly look?: ButtonLook;
  readonly name?: string;
  readonly value?: string;
  /** Where its form goes instead, and into which frame. */
  readonly action?: string;
  readonly target?: string;
  readonly children: ComponentChildren;
}

export function Button({ look = 'primary', name, value, action, target, children }: ButtonProps) {
  return (
    <button
      type="submit"
      class={`button button--${look}`}
      name={name}
      value={value}
      formAction={action}
      formTarget={target}
    >
      {children}
    </button>
  );
}

interface ButtonLinkProps {
  readonly href: string;
  /** A file to be saved, not a page. */
  readonly download?: boolean;
  readonly look?: ButtonLook;
  readonly children: ComponentChildren;
}

/** A link that leads on to a page; things that change something are buttons of a form. */
export function ButtonLink({ href, download, look = 'primary', children }: ButtonLinkProps) {
  return (
    <a href={href} class={`button button--${look}`} download={download}>
      {children}
    </a>
  );
}

export interface OneButtonView {
  readonly action: string;
  readonly label: string;
  /** Read aloud after the label, where one page has many such buttons: whom it is about. */
  readonly labelMore?: string;
  readonly look?: ButtonLook;
  readonly csrf: string;
  readonly idempotencyKey: string;
  readonly hidden?: Readonly<Record<string, string>>;
}

/** A form of one button. */
export function OneButton({ view }: { readonly view: OneButtonView }) {
  return (
    <form method="post" action={view.action} class="one-button">
      <CsrfField csrf={view.csrf} />
      <IdempotencyField idempotencyKey={view.idempotencyKey} />
      <HiddenFields fields={view.hidden ?? {}} />
      <Button look={view.look ?? 'secondary'}>
        {view.label}
        {view.labelMore !== undefined && <span class="govuk-visually-hidden">: {view.labelMore}</span>}
      </Button>
    </form>
  );
}
