/** Name of a log in its checkpoints and keys, for ever the same. */
export const originOf = (logId: string) => `schools-linking.example/log/${logId}`;
