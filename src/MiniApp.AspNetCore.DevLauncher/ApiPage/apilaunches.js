// Puts launches into the page's requests: each request that the OpenAPI document says to need one gets one that is signed then and there, so
// that none has expired however long the page is open. The document is what the page itself reads. Nothing is put into requests elsewhere,
// nor where somebody typed credentials.

import { ApiDocument, withKnownWords } from './apidocument.js';
import { fillScalar, fillSwagger } from './apifields.js';

/** What a scheme is called in a document. */
const idOf = scheme => scheme.replace(/[^\w.-]/g, sign => `_${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);

/** Whether a header has no credentials but what an API page writes where nobody gave any. */
const isEmpty = header => /^(bearer|basic)?\s*(YOUR_SECRET_TOKEN|Og==)?$/i.test(header.trim());

const isJson = response => /^application\/([\w.+-]+\+)?json\b/.test(response.headers.get('Content-Type') ?? '');

export class ApiLaunches {
  #fetch = window.fetch.bind(window);
  #documents = new Map();
  #all = [];
  #filled = Promise.resolve();
  #tell;

  /** @param tell hears of every launch that was signed, or of why none was: (launch, fault) */
  constructor(tell) {
    this.#tell = tell;
    window.fetch = (input, options) => this.#send(input, options);
    fillScalar(() => this.#filled, () => this.#values());
  }

  /** Adds a launcher, and signs a launch of its for the page's own fields as soon as it is opened. */
  add(launch, opened) {
    this.#all.push(launch);
    this.#filled = Promise.all([this.#filled, opened.then(() => this.fill(launch))]);
  }

  /** Signs a launch for the page's own fields, from which it makes command lines. */
  async fill(launch) {
    if (launch.settings && launch.isWanted) {
      await this.#sign(launch).catch(() => undefined);
      fillSwagger(this.#values(), id => this.#findScheme(id));
    }
  }

  #values() {
    return this.#all.filter(launch => launch.isWanted && launch.settings && launch.token).map(({ settings, token }) =>
      ({ id: idOf(settings.scheme), token, credentials: `${settings.authScheme} ${token}` }));
  }

  #findScheme(id) {
    return [...this.#documents.values()].map(known => known.schemes[id]).find(found => found);
  }

  async #sign(launch) {
    try {
      const token = await launch.sign();
      this.#tell(launch);
      return token;
    } catch (fault) {
      this.#tell(launch, fault);
      throw fault;
    }
  }

  async #send(input, options) {
    const address = new URL(input instanceof Request ? input.url : input, document.baseURI);
    if (address.origin !== location.origin) {
      return this.#fetch(input, this.#withhold(input, options));
    }

    const method = options?.method ?? (input instanceof Request ? input.method : 'GET');
    const accepted = this.#find(method, address);
    if (!accepted) {
      return this.#note(address, await this.#fetch(input, options));
    }

    const request = new Request(input, options);
    await this.#authorize(request.headers, accepted);
    return this.#fetch(request);
  }

  /** Takes out of a request to another site, such as a server of the document's or a proxy, what the page put in from its filled fields. */
  #withhold(input, options) {
    const headers = new Headers(options?.headers ?? (input instanceof Request ? input.headers : undefined));
    const filled = [...headers].filter(([, value]) => this.#all.some(launch => launch.isIn(value)));
    filled.forEach(([name]) => headers.delete(name));
    return filled.length > 0 ? { ...options, headers } : options;
  }

  #find(method, address) {
    return [...this.#documents.values()].map(known => known.find(method, address)).find(found => found);
  }

  async #authorize(headers, accepted) {
    const places = accepted.filter(({ scheme }) => scheme.type === 'http' || scheme.type === 'apiKey' && scheme.in === 'header');
    for (const { id, scheme } of places) {
      const name = scheme.type === 'http' ? 'Authorization' : scheme.name;
      const given = headers.get(name) ?? '';
      if (this.#all.some(launch => launch.isIn(given))) {
        headers.delete(name); // from the page's fields, and maybe old
      } else if (!isEmpty(given)) {
        continue;
      }

      const launch = this.#all.find(({ settings }) => settings && idOf(settings.scheme) === id);
      if (launch?.isWanted) {
        // Where none can be signed, the request goes without: the answer says so, and the bar says why.
        const token = await this.#sign(launch).catch(() => undefined);
        if (token) {
          headers.set(name, name.toLowerCase() === 'authorization' ? `${launch.settings.authScheme} ${token}` : token);
          return;
        }
      }
    }
  }

  /** Learns from a response what a document says, where it is one. The page gets it in words that it knows. */
  async #note(address, response) {
    if (!response.ok || !isJson(response)) {
      return response;
    }
    const body = await response.clone().json().catch(() => undefined);
    if (!body?.openapi || !body.paths) {
      return response;
    }
    this.#documents.set(address.href, new ApiDocument(address, structuredClone(body)));
    const { status, headers } = response;
    const shown = new Response(JSON.stringify(withKnownWords(body)), { status, headers });
    Object.defineProperty(shown, 'url', { value: response.url });
    return shown;
  }
}
