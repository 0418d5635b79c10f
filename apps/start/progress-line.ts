const WIDTH = 24;

/** Shows how far long work has come: one line that moves on a terminal, a line each quarter elsewhere. */
export function progressLine(out: NodeJS.WriteStream, label: string): (done: number, total: number) => void {
  let quarter = -1;
  return (done, total) => {
    const share = total === 0 ? 1 : done / total;
    if (out.isTTY) {
      const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░');
      out.write(
        `\r${label} ${bar} ${String(Math.floor(share * 100)).padStart(3)} %${done === total ? '\n' : ''}`,
      );
      return;
    }
    const now = Math.floor(share * 4);
    if (now === quarter) return;
    quarter = now;
    out.write(`${label} ${now * 25} %\n`);
  };
}
