export type Encoding = 'utf-8' | 'windows-1252';

// Bytes that Windows-1252 does not define.
const NOT_IN_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
const BOM = [0xef, 0xbb, 0xbf];

/** Decides the encoding of a whole file from its bytes, piece by piece, keeping none of them. */
export class EncodingScan {
  private position = 0;
  private bomBytes = 0;
  private letters = 0;
  private strays = 0;
  private outside1252 = false;
  private nul = false;
  /** Continuation bytes still to come, and the range the next one must be in. */
  private wanted = 0;
  private least = 0x80;
  private most = 0xbf;

  push(chunk: Uint8Array): void {
    for (let index = 0; index < chunk.length; index++) this.byte(chunk[index]!);
  }

  /** Undefined = neither UTF-8 nor Windows-1252. */
  encoding(): Encoding | undefined {
    const strays = this.strays + (this.wanted > 0 ? 1 : 0);
    if (this.nul) return undefined;
    if (strays === 0) return 'utf-8';
    // Whole UTF-8 letters hardly occur by chance: a file with a mark or more letters than strays is damaged UTF-8.
    if (this.bomBytes === BOM.length || this.letters > strays) return undefined;
    return this.outside1252 ? undefined : 'windows-1252';
  }

  private byte(byte: number): void {
    if (this.position < BOM.length && BOM[this.position] === byte) this.bomBytes++;
    this.position++;
    if (byte < 0x80 && this.wanted === 0) {
      if (byte === 0) this.nul = true;
      return;
    }
    if (NOT_IN_1252.has(byte)) this.outside1252 = true;
    if (this.wanted > 0) {
      if (byte >= this.least && byte <= this.most) {
        this.expect(this.wanted - 1);
        if (this.wanted === 0) this.letters++;
        return;
      }
      this.strays++;
      this.expect(0);
      this.position--;
      this.byte(byte);
      return;
    }
    this.lead(byte);
  }

  private lead(byte: number): void {
    if (byte >= 0xc2 && byte <= 0xdf) this.expect(1);
    else if (byte === 0xe0) this.expect(2, 0xa0);
    else if (byte === 0xed) this.expect(2, 0x80, 0x9f);
    else if (byte >= 0xe1 && byte <= 0xef) this.expect(2);
    else if (byte === 0xf0) this.expect(3, 0x90);
    else if (byte === 0xf4) this.expect(3, 0x80, 0x8f);
    else if (byte >= 0xf1 && byte <= 0xf3) this.expect(3);
    else this.strays++;
  }

  private expect(wanted: number, least = 0x80, most = 0xbf): void {
    this.wanted = wanted;
    this.least = least;
    this.most = most;
  }
}
