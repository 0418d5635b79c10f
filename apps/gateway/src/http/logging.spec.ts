import { loggedError } from './logging.js';

describe('an error in the log', () => {
  it('names no mail address, wherever it was quoted', () => {
    const cause = new Error('550 <rosa@bradford.example> unknown');
    const error = new Error('mail to "nadia@linking.example" failed', { cause });
    const line = JSON.stringify(loggedError(error));
    expect(line).toContain('mail to \\"[address]\\" failed');
    expect(line).not.toContain('@');
  });

  it('leaves out what the database says about the row', () => {
    const error = Object.assign(new Error('duplicate key value'), {
      code: '23505',
      detail: 'Key (lower(email))=(rosa@bradford.example) already exists.',
    });
    expect(loggedError(error)).toMatchObject({
      type: 'Error',
      code: '23505',
      message: 'duplicate key value',
    });
    expect(Object.keys(loggedError(error))).not.toContain('detail');
  });
});
