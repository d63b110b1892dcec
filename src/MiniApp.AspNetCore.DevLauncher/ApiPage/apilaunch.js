// A launcher's launches, each signed anew by the back end, for an API page that knows the launcher's secret.

/** The secret behind # in a text, such as the address that the application printed; or undefined. */
export const findSecret = text => /#([\w-]{43})(?![\w-])/.exec(text)?.[1];

export class ApiLaunch {
  #base;
  #stored;
  #secret;
  #fetch = window.fetch.bind(window);
  #tokens = new Set();

  /** What the launcher tells of itself: { platform, scheme, authScheme }; undefined until it lets this page in. */
  settings;
  isWanted = true;
  userId = '42';
  token = '';

  /** @param base the launcher's own address */
  constructor(base) {
    this.#base = base;
    this.#stored = `mini-app-launcher-secret ${base.pathname}`; // where the launcher's page keeps it too
  }

  get path() {
    return this.#base.pathname;
  }

  /** Opens the launcher with the secret that this tab knows, if it does. */
  async reopen() {
    const secret = this.#recall();
    return secret ? this.open(secret) : false;
  }

  /** Tries a secret, and keeps one that is right. */
  async open(secret) {
    const response = await this.#ask('api', { method: 'GET' }, secret);
    if (!response.ok) {
      return false;
    }
    this.settings = await response.json();
    this.#secret = secret;
    try {
      sessionStorage.setItem(this.#stored, secret);
    } catch {
      // The browser keeps nothing for this page: it is asked for again after a reload.
    }
    return true;
  }

  /** Whether a header has a launch of this page's in it, rather than what somebody typed. */
  isIn(header) {
    return [...this.#tokens].some(token => header.includes(token));
  }

  /** A launch of now, as text for a header of credentials. Throws in words where the launcher signs none. */
  async sign() {
    const body = JSON.stringify({ userId: this.userId });
    const response = await this.#ask('launch', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body }, this.#secret);
    if (response.status === 403) {
      this.settings = undefined; // the secret is of another start
    }
    if (!response.ok) {
      throw new Error(await response.text());
    }
    this.token = (await response.json()).token;
    this.#tokens.add(this.token);
    return this.token;
  }

  /** What the launcher's page has kept for this tab. */
  #recall() {
    try {
      return sessionStorage.getItem(this.#stored);
    } catch {
      return null;
    }
  }

  #ask(path, options, secret) {
    return this.#fetch(new URL(path, this.#base), { ...options, headers: { ...options.headers, 'X-MiniApp-Launcher': secret } });
  }
}
