/** What an API answered. */
export interface ApiAnswer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly etag: string | null;
  readonly body: Body;
}

type Json = Record<string, unknown>;

/** Speaks to the JSON API as an integrator would: remembers each link's ETag and sends a key with every write. */
export class ApiClient {
  readonly #etags = new Map<string, string>();
  #keys = 0;

  constructor(
    private readonly address: string,
    private readonly token: string,
    private readonly name = 'journey',
  ) {}

  async get<Body = Json>(path: string): Promise<ApiAnswer<Body>> {
    return this.send<Body>('GET', path);
  }

  async post<Body = Json>(
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<ApiAnswer<Body>> {
    this.#keys += 1;
    return this.send<Body>('POST', path, body, {
      'idempotency-key': `${this.name}-${this.#keys}`,
      ...headers,
    });
  }

  /** A command to a link at the revision that was seen last. */
  async command<Body = Json>(ref: string, command: string, body: Json = {}): Promise<Body> {
    const seen = this.#etags.get(ref) ?? (await this.get(`/links/${ref}`)).etag ?? '';
    const answer = await this.post<Body>(`/links/${ref}/${command}`, body, { 'if-match': seen });
    if (answer.status !== 200) throw new Error(`${command}: ${answer.status} ${JSON.stringify(answer.body)}`);
    if (answer.etag !== null) this.#etags.set(ref, answer.etag);
    return answer.body;
  }

  /** Forgets what was seen: somebody else may have changed the link. */
  lookAgain(ref: string): void {
    this.#etags.delete(ref);
  }

  async send<Body>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ApiAnswer<Body>> {
    const csv = typeof body === 'string';
    const answer = await fetch(`${this.address}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body === undefined ? {} : { 'content-type': csv ? 'text/csv' : 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: csv ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    expect(answer.headers.get('content-type')).toMatch(/json/);
    return { status: answer.status, etag: answer.headers.get('etag'), body: JSON.parse(text) as Body };
  }
}
