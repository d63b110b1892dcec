// Calls of the back end as the user who has opened the page: each carries the launch.
import { platform } from './platform.js';

let authorization = platform?.authorization;
let renewal;

/** Calls the back end. A launch that has become too old is renewed, where the platform does so, and the call repeated. */
export async function call(path, options = {}) {
  const sent = authorization;
  const response = await send(path, options);
  return isTooOld(response) && await renew(sent) ? send(path, options) : response;
}

const send = (path, options) => fetch(path, { ...options, headers: { ...options.headers, Authorization: authorization } });

const isTooOld = response =>
  response.status === 401 && /\breason="(expired|stale|revoked)"/.test(response.headers.get('WWW-Authenticate') ?? '');

/** Whether there is a fresher launch than the one that was sent. Calls that need it at the same time share one renewal. */
async function renew(sent) {
  if (authorization !== sent) {
    return true;
  }

  try {
    renewal ??= platform.renew();
    authorization = await renewal;
    return true;
  } catch {
    return false; // the platform can't, or the user is offline
  } finally {
    renewal = undefined;
  }
}
