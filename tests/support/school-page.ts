/** Opens a page as a browser does, and sends back its form with what a person filled in. */
export async function openForm(
  address: string,
): Promise<{ status: number; html: string; fields: Map<string, string>; action: string }> {
  const answer = await fetch(address);
  const html = await answer.text();
  const form = /<form[^>]*method="post"[^>]*>[\s\S]*?<\/form>/i.exec(html)?.[0] ?? '';
  const fields = new Map<string, string>();
  for (const [input] of form.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(input, 'name');
    const type = attribute(input, 'type') ?? 'text';
    if (name !== undefined && !['checkbox', 'radio', 'submit'].includes(type)) {
      fields.set(name, attribute(input, 'value') ?? '');
    }
  }
  for (const [select, name] of form.matchAll(/<select\b[^>]*\bname="([^"]*)"[^>]*>[\s\S]*?<\/select>/g)) {
    const options = [...select.matchAll(/<option\b[^>]*>/g)].map(([option]) => option);
    const chosen = options.find((option) => /\bselected\b/.test(option)) ?? options[0] ?? '';
    fields.set(name ?? '', attribute(chosen, 'value') ?? '');
  }
  const action = new URL(unescape(attribute(form, 'action') ?? '') || address, address).toString();
  return { status: answer.status, html, fields, action };
}

export async function sendForm(
  action: string,
  fields: ReadonlyMap<string, string>,
): Promise<{ status: number; html: string }> {
  const answer = await fetch(action, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams([...fields]).toString(),
  });
  return { status: answer.status, html: await answer.text() };
}

const attribute = (tag: string, name: string) => {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : unescape(value);
};

const unescape = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');
