// An address of this page that fills in the form. What is picked stands behind the # of the address, which no browser sends to a server or
// tells a page in the frame, and without the secret. An address signs nothing: it takes a press of the button.

import { getState, setState } from './secret.js';

/** The fields that the address names, or undefined where it names none. */
export function readLink() {
  const fields = [...new URLSearchParams(getState())];
  return fields.length > 0 ? Object.fromEntries(fields) : undefined;
}

/** Puts the fields that are not as at the start into the address. */
export const writeLink = fields => setState(new URLSearchParams(fields).toString());

/** The address to share. */
export function linkTo(fields) {
  const link = new URL(location);
  link.hash = new URLSearchParams(fields);
  return link.href;
}
