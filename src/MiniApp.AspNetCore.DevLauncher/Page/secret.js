// The secret of this start of the launcher. It comes behind the # of the address that the application printed, which no browser sends to
// a server. This tab keeps it, so that a reload and a copy of the tab work, and the address bar, history and bookmarks have it no longer.

const stored = `mini-app-launcher-secret ${new URL('.', location).pathname}`;

let secret;

/** The secret, or undefined until this tab gets to know it. */
export const getSecret = () => secret;

function keep(found) {
  secret = found;
  sessionStorage.setItem(stored, found);
  history.replaceState(null, '', location.pathname + location.search);
}

function take() {
  const found = /^#([\w-]{43})(?![\w-])/.exec(location.hash)?.[1];
  try {
    if (found) {
      keep(found);
    } else {
      secret ??= sessionStorage.getItem(stored) ?? undefined;
    }
  } catch {
    // The browser keeps nothing for this page: then the address does.
  }
}

take();
window.addEventListener('hashchange', take);
