/** The body of a command that says everything by its name. */
export class NoFieldsBody {}
