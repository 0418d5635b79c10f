import { saysAddressIsWrong } from './wrong-address.js';

test.each(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10'])(
  '%s says that the address does not exist',
  (code) => {
    expect(saysAddressIsWrong(code)).toBe(true);
  },
);

test.each(['5.7.1', '5.2.2', '5.0.0', '4.1.1', '5.1.8', '5.11.1', ''])('%s does not', (code) => {
  expect(saysAddressIsWrong(code)).toBe(false);
});
