import type { EventEnvelope } from '../envelope.js';
import { UnknownEventType } from './unknown-event-type.js';

/**
 * From the data of one version of an event to that of the next. Pure: it changes nothing it is given, and the same
 * event always gives the same data. The envelope is there because a name may stand in streams of two kinds.
 */
export type Upcaster = (data: unknown, envelope: EventEnvelope) => unknown;

/** By the stored type that is left behind: `{ 'AgreementSigned.v1': (data) => … }` makes version 2 the present one. */
export type Upcasters = Readonly<Record<string, Upcaster>>;

export interface Upcasting<Name extends string> {
  /** The name with the version that is written today. */
  storedType(name: Name): string;
  /** Every stored type that was ever written, the oldest version of a name first. */
  readonly everyType: readonly string[];
  /** The name, when the stored type is a present one. */
  nameOf(type: string): Name | undefined;
  /** The event as it would be written today; the very same object when it stands so. Throws {@link UnknownEventType}. */
  present(envelope: EventEnvelope): EventEnvelope;
}

/** How the events of a language are read, whatever version they were written in. Throws when the table has a gap. */
export function upcasting<Name extends string>(
  names: readonly Name[],
  upcasters: Upcasters,
): Upcasting<Name> {
  const presentTypes = new Map<string, Name>();
  const typeOf = new Map<Name, string>();
  const everyType: string[] = [];
  for (const name of new Set(names)) {
    let version = 1;
    for (; Object.hasOwn(upcasters, `${name}.v${version}`); version += 1)
      everyType.push(`${name}.v${version}`);
    const type = `${name}.v${version}`;
    everyType.push(type);
    presentTypes.set(type, name);
    typeOf.set(name, type);
  }
  const reached = new Set(everyType);
  const astray = Object.keys(upcasters).filter((type) => !reached.has(type));
  if (astray.length > 0) {
    throw new Error(
      `No event of this language was ever stored as ${astray.join(', ')}: mend the table of upcasters`,
    );
  }

  return {
    everyType,
    storedType: (name) => typeOf.get(name) ?? `${name}.v1`,
    nameOf: (type) => presentTypes.get(type),
    present(envelope) {
      let read = envelope;
      while (!presentTypes.has(read.type)) {
        const upcaster = Object.hasOwn(upcasters, read.type) ? upcasters[read.type] : undefined;
        if (upcaster === undefined) {
          throw new UnknownEventType(envelope.type, envelope.stream, envelope.revision);
        }
        read = { ...read, type: nextVersion(read.type), data: upcaster(read.data, read) };
      }
      return read;
    },
  };
}

const nextVersion = (type: string) =>
  type.replace(/\.v(\d+)$/, (_, version: string) => `.v${Number(version) + 1}`);
