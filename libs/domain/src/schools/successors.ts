import type { Header } from './header.js';
import { cellReader, readUrn, type CellError, type ReadRow } from './read-row.js';
import { day, text } from './values.js';

/** One school goes on as another; both schools of a pair may tell it, each from its side. */
export interface Succession {
  readonly from: string;
  readonly to: string;
  /** Which of the two the row belongs to. */
  readonly toldBy: string;
  /** Name of the other school, as the row has it. */
  readonly otherName?: string;
  /** The register's word, such as `Successor - amalgamated`. */
  readonly type: string;
  readonly on?: string;
}

/** The row is undefined, without an error, for links that are no succession (sixth-form centres and the like). */
export function readLinkRow(header: Header, cells: readonly string[]): ReadRow<Succession> {
  const errors: CellError[] = [];
  const places = header.link;
  const told = readUrn(header.urn, cells, errors);
  const other = places && readUrn(places.urn, cells, errors);
  if (!places || told === undefined || other === undefined) return { errors };
  const take = cellReader(cells, errors);
  const type = take(places.type, text) ?? '';
  const forward = /^successor/i.test(type);
  if (!forward && !/^predecessor/i.test(type)) {
    if (type === '') errors.push({ column: places.type.name, message: 'The kind of link is missing.' });
    return { errors };
  }
  const row: Succession = {
    from: forward ? told : other,
    to: forward ? other : told,
    toldBy: told,
    otherName: take(places.name, text),
    type,
    on: take(places.established, day),
  };
  return { row, errors };
}

/** Who goes on as whom; refuses nothing by itself, so that the caller can say where a circle stands. */
export class SuccessionGraph {
  private readonly next = new Map<string, Set<string>>();

  add(from: string, to: string): void {
    const successors = this.next.get(from) ?? new Set();
    this.next.set(from, successors.add(to));
  }

  /** Whether `from` going on as `to` would make a school its own successor. */
  wouldCircle(from: string, to: string): boolean {
    const open = [to];
    const seen = new Set<string>();
    for (let urn = open.pop(); urn !== undefined; urn = open.pop()) {
      if (urn === from) return true;
      if (seen.has(urn)) continue;
      seen.add(urn);
      open.push(...(this.next.get(urn) ?? []));
    }
    return false;
  }
}
