import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '..');
const PYTHON = process.env['CALENDAR_PYTHON'] ?? '/usr/bin/python3';

function written(what: 'feed' | 'invitation', zone: string): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['tests/support/write-calendar.mjs', what], {
    cwd: root,
    env: { ...process.env, TZ: zone, NODE_NO_WARNINGS: '1' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

test('a calendar file has the same bytes wherever the machine thinks it is', () => {
  for (const what of ['feed', 'invitation'] as const) {
    const [here = '', ...elsewhere] = ['UTC', 'Asia/Tokyo', 'America/New_York'].map((zone) =>
      written(what, zone),
    );
    expect(here).toContain('DTSTART;TZID=Europe/London:20270608T100000\r\n');
    expect(here).toContain('DTSTAMP:20260701T233000Z\r\n');
    expect(elsewhere).toEqual([here, here]);
  }
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
      description,
      organizer: 'mailto:links@linking.example',
    };
    expect(understood(written('invitation', 'UTC'))).toEqual([
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
    expect(understood(written('feed', 'UTC'))).toMatchObject([
      { ...common, method: 'PUBLISH', start: '2027-01-19T10:00:00+00:00', attendee: null },
      { ...common, method: 'PUBLISH', start: '2027-06-08T10:00:00+01:00', status: 'CONFIRMED' },
      { ...common, method: 'PUBLISH', end: '2027-03-28T14:30:00+01:00', status: 'CANCELLED' },
    ]);
  });
}
