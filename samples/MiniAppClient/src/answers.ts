/** The word with which the server says to the page why it turned its credentials away. */
export const reasonOf = (response: Response): string | undefined =>
  response.status === 401 ? /\breason="(\w+)"/.exec(response.headers.get('WWW-Authenticate') ?? '')?.[1] : undefined;

/** Whether the owners of the app keep the user out: no other credentials of theirs help. */
export const isBanned = (response: Response): boolean => reasonOf(response) === 'banned';

/**
 * How many launches to try until one is taken. For most reasons a new one would be turned away as well. A launch is dated in whole seconds:
 * one that was signed within the second of another tab's is the same launch, and one of the second of a revocation is void like those before.
 */
export const worthRenewals = (response: Response): number => renewals.get(reasonOf(response) ?? '') ?? 0;

const renewals = new Map([
  ['expired', 1],
  ['stale', 1],
  ['replayed', 3],
  ['revoked', 3],
]);
