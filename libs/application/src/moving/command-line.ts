/** Who exports or keeps a copy on the command line has no account: this stands in the access log, with the system's user. */
export const COMMAND_LINE = '00000000-0000-0000-0000-000000000000';
