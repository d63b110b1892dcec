import { needsFreshLaunch } from './answers.ts';

/** The launch that the page was opened with, or the one that the platform signed since. */
export class Launches {
  #launch: string;
  #renewal: Promise<string> | undefined;
  readonly #renew: () => Promise<string>;

  /**
   * @param query the signed launch parameters, as they stand in the page's address
   * @param renew has VK sign them anew
   */
  constructor(query: string, renew: () => Promise<string>) {
    this.#launch = query;
    this.#renew = renew;
  }

  /** Sends a request with the launch; when a fresh one is needed, it is renewed and the request repeated, once. */
  async send(path: string, options: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> {
    const sent = this.#launch;
    const attempt = () =>
      fetch(path, { ...options, headers: { ...options.headers, Authorization: `Bearer ${this.#launch}` } });

    const response = await attempt();
    if (!needsFreshLaunch(response)) {
      return response;
    }

    // Another call may have renewed the launch since this one was sent.
    return this.#launch !== sent || (await this.#tryRenew()) ? attempt() : response;
  }

  /** Calls that need a fresh launch at the same time share one renewal. */
  async #tryRenew(): Promise<boolean> {
    try {
      this.#renewal ??= this.#renew();
      this.#launch = await this.#renewal;
      return true;
    } catch {
      return false;
    } finally {
      this.#renewal = undefined;
    }
  }
}
