const OCTETS = 75;

/** RFC 5545 §3.3.11: a TEXT value. Line ends become `\n`; what no calendar may hold becomes a space. */
export const textValue = (text: string) =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

/** RFC 5545 §3.2: a parameter value in quotes, which has no way to hold a quote or a line end. */
export const quotedValue = (text: string) =>
  `"${text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll('"', "'")
    .trim()}"`;

/** RFC 5545 §3.3.3: an address of mail as a URI. */
export const addressValue = (email: string) =>
  `mailto:${encodeURI(email).replace(/[?#]/g, encodeURIComponent)}`;

/** RFC 5545 §3.1: lines end in CRLF and are folded at 75 octets, never inside a character. */
export const contentLines = (lines: readonly string[]) => lines.map((line) => `${fold(line)}\r\n`).join('');

function fold(line: string): string {
  let folded = '';
  let room = OCTETS;
  for (const character of line) {
    const octets = octetsOf(character);
    if (octets > room) {
      folded += '\r\n ';
      room = OCTETS - 1;
    }
    folded += character;
    room -= octets;
  }
  return folded;
}

/** Octets of one character in UTF-8; half a character is written as U+FFFD, which has three. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
