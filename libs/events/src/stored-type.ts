/** `LinkProposed` → `LinkProposed.v1`. Stored names are for ever: a new shape is a new version with an upcaster. */
export function storedType<Name extends string>(name: Name): `${Name}.v1` {
  return `${name}.v1`;
}

/** `LinkProposed.v1` → `LinkProposed`. */
export function eventName(type: string): string {
  return type.replace(/\.v\d+$/, '');
}
