/**
 * Whether the server turned the launch away only because of its age: it has expired, or is too old for what was asked. For every other
 * reason a new one would be turned away as well.
 */
export const isTooOld = (response: Response): boolean =>
  response.status === 401 && /\breason="(expired|stale)"/.test(response.headers.get('WWW-Authenticate') ?? '');

/** The back end. Every call shows the launch; when the launch is too old, it is renewed and the call repeated, once. */
export class Backend {
  #query: string;
  #renewal: Promise<string> | undefined;
  readonly #renew: () => Promise<string>;

  /**
   * @param query the signed launch parameters, as they stand in the page's address
   * @param renew has VK sign them anew
   */
  constructor(query: string, renew: () => Promise<string>) {
    this.#query = query;
    this.#renew = renew;
  }

  async get(path: string): Promise<Response> {
    const sent = this.#query;
    const response = await this.#send(path);
    if (!isTooOld(response)) {
      return response;
    }

    // Another call may have renewed the launch since this one was sent.
    return this.#query !== sent || (await this.#tryRenew()) ? this.#send(path) : response;
  }

  #send(path: string): Promise<Response> {
    return fetch(path, { headers: { Authorization: `Bearer ${this.#query}` } });
  }

  /** Calls that find the launch too old at the same time share one renewal. */
  async #tryRenew(): Promise<boolean> {
    try {
      this.#renewal ??= this.#renew();
      this.#query = await this.#renewal;
      return true;
    } catch {
      return false;
    } finally {
      this.#renewal = undefined;
    }
  }
}
