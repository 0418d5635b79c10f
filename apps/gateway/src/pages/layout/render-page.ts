import { type FunctionComponent, h } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** The whole document of a page, ready to be sent as `text/html; charset=utf-8`. */
export function renderPage<Props extends object>(
  page: FunctionComponent<Props>,
  props: NoInfer<Props>,
): string {
  return `<!DOCTYPE html>${renderToString(h(page, props))}`;
}
