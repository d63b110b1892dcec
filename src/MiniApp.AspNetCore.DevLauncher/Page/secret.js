// The secret of this start of the launcher. It comes behind the # of the address that the application printed, which no browser sends to
// a server. This tab keeps it, so that a reload and a copy of the tab work, and the address bar, history and bookmarks have it no longer.
// Behind the # there may also be what is picked in the form.

const stored = `mini-app-launcher-secret ${new URL('.', location).pathname}`;
const pattern = /^#([\w-]{43})(?![\w-])&?/;

let secret;
let isInAddress = false; // because the browser keeps nothing for this page

/** The secret, or undefined until this tab gets to know it. */
export const getSecret = () => secret;

/** What stands behind the # beside the secret. */
export const getState = () => location.hash.replace(pattern, '#').slice(1);

/** Puts that there, and nothing that this tab keeps. */
export function setState(state) {
  const parts = [isInAddress ? secret : '', state].filter(Boolean);
  history.replaceState(null, '', location.pathname + location.search + (parts.length > 0 ? '#' + parts.join('&') : ''));
}

function take() {
  const found = pattern.exec(location.hash)?.[1];
  try {
    secret = found ?? secret ?? sessionStorage.getItem(stored) ?? undefined;
    if (found) {
      sessionStorage.setItem(stored, found);
      isInAddress = false;
      setState(getState());
    }
  } catch {
    isInAddress = secret !== undefined;
  }
}

take();
window.addEventListener('hashchange', take);
