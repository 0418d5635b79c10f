import type pg from 'pg';
import { parseCheckpoint, type SignedCheckpoint } from '@linking/events/ledger/checkpoint.js';
import { readSeal } from '@linking/events/ledger/checkpoint-seal.js';
import type { GrowingTree } from '@linking/events/ledger/growing-tree.js';
import type { VerifierKey } from '@linking/events/ledger/ledger-keys.js';
import { signersOf, type SignedNote } from '@linking/events/ledger/signed-note.js';
import { sameHash } from '@linking/events/ledger/tree-hashes.js';
import type { LeafRow } from './event-checks.js';
import { checkpointsAfter, type CheckpointRow } from './ledger-tables.js';
import { Wrong } from './wrong.js';

/** What signatures are judged by. */
export interface Signed {
  readonly keys: readonly VerifierKey[];
  readonly origin: string | undefined;
  /** The key that signs now. */
  readonly signing: string | undefined;
  /** Keys for which what somebody brought along vouches, where that is not all of them. */
  readonly believed?: readonly VerifierKey[];
}

const AT_ONCE = 500;

/** Compares a growing tree with what was signed or kept, at each size that somebody signed or kept. */
export class SignedSizes {
  private rows: readonly CheckpointRow[] = [];
  private at = 0;
  /** Up to this size all is as it was signed. */
  private asSigned = 0;
  private compared: CheckpointRow | undefined;
  /** Up to this size it is signed by a believed key. */
  private believedTo = 0;
  private count = 0;
  private seal: SignedNote | undefined;

  private constructor(
    private readonly pool: pg.Pool,
    private readonly signed: Signed,
    private readonly since: SignedCheckpoint | undefined,
  ) {}

  static async open(
    pool: pg.Pool,
    signed: Signed,
    since: SignedCheckpoint | undefined,
  ): Promise<SignedSizes> {
    const sizes = new SignedSizes(pool, signed, since);
    sizes.rows = await checkpointsAfter(pool, 0, AT_ONCE);
    return sizes;
  }

  /** The last signed checkpoint, when all were compared. @throws Wrong unless its seal vouches for the list of them */
  newest(): CheckpointRow | undefined {
    const signs = this.signed.keys.filter(({ vkey }) => vkey === this.signed.signing);
    if (
      this.compared !== undefined &&
      (this.seal === undefined || signersOf(this.seal, signs).length === 0)
    ) {
      throw new Wrong(
        `The seal of the newest checkpoint, of ${this.compared.size} events, is not what the log's key has signed.`,
      );
    }
    return this.compared;
  }

  get vouchedTo(): number {
    return this.believedTo;
  }

  has(size: number): boolean {
    return this.rows[this.at]?.size === size || this.since?.size === size;
  }

  /** @throws Wrong */
  async compare(tree: GrowingTree, leaf: LeafRow): Promise<void> {
    const row = this.rows[this.at];
    if (row?.size === tree.size) {
      this.compareSigned(row, tree, leaf);
      this.at += 1;
      if (this.at === this.rows.length) await this.readOn(row.size);
    }
    if (this.since?.size === tree.size && !sameHash(this.since.root, tree.root())) {
      throw new Wrong(
        `The first ${tree.size} events are not those of the checkpoint that you kept: events and ledger were changed and signed anew.`,
        { ...leaf, kept: 'rewritten' },
      );
    }
  }

  private async readOn(size: number): Promise<void> {
    this.rows = await checkpointsAfter(this.pool, size, AT_ONCE);
    this.at = 0;
  }

  private compareSigned(row: CheckpointRow, tree: GrowingTree, leaf: LeafRow): void {
    const checkpoint = parseCheckpoint(row.note);
    const genuine =
      checkpoint?.size === row.size &&
      checkpoint.origin === this.signed.origin &&
      signersOf(checkpoint.note, this.signed.keys).length > 0;
    if (checkpoint === undefined || !genuine) {
      throw new Wrong(`The checkpoint of ${row.size} events is not what the log's key has signed.`, leaf);
    }
    if (!sameHash(checkpoint.root, tree.root())) {
      throw new Wrong(
        `Events and ledger were changed together: they do not lead to the checkpoint of ${row.size} events that the log's key has signed. ${this.where(row.size)}`,
        { leaf: this.asSigned },
      );
    }
    this.compareSeal(row);
    this.asSigned = row.size;
    this.compared = row;
    const { believed } = this.signed;
    if (believed !== undefined && signersOf(checkpoint.note, believed).length > 0) this.believedTo = row.size;
  }

  /** Seals hold one another by their hashes, so that only the signature of the newest has to be verified. */
  private compareSeal({ size, note, signedAt, seal }: CheckpointRow): void {
    const { origin = '' } = this.signed;
    const before = this.compared?.seal ?? '';
    this.count += 1;
    this.seal = readSeal(seal, { origin, number: this.count, signedAt, note, before });
    if (this.seal !== undefined) return;
    throw new Wrong(
      `At the checkpoint of ${size} events the list of checkpoints is not as it was sealed: one was taken out or put in, or a time or seal was changed. The events up to there are as they were signed.`,
    );
  }

  private where(size: number): string {
    return this.asSigned === 0
      ? `The change is among the first ${size} events.`
      : `The first ${this.asSigned} events are as they were signed; the change is among the ${size - this.asSigned} after them.`;
  }
}
