import { isBanned } from './answers.ts';
import { binding } from './binding.ts';
import type { Launches } from './launches.ts';

interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** The back end. The launch is exchanged for a session once; the session is refreshed, and begun anew when it can't be. */
export class Backend {
  #session: Promise<Tokens | Response> | undefined;
  readonly #launches: Launches;

  constructor(launches: Launches) {
    this.#launches = launches;
  }

  /** Asks in the session. The answer is the server's, or what it answered when no session could be begun. */
  async get(path: string): Promise<Response> {
    this.#session ??= this.#begin();
    const session = this.#session;
    const tokens = await this.#settle(session);
    if (tokens instanceof Response) {
      return tokens;
    }

    const response = await ask(path, tokens);
    if (response.status !== 401 || isBanned(response)) {
      return response;
    }

    // Another call may have replaced the session since this one was sent.
    if (this.#session === session) {
      this.#session = this.#replace(tokens);
    }
    this.#session ??= this.#begin();
    const replaced = await this.#settle(this.#session, tokens);
    return replaced instanceof Response ? replaced : ask(path, replaced);
  }

  /** Asks for what only a launch can tell, such as a role: it was true when the app was opened, and no session keeps it. */
  getByLaunch(path: string): Promise<Response> {
    return this.#launches.send(path);
  }

  /** A session that was not begun is tried again by the next call, and one that could not be refreshed for now is kept. */
  async #settle(session: Promise<Tokens | Response>, before?: Tokens): Promise<Tokens | Response> {
    const goBackTo = (kept?: Tokens) => {
      if (this.#session === session) {
        this.#session = kept && Promise.resolve(kept);
      }
    };

    try {
      const tokens = await session;
      if (tokens instanceof Response) {
        goBackTo(tokens.status === 401 ? undefined : before);
        return tokens.clone();
      }
      return tokens;
    } catch (fault) {
      goBackTo(before);
      throw fault;
    }
  }

  async #begin(): Promise<Tokens | Response> {
    return read(await this.#launches.send('/session', { method: 'POST', headers: { 'Launch-Binding': binding() } }));
  }

  async #replace({ refreshToken }: Tokens): Promise<Tokens | Response> {
    const refreshed = await read(
      await fetch('/session/refresh', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ refreshToken }),
      }),
    );

    // A session that has ended is no fault: the launch may begin another. A server that can't tell now may be able to later.
    const hasEnded = refreshed instanceof Response && refreshed.status === 401 && !isBanned(refreshed);
    return hasEnded ? this.#begin() : refreshed;
  }
}

const ask = (path: string, { accessToken }: Tokens): Promise<Response> =>
  fetch(path, { headers: { Authorization: `Bearer ${accessToken}` } });

const read = async (response: Response): Promise<Tokens | Response> =>
  response.ok ? ((await response.json()) as Tokens) : response;
