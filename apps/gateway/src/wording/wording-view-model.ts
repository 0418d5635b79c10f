import {
  everyWordingKind,
  kindOf,
  placeholders,
  type Placeholder,
  type WordingKind,
} from '@linking/domain/wording/wording-kinds.js';
import { wordingLimits, type WordingText } from '@linking/domain/wording/wording-text.js';
import { mailTitles } from '@linking/notices/mail-titles.js';
import { filled, fillingsOf } from '@linking/notices/wording/fillings.js';
import { sampleOf, whichOf, whoGets } from '@linking/notices/wording/product-wording.js';
import { fullMoment } from '@linking/words/format.js';
import type { OneButtonView } from '../pages/components/button.js';
import type { TagView } from '../pages/components/tag.js';
import type { FormField, FormView } from '../pages/forms/form-view.js';
import type { FlashView, LinkTo } from '../pages/layout/page-frame.js';
import { PREVIEW_FRAME, type VersionView, type WordingView } from '../pages/wording/wording-page.js';
import type { WordingListView, WordingRowView } from '../pages/wording/wording-list-page.js';
import type { SeenWordings, WordingNow } from './wording-reader.js';

type Parts = Pick<OneButtonView, 'csrf' | 'idempotencyKey'>;

export const wordingHref = (slug: string | undefined) =>
  slug === undefined ? '/wording' : `/programmes/${slug}/wording`;

export const crumbsOf = ({ slug, name }: Pick<SeenWordings, 'slug' | 'name'>): readonly LinkTo[] => [
  { href: '/programmes', label: 'Programmes' },
  ...(slug === undefined ? [] : [{ href: `/programmes/${slug}`, label: name }]),
];

/** `Agreement still to be signed (second time)`. */
export function titleOf(wording: WordingKind): string {
  const [title, which] = [mailTitles[kindOf(wording).rule], whichOf(wording)];
  return which === undefined ? title : `${title} (${which})`;
}

function tagOf({ of, version }: WordingNow, slug: string | undefined): TagView {
  if (of !== 'own') return { tone: 'grey', text: slug === undefined ? 'As it came' : 'National words' };
  return {
    tone: 'green',
    text: `${slug === undefined ? 'Changed' : 'Own words'}, version ${version?.version ?? 1}`,
  };
}

export function wordingListView(seen: SeenWordings): WordingListView {
  const { slug, name, mayChange } = seen;
  return {
    eyebrow: name,
    heading: 'Words of the mails',
    lead:
      slug === undefined
        ? 'What holds for every programme that has no words of its own.'
        : 'Each mail has the national words until you change them. Dates, lists and contacts are always filled in.',
    ...(slug === undefined ? {} : { national: { href: '/wording', label: 'National words' } }),
    rows: everyWordingKind.map((wording): WordingRowView => {
      const now = seen.now(wording);
      const fillings = fillingsOf(sampleOf(wording).about);
      return {
        key: wording,
        rule: kindOf(wording).rule,
        title: titleOf(wording),
        href: `${wordingHref(slug)}/${wording}`,
        subject: filled(now.text.subject, fillings),
        to: whoGets(wording),
        tag: tagOf(now, slug),
      };
    }),
    note: `${mayChange ? 'You can change' : 'Here you see'} the subject, the words before what is filled in and the words after the button. A mail that says that something was moved or cancelled has fixed words.`,
  };
}

const meanings: Readonly<Record<Placeholder, string>> = {
  school: 'the school of whoever reads it',
  class: 'the class of whoever reads it, with its school',
  partner: 'the partner school',
  'partner-class': 'the partner class, with its school',
  date: 'the day',
  where: 'where it is',
  place: 'the venue',
  meeting: 'which meeting it is',
  training: 'which training it was',
  length: 'how long it is',
  classes: 'how many classes',
  'former-teacher': 'who did it before',
  year: 'the school year',
  programme: 'your programme',
  facilitator: 'what letters call the coordinator',
  contact: 'the name of whoever coordinates that day',
};

export interface WordingMaterial {
  readonly parts: Parts;
  /** What was typed and is not saved. */
  readonly typed?: Pick<FormView, 'values' | 'errors'>;
  readonly asksToCheck?: boolean;
  /** What became of a test mail. */
  readonly news?: FlashView;
}

