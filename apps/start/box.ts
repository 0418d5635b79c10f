/** What the start says when everything runs: parts divided by lines, each part some lines of text. */
export type BoxPart = readonly string[];

const WIDEST = 100;

/**
 * One box that fits into the terminal. Long lines are wrapped between words; a word is never cut, so that an
 * address can be copied, and the box grows with it instead.
 */
export function renderBox(parts: readonly BoxPart[], columns: number): string {
  const lines = parts.flat();
  const room = Math.min(columns, WIDEST) - 4;
  const longestWord = Math.max(
    0,
    ...lines.map((line) => indentOf(line) + Math.max(...words(line).map(widthOf))),
  );
  const longestLine = Math.max(0, ...lines.map(widthOf));
  const width = Math.max(longestWord, Math.min(longestLine, room));
  const body = parts.map((part) =>
    part
      .flatMap((line) => wrap(line, width))
      .map((line) => `│ ${line}${' '.repeat(width - widthOf(line))} │`),
  );
  const rule = '─'.repeat(width + 2);
  return [`╭${rule}╮`, body.map((part) => part.join('\n')).join(`\n├${rule}┤\n`), `╰${rule}╯`].join('\n');
}

/** Two columns, the first as wide as its longest entry. */
export function inColumns(rows: readonly (readonly [string, string])[]): string[] {
  const first = Math.max(0, ...rows.map(([left]) => widthOf(left)));
  return rows.map(([left, right]) => `${left}${' '.repeat(first - widthOf(left))}  ${right}`);
}

// A line that fits is kept as it is, with the spaces that align its columns.
function wrap(line: string, width: number): string[] {
  if (widthOf(line) <= width) return [line];
  const indent = ' '.repeat(indentOf(line));
  const wrapped: string[] = [];
  let current = '';
  for (const word of words(line)) {
    const longer = current === '' ? indent + word : `${current} ${word}`;
    if (current !== '' && widthOf(longer) > width) {
      wrapped.push(current);
      current = indent + word;
    } else current = longer;
  }
  return [...wrapped, current];
}

function words(line: string): string[] {
  return line.trim().split(/\s+/);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

// Letters of East Asia and pictures take two columns, joining marks none.
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) {
    if (/\p{Mark}|\u200d|\ufe0f/u.test(letter)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]|\p{Extended_Pictographic}/u.test(
        letter,
      )
        ? 2
        : 1;
  }
  return width;
}
