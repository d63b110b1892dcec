// The launcher's own endpoints. They answer this page alone, which proves itself by the secret in a header that no other site can send.

import { getSecret } from './secret.js';

// What a development server for the page answers while the back end behind it is gone.
const gateway = [502, 503, 504];

/** What keeps the whole page from working: the name of a text of this page's, and what the server says. */
export class Outage extends Error {
  constructor(name, detail = '') {
    super(detail);
    this.name = name;
  }
}

async function reach(path, options) {
  const secret = getSecret();
  if (!secret) {
    throw new Outage('secretMissing');
  }
  try {
    const response = await fetch(path, { ...options, headers: { ...options.headers, 'X-MiniApp-Launcher': secret } });
    return { response, body: await response.text() };
  } catch {
    throw new Outage('serverGone');
  }
}

async function ask(path, options = {}) {
  const { response: { ok, status, headers }, body } = await reach(path, options);
  if (gateway.includes(status)) {
    throw new Outage('serverGone');
  }
  if (status === 403) {
    throw new Outage('notLetIn', body);
  }
  if (!ok) {
    throw new Error((headers.get('Content-Type') ?? '').startsWith('text/plain') && body || `HTTP ${status}`);
  }
  return JSON.parse(body);
}

export const send = (path, body) =>
  ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

export const readSettings = () => ask('settings');
export const readCalls = after => ask(`calls?after=${after}`);
export const signLaunch = launch => send('launch', launch);
export const readClaims = token => send('claims', { token });
