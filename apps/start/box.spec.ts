import { inColumns, renderBox } from './box.js';
import { renderReadyMessage } from './ready-message.js';

describe('the box at the end of the start', () => {
  test('is as wide as its longest line', () => {
    expect(renderBox([['Running', 'http://127.0.0.1:3000'], ['Ctrl-C stops']], 80)).toBe(
      [
        '╭───────────────────────╮',
        '│ Running               │',
        '│ http://127.0.0.1:3000 │',
        '├───────────────────────┤',
        '│ Ctrl-C stops          │',
        '╰───────────────────────╯',
      ].join('\n'),
    );
  });

  test('wraps between words in a narrow terminal and keeps the indent', () => {
    expect(renderBox([['  1. Open a link and sign it']], 20)).toBe(
      ['╭──────────────────╮', '│   1. Open a link │', '│   and sign it    │', '╰──────────────────╯'].join(
        '\n',
      ),
    );
  });

  test('grows beyond a narrow terminal rather than cutting an address', () => {
    const address = 'https://linking.bradford.example.org:8443/somewhere';
    expect(renderBox([[address]], 20)).toContain(`│ ${address} │`);
  });

  test('counts letters with accents and wide letters by the columns they take', () => {
    const box = renderBox([['Škola', 'e\u0301cole', '学校', 'school']], 80).split('\n');
    expect(box.slice(1, -1)).toEqual(['│ Škola  │', '│ e\u0301cole  │', '│ 学校   │', '│ school │']);
  });

  test('puts the sign-ins below each other', () => {
    expect(
      inColumns([
        ['Coordinator', 'a@x'],
        ['Admin', 'b@x'],
      ]),
    ).toEqual(['Coordinator  a@x', 'Admin        b@x']);
  });

  test('says address, sign-ins and what to try; without the demonstration only the address and the notes', () => {
    const full = renderReadyMessage(
      {
        address: 'http://127.0.0.1:3000',
        signIns: [['Coordinator', 'coordinator@bradford.example']],
        password: 'a-demo-password',
        thingsToTry: ['Open a link.', 'Move the clock.', 'Read a mail.'],
        notes: [],
      },
      80,
    );
    expect(full).toContain('password a-demo-password');
    expect(full).toContain('  Coordinator  coordinator@bradford.example ');
    expect(full).toContain('  3. Read a mail.');

    const bare = renderReadyMessage(
      {
        address: 'http://127.0.0.1:3000',
        signIns: [],
        password: undefined,
        thingsToTry: [],
        notes: ['Nobody can sign in yet.'],
      },
      80,
    );
    expect(bare).not.toContain('Sign in');
    expect(bare).not.toContain('Try this');
    expect(bare).toContain('Nobody can sign in yet.');
  });
});
