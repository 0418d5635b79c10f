/** So many sequences a run: few enough for `npm test`, a million with `npm run test:long`. */
export function howMany(usually: number, inTheLongRun: number): number {
  return process.env['LONG_RUN'] === 'yes' ? inTheLongRun : usually;
}
