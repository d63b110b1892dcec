// Which credentials an OpenAPI document says that a request needs.

const escape = text => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const patternOf = path => new RegExp(`^${path.split(/\{[^}]*\}/).map(escape).join('[^/]+')}$`);
const countOf = path => path.split('{').length;

/**
 * The same document with schemes of other words than Basic and Bearer as what they come to, a header that is typed: API pages show fields
 * for no other words.
 */
export function withKnownWords(document) {
  for (const scheme of Object.values(document.components?.securitySchemes ?? {})) {
    if (scheme?.type === 'http' && !/^(basic|bearer)$/i.test(scheme.scheme)) {
      Object.assign(scheme, { type: 'apiKey', in: 'header', name: 'Authorization' });
      delete scheme.scheme;
    }
  }
  return document;
}

export class ApiDocument {
  #address;
  #document;

  /** @param address where the page read it; servers may be relative to it */
  constructor(address, document) {
    this.#address = address;
    this.#document = document;
  }

  get schemes() {
    return this.#document.components?.securitySchemes ?? {};
  }

  /** The schemes that a request may have: [{ id, scheme }], in the document's order; undefined where it does not describe the request. */
  find(method, address) {
    const operation = this.#findOperation(method.toLowerCase(), address);
    return operation && (operation.security ?? this.#document.security ?? [])
      .flatMap(requirement => Object.keys(requirement))
      .map(id => ({ id, scheme: this.schemes[id] ?? {} }));
  }

  #findOperation(method, address) {
    const paths = Object.keys(this.#document.paths ?? {}).sort((one, other) => countOf(one) - countOf(other));
    for (const { url } of this.#document.servers ?? [{ url: '/' }]) {
      if (!URL.canParse(url, this.#address)) {
        continue; // a port, say, that somebody is to fill in
      }
      const server = new URL(url, this.#address);
      const prefix = server.pathname.replace(/\/$/, '');
      if (server.origin !== address.origin || !address.pathname.startsWith(prefix)) {
        continue;
      }
      const called = address.pathname.slice(prefix.length) || '/';
      const path = paths.find(path => method in (this.#document.paths[path] ?? {}) && patternOf(path).test(called));
      if (path) {
        return this.#document.paths[path][method];
      }
    }
    return undefined;
  }
}
