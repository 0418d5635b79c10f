/** Messages of errors may quote an address. */
export const withoutAddresses = (message: string): string =>
  message.replace(/[^\s"'<>(]+@[^\s"'>)]+/g, '[address]');
