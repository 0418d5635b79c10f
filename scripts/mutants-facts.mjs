// What StrykerJS's report of a folder says, in short: counts a file, and each mutant that lives.
const detected = ['Killed', 'Timeout'];
const undetected = ['Survived', 'NoCoverage'];

export function factsOf(report) {
  return Object.entries(report.files).map(([file, { source, mutants }]) => {
    const count = (...states) => mutants.filter(({ status }) => states.includes(status)).length;
    const lines = source.split('\n');
    return {
      file: file.replace('libs/domain/src/', ''),
      detected: count(...detected),
      undetected: count(...undetected),
      static: mutants.filter(({ status, static: fixed }) => status === 'Ignored' && fixed).length,
      broken: count('RuntimeError', 'CompileError'),
      living: mutants
        .filter(({ status }) => undetected.includes(status))
        .map(({ status, mutatorName, replacement, location: { start, end } }) => ({
          line: start.line,
          status,
          mutator: mutatorName,
          was: textAt(lines, start, end),
          now: oneLine(replacement ?? ''),
          in: oneLine(lines[start.line - 1] ?? ''),
        }))
        .toSorted((x, y) => x.line - y.line),
    };
  });
}

function textAt(lines, start, end) {
  const text = lines.slice(start.line - 1, end.line);
  text[text.length - 1] = text.at(-1).slice(0, end.column - 1);
  text[0] = text[0].slice(start.column - 1);
  return oneLine(text.join(' '));
}

const oneLine = (text) => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 140 ? `${line.slice(0, 139)}…` : line;
};
