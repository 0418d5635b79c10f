import { isPossibleDate } from '../calendar/london.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** A London day as it is, an instant in UTC with milliseconds; undefined when the text is neither. */
export function readAsAt(text: string): string | undefined {
  if (!text.includes('T')) return isPossibleDate(text) ? text : undefined;
  const instant = INSTANT.test(text) && isPossibleDate(text.slice(0, 10)) ? Date.parse(text) : NaN;
  if (Number.isNaN(instant)) return undefined;
  const moment = new Date(instant).toISOString();
  // An offset may lead out of the years that four digits can say.
  return /^\d{4}-/.test(moment) ? moment : undefined;
}
