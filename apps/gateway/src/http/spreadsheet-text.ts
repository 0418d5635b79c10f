/** Spreadsheets take a text for a formula when it begins like one, at the latest after it was saved as CSV. */
export const guarded = (text: string): string => {
  // XML 1.0 has no place for control characters.
  const words = text.replaceAll(/\p{Cc}/gu, ' ');
  return /^[=+\-@]/.test(words.trimStart()) ? `'${words}` : words;
};

/** Rows of a CSV file (RFC 4180), with a mark by which Excel knows UTF-8. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`;

function cell(text: string): string {
  const words = guarded(text);
  return /[",]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}
