/** The word with which the server says to the page why it turned its credentials away. */
export const reasonOf = (response: Response): string | undefined =>
  response.status === 401 ? /\breason="(\w+)"/.exec(response.headers.get('WWW-Authenticate') ?? '')?.[1] : undefined;

/** Whether a fresh launch mends it: for every other reason, a new one would be turned away as well. */
export const needsFreshLaunch = (response: Response): boolean =>
  ['expired', 'stale', 'replayed', 'revoked'].includes(reasonOf(response) ?? '');
