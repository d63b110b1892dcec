import { worthRenewals } from './answers.ts';

/** The launch that the page was opened with, or the one that the platform signed since. */
export class Launches {
  #launch: string;
  #renewal: Promise<string> | undefined;
  readonly #renew: () => Promise<string>;
  readonly #pause: () => Promise<void>;

  /**
   * @param query the signed launch parameters, as they stand in the page's address
   * @param renew has VK sign them anew
   * @param pause waits until what is signed has another date; tabs that ask together should not wait equally long
   */
  constructor(query: string, renew: () => Promise<string>, pause = untilAnotherSecond) {
    this.#launch = query;
    this.#renew = renew;
    this.#pause = pause;
  }

  /** Sends a request with the launch; where a fresh one mends the refusal, it is renewed and the request repeated. */
  async send(path: string, options: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> {
    const attempt = () =>
      fetch(path, { ...options, headers: { ...options.headers, Authorization: `Bearer ${this.#launch}` } });

    let sent = this.#launch;
    let response = await attempt();
    for (let renewals = 0; renewals < worthRenewals(response); renewals++) {
      if (renewals > 0) {
        await this.#pause();
      }

      // Another call may have renewed the launch since this one was sent.
      if (this.#launch === sent && !(await this.#tryRenew())) {
        break;
      }
      sent = this.#launch;
      response = await attempt();
    }
    return response;
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

const untilAnotherSecond = () => new Promise<void>(resolve => setTimeout(resolve, 1000 + 1000 * Math.random()));
