// What the user does when the page asks for a contact: the form has it as it is now, not as it was when the app was opened.

import { send } from './server.js';

/** Whether the user declines. */
export const isDeclined = ({ elements: fields }) => fields.contactKind.value === 'denied';

/**
 * Has a contact signed, good or bad, as the form says.
 * @param form the form
 * @param contact whose it is, and what is signed, in the words of the server
 */
export const signContact = ({ elements: fields }, contact) => send('contact', { ...contact, kind: fields.contactKind.value });