export function wordingView(
  seen: SeenWordings,
  wording: WordingKind,
  material: WordingMaterial,
): WordingView {
  const { slug, name, mayChange } = seen;
  const now = seen.now(wording);
  const base = `${wordingHref(slug)}/${wording}`;
  const sample = sampleOf(wording).about;
  const fillings = fillingsOf(
    { ...sample, programme: seen.inWhoseName.programme, askWho: seen.inWhoseName.askWho },
    seen.inWhoseName.facilitator,
  );
  const known: readonly string[] = kindOf(wording).placeholders;
  return {
    eyebrow: `${name} · ${kindOf(wording).rule}`,
    heading: titleOf(wording),
    lead: `To: ${lowerFirst(whoGets(wording))}.`,
    tag: tagOf(now, slug),
    ...(material.news === undefined ? {} : { news: material.news }),
    ...(mayChange ? { form: formOf(seen, wording, material) } : { text: rowsOf(now.text) }),
    placeholders: placeholders
      .filter((it) => known.includes(it))
      .map((it) => ({ written: `{${it}}`, meaning: meanings[it], example: fillings[it] ?? '' })),
    previewSrc: `${base}/preview`,
    versions: versionsOf(seen, wording, material.parts),
    noVersions:
      slug === undefined
        ? 'These are the words that come with the product.'
        : 'These are the national words. Your first change is version 1.',
    ...(mayChange && now.of === 'own'
      ? {
          drop: {
            ...material.parts,
            action: `${base}/national`,
            label: slug === undefined ? 'Use the words as they came' : 'Use the national words',
            hidden: { expectedRevision: String(seen.revision) },
          },
        }
      : {}),
  };
}

function formOf(seen: SeenWordings, wording: WordingKind, material: WordingMaterial): FormView {
  const base = `${wordingHref(seen.slug)}/${wording}`;
  const { subject, opening, closing } = seen.now(wording).text;
  const fields: readonly FormField[] = [
    { kind: 'text', name: 'subject', label: 'Subject', hint: `At most ${wordingLimits.subject} characters` },
    {
      kind: 'textarea',
      name: 'opening',
      label: 'Opening',
      hint: 'Before what is filled in. An empty line begins a new paragraph.',
      rows: 8,
      ...(kindOf(wording).opensItself === true ? { optional: true } : {}),
    },
    {
      kind: 'textarea',
      name: 'closing',
      label: 'Closing',
      hint: 'After the button.',
      rows: 4,
      optional: true,
    },
    ...(material.asksToCheck === true
      ? [{ kind: 'tick', name: 'checked', label: 'I have checked it: it may stand there' } as const]
      : []),
  ];
  return {
    ...material.parts,
    action: base,
    fields,
    submitLabel: 'Save these words',
    values: material.typed?.values ?? { subject, opening, closing },
    errors: material.typed?.errors ?? [],
    hidden: { expectedRevision: String(seen.revision) },
    moreSubmits: [
      { name: 'do', value: 'preview', label: 'Preview', action: `${base}/preview`, target: PREVIEW_FRAME },
      { name: 'do', value: 'test', label: 'Send me a test', action: `${base}/test` },
    ],
  };
}

function versionsOf(seen: SeenWordings, wording: WordingKind, parts: Parts): readonly VersionView[] {
  const base = `${wordingHref(seen.slug)}/${wording}`;
  const now = seen.now(wording);
  const inUse = now.of === 'own' ? now.version?.version : undefined;
  return seen
    .changes(wording)
    .map(({ version, text, by, at }, index): VersionView => {
      const small = `${by}, ${fullMoment(at)}`;
      if (version === undefined) {
        const title = seen.slug === undefined ? 'The words as they came again' : 'The national words again';
        return { key: `${index}`, title, small };
      }
      return {
        key: `${index}`,
        title: `Version ${version}`,
        small,
        ...(version === inUse ? { tag: { tone: 'green' as const, text: 'In use' } } : {}),
        ...(text === undefined ? {} : { text: rowsOf(text) }),
        ...(seen.mayChange && version !== inUse && text !== undefined
          ? {
              use: {
                ...parts,
                action: `${base}/use`,
                label: 'Use this version again',
                labelMore: `version ${version}`,
                hidden: { version: String(version), expectedRevision: String(seen.revision) },
              },
            }
          : {}),
      };
    })
    .toReversed();
}

const rowsOf = ({ subject, opening, closing }: WordingText) => [
  { key: 'Subject', value: subject },
  { key: 'Opening', value: opening === '' ? 'Nothing' : opening },
  { key: 'Closing', value: closing === '' ? 'Nothing' : closing },
];

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
