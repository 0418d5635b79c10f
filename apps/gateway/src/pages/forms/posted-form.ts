import { isPossibleDate } from '@linking/domain/calendar/london.js';
import type { FormError } from './form-view.js';

const TIME = /^([01]?\d|2[0-3])(?:[:.]([0-5]\d))?\s*([ap]m)?$/i;
// Without marks that part or wrap addresses in the header of a mail.
const EMAIL =
  /^[^\s@<>()[\]\\,;:"\p{Cc}\p{Cf}]+@[^\s@<>()[\]\\,;:"\p{Cc}\p{Cf}]+\.[^\s@<>()[\]\\,;:"\p{Cc}\p{Cf}]+$/u;
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Reads what a form posted. What cannot be read is remembered as an error in the words of the form and read as an
 * empty value: whoever reads looks at `errors` before using anything.
 */
export class PostedForm {
  readonly errors: FormError[] = [];

  constructor(private readonly posted: Readonly<Record<string, unknown>>) {}

  /** As it was typed, to be shown again. */
  values(): Readonly<Record<string, string | readonly string[]>> {
    return Object.fromEntries(
      Object.keys(this.posted).map((name) => [
        name,
        Array.isArray(this.posted[name]) ? this.list(name) : this.typed(name),
      ]),
    );
  }

  typed(name: string): string {
    const value = this.posted[name];
    const one: unknown = Array.isArray(value) ? value[0] : value;
    return typeof one === 'string' ? one.trim() : '';
  }

  /** The revision of what the form was made for; what holds none asks for none. */
  revision(): number | undefined {
    const [revision] = /^\d{1,9}$/.exec(this.typed('expectedRevision')) ?? [];
    return revision === undefined ? undefined : Number(revision);
  }

  list(name: string): readonly string[] {
    const value = this.posted[name];
    if (Array.isArray(value)) return value.filter((one) => typeof one === 'string');
    return typeof value === 'string' && value !== '' ? [value] : [];
  }

  wrong(field: string, message: string): void {
    this.errors.push({ field, message });
  }

  /** One line; `most` is how many characters it may have. */
  line(name: string, message: string, most = 300): string {
    const text = this.typed(name).replace(UNSEEN, ' ');
    if (text === '') this.wrong(name, message);
    else if (text.length > most) this.wrong(name, `Use at most ${most} characters`);
    return text;
  }

  optionalLine(name: string): string | undefined {
    return this.typed(name) === '' ? undefined : this.line(name, '');
  }

  /** Words of several lines; `most` is how many characters they may have. */
  words(name: string, most = 5_000): string | undefined {
    const text = this.typed(name)
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, ' ');
    if (text.length > most) this.wrong(name, `Use at most ${most.toLocaleString('en-GB')} characters`);
    return text === '' ? undefined : text;
  }

  email(name: string, message: string): string {
    const text = this.typed(name);
    if (!EMAIL.test(text) || text.length > 254) this.wrong(name, message);
    return text;
  }

  optionalEmail(name: string, message: string): string | undefined {
    return this.typed(name) === '' ? undefined : this.email(name, message);
  }

  /** A day of the three boxes `<name>-day`, `<name>-month`, `<name>-year`. */
  day(name: string, message: string): string {
    return this.optionalDay(name) ?? this.missingDay(name, message);
  }

  optionalDay(name: string): string | undefined {
    const [day, month, year] = ['day', 'month', 'year'].map((part) => this.typed(`${name}-${part}`));
    if (!day && !month && !year) return undefined;
    const written = `${year?.length === 2 ? '20' : ''}${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
    if (written.length === 10 && isPossibleDate(written)) return written;
    this.wrong(name, 'Enter a day that exists, such as 26 11 2026');
    return '';
  }

  private missingDay(name: string, message: string): string {
    this.wrong(name, message);
    return '';
  }

  /** `9:30`, `09.30` and `9.30am` are `09:30`; `10` is `10:00`, `2pm` is `14:00`. */
  time(name: string, message: string): string {
    const [whole, typed = '', minutes = '00', half = ''] = TIME.exec(this.typed(name)) ?? [];
    const hours = Number(typed);
    const impossible = half !== '' && (hours === 0 || hours > 12);
    if (whole === undefined || impossible) this.wrong(name, message);
    const later = half === '' ? hours : (hours % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
    return `${String(later).padStart(2, '0')}:${minutes}`;
  }

  /** A whole number; `message` where nothing or no number was typed, and the limits where it is out of them. */
  count(name: string, message: string, most = 200, least = 0): number {
    const text = this.typed(name);
    const number = /^\d+$/.test(text) ? Number(text) : NaN;
    if (Number.isNaN(number)) this.wrong(name, message);
    else if (number < least || number > most) this.wrong(name, `Enter a number from ${least} to ${most}`);
    return Number.isNaN(number) ? 0 : number;
  }

  oneOf<Code extends string | number>(name: string, codes: readonly Code[], message: string): Code {
    const found = codes.find((code) => String(code) === this.typed(name));
    if (found === undefined) this.wrong(name, message);
    return found ?? (codes[0] as Code);
  }

  optionalOneOf<Code extends string>(name: string, codes: readonly Code[]): Code | undefined {
    return codes.find((code) => code === this.typed(name));
  }

  someOf<Code extends string>(name: string, codes: readonly Code[]): readonly Code[] {
    const given = this.list(name);
    return codes.filter((code) => given.includes(code));
  }

  tick(name: string): boolean {
    return this.typed(name) === 'yes';
  }
}
