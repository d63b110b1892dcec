// A call of the app's page as text that repeats it: for a terminal, and for an .http file. Both have the caller's token.

// What the connection or the client says by itself.
const own = /^(host|connection|content-length|accept-encoding|transfer-encoding|te|upgrade.*|keep-alive|user-agent|referer|sec-ch-.*|priority|dnt)$/i;
// What a back end looks at where the browser sends a cookie.
const ofBrowser = /^(origin|sec-fetch-.*|accept-language|cache-control|pragma)$/i;

/** The headers that make the request what it is. */
export function headersOf({ requestHeaders }) {
  const hasCookie = requestHeaders.some(({ name }) => /^cookie$/i.test(name));
  return requestHeaders.filter(({ name }) => !own.test(name) && (hasCookie || !ofBrowser.test(name)));
}

/** A word for a POSIX shell, whatever is in it. */
const quoted = text => `'${text.replaceAll("'", `'\\''`)}'`;

export function toCurl({ method, details }) {
  const { address, requestBody } = details;
  return [
    `curl --globoff${method === 'GET' ? '' : method === 'HEAD' ? ' --head' : ` --request ${quoted(method)}`} ${quoted(address)}`,
    ...headersOf(details).map(({ name, value }) => `--header ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`),
    ...(requestBody.text ? [`--data-raw ${quoted(requestBody.text)}`] : []),
  ].join(' \\\n  ');
}

/** The block of an .http file; undefined where such a file would read something else: a variable, another request, another file. */
export function toHttp({ method, details }) {
  const { address, requestBody } = details;
  const head = [`${method} ${address}`, ...headersOf(details).map(({ name, value }) => `${name}: ${value}`)].join('\n');
  const body = requestBody.text ?? '';
  return /\{\{/.test(head + body) || /^(###|<)/m.test(body) ? undefined : `### ${method} ${new URL(address).pathname}\n${head}\n${body ? `\n${body}\n` : ''}`;
}

const inShort = word => `${word.slice(0, 10)}…${word.slice(-4)}`;

/** A header's value without its long words: nobody reads a token, and somebody may look over the developer's shoulder. */
export const shortHeader = value => value.replace(/[^\s;,]{33,}/g, inShort);

/** A body without what is as long as a token. */
export const shortBody = text => text.replace(/[\w.~+/%=&-]{121,}/g, inShort);

/** An address with the values of its query cut. */
export function shortAddress(address) {
  const [path, ...query] = address.split('?');
  return query.length > 0 ? `${path}?${query.join('?').replace(/=[^&#]{25,}/g, value => `=${inShort(value.slice(1))}`)}` : path;
}
