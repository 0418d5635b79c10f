export type Tone = 'green' | 'red' | 'amber' | 'blue' | 'grey';

export interface TagView {
  readonly tone: Tone;
  readonly text: string;
}

export function Tag({ tag }: { readonly tag: TagView }) {
  return <strong class={`tag tag--${tag.tone}`}>{tag.text}</strong>;
}

export function Tags({ tags }: { readonly tags: readonly TagView[] }) {
  return tags.length === 0 ? null : (
    <span class="tags">
      {tags.map((tag) => (
        <Tag key={tag.text} tag={tag} />
      ))}
    </span>
  );
}
