// Calls of the back end as the user who has opened the page. The launch is exchanged for a session, and calls carry its access token.
import { platform } from './platform.js';

let session;

/** Calls the back end. A session that has expired is refreshed, or begun anew, and the call repeated. */
export async function call(path, options = {}) {
  session ??= begin();
  const used = session;
  const answer = await settle(used);
  if (answer instanceof Response) {
    return answer; // why no session could be begun
  }

  const response = await send(path, options, `Bearer ${answer.accessToken}`);
  if (!isRefused(response)) {
    return response;
  }

  // Another call may have replaced the session since this one was sent.
  if (session === used) {
    session = replace(answer.refreshToken);
  }
  session ??= begin();
  const replaced = await settle(session, answer);
  return replaced instanceof Response ? replaced : send(path, options, `Bearer ${replaced.accessToken}`);
}

/** The tokens, or the refusal. What was not begun is tried again by the next call; what could not be refreshed for now is kept. */
async function settle(begun, before) {
  const goBackTo = kept => session = session === begun ? kept : session;
  try {
    const answer = await begun;
    if (answer instanceof Response) {
      goBackTo(answer.status === 401 ? undefined : before);
      return answer.clone();
    }
    return answer;
  } catch (fault) {
    goBackTo(before);
    throw fault;
  }
}

/** Exchanges the launch. One that is not good any more is renewed, where the platform does so. */
async function begin() {
  const exchange = authorization => send('/session', { method: 'POST', headers: { 'Launch-Binding': binding() } }, authorization);
  const response = await exchange(platform.authorization);
  const renewed = hasAged(response) && await platform.renew?.().catch(() => undefined);
  return read(renewed ? await exchange(renewed) : response);
}

async function replace(refreshToken) {
  const headers = { 'Content-Type': 'application/json' };
  const refreshed = await fetch('/session/refresh', { method: 'POST', headers, body: JSON.stringify({ refreshToken }) });
  return isRefused(refreshed) ? begin() : read(refreshed);
}

const send = (path, options, authorization) => fetch(path, { ...options, headers: { ...options.headers, Authorization: authorization } });

const read = response => response.ok ? response.json() : response;

const reasonOf = response =>
  response.status === 401 ? /\breason="(\w+)"/.exec(response.headers.get('WWW-Authenticate') ?? '')?.[1] ?? 'unknown' : undefined;

/** Whether a session may help that is refreshed or begun anew. It does not help a user who is kept out. */
const isRefused = response => ![undefined, 'banned'].includes(reasonOf(response));

/** Whether a fresh launch helps. */
const hasAged = response => ['expired', 'stale', 'replayed', 'revoked'].includes(reasonOf(response));

/** With it this tab may exchange its launch again, after a reload, and whoever has stolen the launch may not. */
function binding() {
  try {
    const kept = sessionStorage.getItem('launch-binding') ?? random();
    sessionStorage.setItem('launch-binding', kept);
    return kept;
  } catch {
    return unkept ??= random(); // the browser keeps nothing for this frame
  }
}

let unkept;

// crypto.randomUUID is there under https alone.
const random = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
