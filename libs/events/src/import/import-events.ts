/** Facts of one register file read, stream `import-<uuid>`. The register itself is a table: it is the state's data, not ours. */
export interface ImportEventData {
  SchoolsImported: {
    readonly importId: string;
    readonly kind: 'register' | 'census' | 'links';
    /** SHA-256 of the file, hex. */
    readonly fileHash: string;
    readonly added: number;
    readonly changed: number;
    readonly closed: number;
    readonly unchanged: number;
    readonly errors: number;
  };
}

export type ImportEventName = keyof ImportEventData;
