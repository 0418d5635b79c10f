import { isCarried } from './carry.js';

test('only facts that ask something of another stream are carried', () => {
  expect(isCarried('LinkProposed.v1')).toBe(true);
  expect(isCarried('MeetingHeld.v1')).toBe(false);
});
