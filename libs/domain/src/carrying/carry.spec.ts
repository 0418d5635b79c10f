import { storedType } from '@linking/events/upcasting/present-language.js';
import { isCarried } from './carry.js';

test('only facts that ask something of another stream are carried', () => {
  expect(isCarried(storedType('LinkProposed'))).toBe(true);
  expect(isCarried(storedType('MeetingHeld'))).toBe(false);
});
