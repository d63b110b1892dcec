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

/** The bytes of a text as printf has them. */
const octal = text => [...new TextEncoder().encode(text)].map(byte => `\\${byte.toString(8).padStart(3, '0')}`).join('');

/**
 * A word for a POSIX shell, whatever is in it. A terminal that is pasted into obeys control characters, so that none is in it, but for the
 * ends of lines. Quotes stand in other quotes, and so do those that PowerShell takes for one: nothing gets out of them there either.
 */
const quoted = text => `'${text
  .replaceAll(/['‘’‚‛]/g, quote => `'"${quote}"'`)
  .replaceAll(/[\x00-\x09\x0b-\x1f\x7f-\x9f]+/g, controls => `'"$(printf '${octal(controls)}')"'`)}'`;

export function toCurl({ method, details }) {
  const { address, requestBody } = details;
  return [
    `curl --globoff${method === 'GET' ? '' : method === 'HEAD' ? ' --head' : ` --request ${quoted(method)}`} ${quoted(address)}`,
    ...headersOf(details).map(({ name, value }) => `--header ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`),
    ...(requestBody.text ? [`--data-raw ${quoted(requestBody.text)}`] : []),
  ].join(' \\\n  ');
}

// What an editor does not send: another request, a file, a script, where to write the answer, a variable, a setting.
const ofEditor = /\{\{|^\s*(###|[<>@]|(#|\/\/)\s*@)/m;

/** The block of an .http file; undefined where such a file would read something else. */
export function toHttp({ method, details }) {
  const { address, requestBody } = details;
  const head = [`${method} ${address}`, ...headersOf(details).map(({ name, value }) => `${name}: ${value}`)].join('\n');
  const body = requestBody.text ?? '';
  return ofEditor.test(head) || ofEditor.test(body) ? undefined : `### ${method} ${new URL(address).pathname}\n${head}\n${body ? `\n${body}\n` : ''}`;
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
