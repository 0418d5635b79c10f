/** What somebody may type or paste into a name, and what shows that a program took it for more than a name. */
export const strangeNames: Readonly<Record<string, string>> = {
  'a line of its own': 'Ash Primary\r\nBcc: everybody@example.org',
  'an empty line and a body': 'Ash Primary\n\n<h1>Read this</h1>',
  '300 characters': `${'Ash and Elm '.repeat(24)}of Haworth`,
  'one word of 300': 'x'.repeat(300),
  'signs of calendars': 'Ash; Elm, "Oak": 4=four \\ Fir\\n',
  'a calendar entry': 'Ash\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nATTENDEE:mailto:everybody@example.org',
  markup: '<script>alert(1)</script><img src=x onerror=alert(2)>&amp;',
  'the end of an attribute': `"'><a href="https://example.org">Ash</a>`,
  'separators of lines and paragraphs': 'Ash\u2028Elm\u2029Oak\u0085Fir\u000bYew',
  emoji: '🧑🏽‍🏫 Ash 🏴󠁧󠁢󠁥󠁮󠁧󠁿 Söhne Ђ 学校',
  'an encoded word': '=?utf-8?q?Ash?= =?utf-8?b?QmNj?=',
  'control characters': 'Ash\u0000\u001b[31m\tElm\u007f',
  'half a character': 'Ash \ud83d Elm',
  'somebody’s address': 'Ash <everybody@example.org>, Elm',
};
