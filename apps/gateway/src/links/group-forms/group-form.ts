import type { LinkWords } from '@linking/application/links/link-words.js';
import type { LinkRequest, Said } from '@linking/application/links/link-request.js';
import type { Link } from '@linking/domain/link/link.js';
import type { FormField, FormView } from '../../pages/forms/form-view.js';
import type { PostedForm } from '../../pages/forms/posted-form.js';

export interface GroupMaterial {
  /** Open links of this year in which the person may record something. */
  readonly links: readonly Link[];
  /** Whether she may record it: of a link of another programme, what her own side does and what both do. */
  readonly may: (link: Link, request: LinkRequest) => boolean;
  readonly words: LinkWords;
  readonly today: string;
}

/** One command of one link; several of a link belong to the same tick. */
export interface GroupStep {
  readonly ref: string;
  readonly request: LinkRequest;
  readonly said: Said;
}

/** One fact for many links, as a page asks for it. */
export interface GroupForm {
  readonly what: string;
  readonly title: string;
  readonly hint: string;
  readonly submitLabel: string;
  readonly fields: (material: GroupMaterial) => readonly FormField[];
  readonly values: (material: GroupMaterial) => FormView['values'];
  readonly read: (posted: PostedForm, material: GroupMaterial) => readonly GroupStep[];
  /** What is said when nothing can be ticked. */
  readonly nothing: { readonly title: string; readonly sentence: string };
}
