const WIDTH = 24;

/**
 * Shows how far long work has come, with the count and the time left: one line that moves on a terminal, a line each
 * quarter elsewhere.
 * @param milliseconds a clock of real time
 */
export function progressLine(
  out: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>,
  label: string,
  milliseconds: () => number = () => performance.now(),
): (done: number, total: number) => void {
  const began = milliseconds();
  let quarter = -1;
  return (done, total) => {
    const share = total === 0 ? 1 : done / total;
    const count = `${counted(done)} of ${counted(total)}`;
    const left = timeLeft(milliseconds() - began, share);
    if (out.isTTY) {
      const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░');
      const percent = String(Math.floor(share * 100)).padStart(3);
      // Blanks clear away what a longer line left behind.
      out.write(
        `\r${label} ${bar} ${percent} % · ${count}${left}`.padEnd(100) + (done === total ? '\n' : ''),
      );
      return;
    }
    const now = Math.floor(share * 4);
    if (now === quarter) return;
    quarter = now;
    out.write(`${label} ${now * 25} % · ${count}${left}\n`);
  };
}

const counted = (number: number) => number.toLocaleString('en-GB');

/** Nothing at the very beginning, when nobody can know, and nothing at the end. */
function timeLeft(elapsed: number, share: number): string {
  if (share < 0.02 || share >= 1) return '';
  const seconds = (elapsed * (1 - share)) / share / 1000;
  const rounded = seconds < 10 ? Math.ceil(seconds) : Math.ceil(seconds / 5) * 5;
  return ` · about ${rounded} second${rounded === 1 ? '' : 's'} left`;
}
