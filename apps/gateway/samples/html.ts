/** Just enough reading of rendered pages for specs: they come from one renderer, so their form is known. */
export function elements(html: string, name: string): readonly string[] {
  return [...html.matchAll(new RegExp(`<${name}(?=[\\s>/])[^>]*>`, 'g'))].map((match) => match[0]);
}

export function attribute(element: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(element)?.[1];
}

/** The words of a piece of a page, without marks and doubled spaces. */
export function words(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

export function title(html: string): string {
  return words(/<title>[^<]*<\/title>/.exec(html)?.[0] ?? '');
}

/** Every form that changes something, as its whole text. */
export function postForms(html: string): readonly string[] {
  return [...html.matchAll(/<form method="post"[^]*?<\/form>/g)].map((match) => match[0]);
}
