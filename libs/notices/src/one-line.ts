/**
 * A text without anything that could steer a program: kinds of space, line ends and control characters are one space,
 * half a character is U+FFFD. So a name stays a name, wherever it is shown.
 */
export const oneLine = (text: string) =>
  text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
