// Some libraries address what they say to https://web.telegram.org, and a browser hands that to no other site. A page of this page's own
// origin calls this window's own function, though, so that it can be heard all the same.

const heard = ['*', '/', location.origin, 'https://web.telegram.org'];

/**
 * Hears what the page in a frame addresses to Telegram's site as well, where the page is of this origin.
 * @param frame the iframe
 * @returns ends it
 */
export function hearForTelegram(frame) {
  window.postMessage = (data, options) => {
    const addressee = typeof options === 'object' ? options?.targetOrigin : options;
    if (typeof data === 'string' && heard.includes(addressee)) {
      // After the caller is done, as every message. Only the frame's page has this window's function: nobody else would call it.
      setTimeout(() => window.dispatchEvent(new MessageEvent('message', { data, origin: location.origin, source: frame.contentWindow })));
    }
  };
  return () => delete window.postMessage;
}
