import { links, paragraph, type MailLink, type MailPart } from './mail-content.js';

/** Something to read, watch or use, on somebody's public page. */
export interface MailResource extends MailLink {
  readonly audience: 'teachers' | 'families';
}

/** What helps with the step that the mail is about; nothing where nobody named anything. */
export function resourceParts(resources: readonly MailResource[]): readonly MailPart[] {
  const of = (audience: MailResource['audience'], lead: string) => {
    const some = resources.filter((resource) => resource.audience === audience);
    return some.length === 0 ? [] : [paragraph(lead), links(some)];
  };
  return [...of('teachers', 'This may help you:'), ...of('families', 'And for families at home:')];
}
