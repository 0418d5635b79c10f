import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { strangeNames } from './support/strange-names.js';

const root = path.resolve(import.meta.dirname, '..');
const PYTHON = process.env['CALENDAR_PYTHON'] ?? '/usr/bin/python3';

interface Written {
  readonly feed: string;
  readonly invitation: string;
  readonly strangeFeed: string;
  readonly strangeInvitation: string;
  readonly strangeEntries: readonly { readonly summary: string; readonly location: string }[];
}

/** What a process writes whose machine stands in this zone. */
function writtenIn(zone: string): Written {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['tests/support/write-calendar.mjs'], {
    cwd: root,
    env: { ...process.env, TZ: zone, NODE_NO_WARNINGS: '1' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Written;
}

const written = writtenIn('UTC');

test('a calendar file has the same bytes wherever the machine thinks it is', () => {
  for (const content of [written.feed, written.invitation]) {
    expect(content).toContain('DTSTART;TZID=Europe/London:20270608T100000\r\n');
    expect(content).toContain('DTSTAMP:20260701T233000Z\r\n');
  }
  expect(written.strangeFeed.match(/BEGIN:VEVENT\r\n/g)).toHaveLength(Object.keys(strangeNames).length);
  for (const zone of ['Asia/Tokyo', 'America/New_York']) expect(writtenIn(zone)).toEqual(written);
});

const hasReader = spawnSync(PYTHON, ['-c', 'import icalendar']).status === 0;
const understood = (content: string): unknown[] => {
  const { stdout, stderr, status } = spawnSync(PYTHON, ['tests/support/read-calendar.py'], {
    cwd: root,
    input: content,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
};

// Where Debian's python3-icalendar is installed it reads them too; `apt-get install python3-icalendar` brings it.
if (hasReader) {
  test('a program of other people reads the invitation and the feed as they were meant', () => {
    const summary = 'Meeting of 4 Oak; "Ash, Elm" & Söhne 🧑🏽‍🏫'.repeat(4);
    const description = 'Bring lunch.\nCoach: 28 seats \\ 2 adults';
    const common = {
      stamp: '2026-07-01T23:30:00+00:00',
      summary,
      location: 'Cartwright Hall, Lister Park',
      description,
      organizer: 'mailto:links@linking.example',
    };
    expect(understood(written.invitation)).toEqual([
      {
        ...common,
        method: 'REQUEST',
        uid: 'meeting-BRD-2026-014-2@linking.example',
        sequence: 2,
        start: '2027-06-08T10:00:00+01:00',
        end: '2027-06-08T14:30:00+01:00',
        attendee: ['mailto:t.reed@ash.example', 'Tom Reed'],
        status: 'CONFIRMED',
      },
    ]);
    expect(understood(written.feed)).toMatchObject([
      { ...common, method: 'PUBLISH', start: '2027-01-19T10:00:00+00:00', attendee: null },
      { ...common, method: 'PUBLISH', start: '2027-06-08T10:00:00+01:00', status: 'CONFIRMED' },
      { ...common, method: 'PUBLISH', end: '2027-03-28T14:30:00+01:00', status: 'CANCELLED' },
    ]);
  });

  /** That program takes a typed `\n` for the end of a line, though its backslash is escaped (RFC 5545 §3.3.11). */
  const asRead = (text: string) => text.replaceAll('\\n', '\n');

  test('it reads names back as they were meant, whatever was typed into them', () => {
    expect(understood(written.strangeFeed)).toMatchObject(
      written.strangeEntries.map(({ summary, location }) => ({
        summary: asRead(summary),
        location: asRead(location),
        attendee: null,
        status: 'CONFIRMED',
      })),
    );
    expect(understood(written.strangeInvitation)).toMatchObject([
      { attendee: ['mailto:t.reed@ash.example', "Ash; Elm, 'Oak': 4=four \\ Fir\\n"] },
    ]);
  });
}
