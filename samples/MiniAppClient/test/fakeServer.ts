import { mock } from 'node:test';

export interface Sent {
  readonly call: string;
  readonly token: string;
  readonly binding: string | undefined;
}

export const refusal = (reason: string, status = 401): Response =>
  new Response(null, {
    status,
    headers: {
      'WWW-Authenticate': `Basic, Bearer error="invalid_token", error_description="Words", reason="${reason}"`,
    },
  });

/**
 * A server of sessions. It takes one launch and gives out tokens that are numbered; those up to a number are refused.
 */
export class FakeServer {
  readonly seen: Sent[] = [];
  launch = 'good';
  launchRefusal = 'expired';
  /** Tokens with a smaller number are refused. */
  oldest = 0;
  accessRefusal = 'expired';
  refreshRefusal: string | undefined;
  /** What answers a refresh in the server's place: a status of its own, or nobody. */
  refreshOutage: number | 'no answer' | undefined;
  status = 200;
  #made = 0;

  constructor() {
    mock.method(globalThis, 'fetch', async (path: string, options: RequestInit = {}) => this.#answer(path, options));
  }

  get calls(): string[] {
    return this.seen.map(({ call, token }) => `${call} ${token}`);
  }

  #answer(path: string, { method = 'GET', headers = {}, body }: RequestInit): Response {
    const sent = headers as Record<string, string>;
    const token =
      path === '/session/refresh' ? JSON.parse(body as string).refreshToken : (sent.Authorization ?? '').slice(7);
    this.seen.push({ call: `${method} ${path}`, token, binding: sent['Launch-Binding'] });
    if (this.status !== 200) {
      return new Response(null, { status: this.status });
    }

    switch (path) {
      case '/session':
        return token === this.launch ? this.#tokens() : refusal(this.launchRefusal);
      case '/session/refresh':
        if (this.refreshOutage === 'no answer') {
          throw new TypeError('Failed to fetch');
        }
        if (this.refreshOutage) {
          return new Response(null, { status: this.refreshOutage });
        }
        return this.refreshRefusal ? refusal(this.refreshRefusal) : this.#tokens();
      case '/roles':
        return token === this.launch ? new Response('roles') : refusal(this.launchRefusal);
      default:
        return token.startsWith('access') && Number(token.slice(6)) >= this.oldest
          ? new Response('ok')
          : refusal(this.accessRefusal);
    }
  }

  #tokens(): Response {
    this.#made++;
    return Response.json({ accessToken: `access${this.#made}`, refreshToken: `refresh${this.#made}` });
  }
}
