import { signersOf } from '@linking/events/ledger/signed-note.js';
import { GrowingTree } from '@linking/events/ledger/growing-tree.js';
import type { VerifierKey } from '@linking/events/ledger/ledger-keys.js';
import { leafHash, sameHash } from '@linking/events/ledger/tree-hashes.js';
import type { LogEventData } from '@linking/events/log/log-events.js';
import { LOG_STREAM } from '@linking/events/streams.js';
import { FileRefused } from '@linking/platform/files/file-refused.js';
import { originOf } from '../audit/log-origin.js';
import type { SignedCheckpoint } from '@linking/events/ledger/checkpoint.js';
import type { LogEnd, LogHead } from './first-and-last-line.js';
import { keptEvent, type KeptEvent } from './kept-event.js';

/** What somebody else than the file says of the log: its tree at a size, and the keys that sign it. */
export interface KnownOfLog {
  readonly signed?: { readonly size: number; readonly root: Buffer } | undefined;
  readonly keys?: (origin: string) => readonly VerifierKey[];
}

export interface CheckedLog extends LogHead {
  readonly end: LogEnd;
  /** Whether a key from outside the file has signed the checkpoint in it. */
  readonly vouched: boolean;
}

/**
 * Takes the events of a file one by one and refuses the first that cannot stand where it stands. Of each it remembers the
 * id, and of each stream the revision: that is all the memory it needs.
 */
export class LogCheck {
  private readonly tree = new GrowingTree();
  private readonly ids = new Set<string>();
  private readonly revisions = new Map<string, number>();
  /** At the size that the first line calls signed. */
  private signedRoot: Buffer | undefined;
  private logId: string | undefined;

  constructor(
    private readonly head: LogHead,
    private readonly known: KnownOfLog = {},
  ) {}

  /** @throws FileRefused */
  take(body: string, line: number): KeptEvent {
    if (this.tree.size === this.head.events)
      throw new FileRefused(line, `the first line speaks of ${counted(this.head.events)}; this is one more.`);
    const event = keptEvent(body, line);
    const { id, stream, revision, data } = event.envelope;
    const before = this.revisions.get(stream) ?? 0;
    if (revision !== before + 1)
      throw new FileRefused(
        line,
        `this is event ${revision} of ${stream}, but ${before === 0 ? 'its first event' : `event ${before + 1}`} has to come here: one was taken out, doubled or moved.`,
      );
    if (this.ids.has(id)) throw new FileRefused(line, `the id ${id} was in the file before.`);
    this.revisions.set(stream, revision);
    this.ids.add(id);
    if (stream === LOG_STREAM) this.logId ??= (data as LogEventData['LogCreated']).logId;
    this.tree.add(leafHash(body));
    if (this.tree.size === this.head.signed) this.signedRoot = this.tree.root();
    this.compareKnown(line);
    return event;
  }

  /** What the last line says. @throws FileRefused */
  finish(said: LogEnd & { readonly signed?: SignedCheckpoint }, line: number): CheckedLog {
    const { signed, ...end } = said;
    const { size } = this.tree;
    if (size !== this.head.events || size !== end.events)
      throw new FileRefused(
        line,
        `the file has ${counted(size)}, but should have ${Math.max(this.head.events, end.events)}: some were taken out.`,
      );
    if (this.logId !== this.head.logId)
      throw new FileRefused(line, 'the events are not of the log that the first line names.');
    if (this.tree.root().toString('base64') !== end.root)
      throw new FileRefused(
        line,
        'the events do not lead to the Merkle root in this last line: one was changed or moved, or the root was.',
      );
    let vouched = false;
    if (signed?.size !== this.head.signed)
      throw new FileRefused(line, 'its checkpoint is not the one that the first line speaks of.');
    if (signed !== undefined) {
      const root = this.signedRoot;
      if (signed.origin !== originOf(this.head.logId) || root === undefined || !sameHash(root, signed.root))
        throw new FileRefused(line, 'the events do not lead to the signed checkpoint in this last line.');
      vouched = signersOf(signed.note, this.known.keys?.(signed.origin) ?? []).length > 0;
    }
    if ((this.known.signed?.size ?? 0) > size)
      throw new FileRefused(
        line,
        `the file has ${counted(size)}, but the ledger in this database has signed ${this.known.signed?.size}: the file is older. Export the log again.`,
      );
    return { ...this.head, end, vouched };
  }

  private compareKnown(line: number): void {
    const { signed } = this.known;
    if (signed?.size !== this.tree.size || sameHash(signed.root, this.tree.root())) return;
    throw new FileRefused(
      line,
      `the first ${counted(signed.size)} are not those that the ledger in this database has signed: this is another history.`,
    );
  }
}

const counted = (events: number) => `${events.toLocaleString('en-GB')} ${events === 1 ? 'event' : 'events'}`;
