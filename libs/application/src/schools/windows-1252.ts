import { Transform } from 'node:stream';

// What Windows-1252 puts at 0x80 to 0x9f, where Latin-1 has control characters (five of them undefined).
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Windows-1252 bytes in, UTF-8 bytes out. Written out here because decoders differ on these bytes between Node versions. */
export function windows1252ToUtf8(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const text = chunk
        .toString('latin1')
        .replace(/[\u0080-\u009f]/g, (control) => HIGH.charAt(control.charCodeAt(0) - 0x80));
      done(null, Buffer.from(text, 'utf8'));
    },
  });
}
