// Why a page says nothing to its host, as far as a browser tells: of another origin it tells little.

const patience = 3000;       // a page that loads its platform's script says something at once
const longPatience = 10_000; // a server that compiles the page first is slow

/** Whether the browser shows a page of this origin in the frame, and not its own on what went wrong. */
const hasPage = frame => frame.contentDocument?.URL.startsWith('http') === true;

// What frame-ancestors may call this origin.
const ownNames = ["'self'", '*', location.protocol, location.origin, location.host];

/** Whether a page of this origin does not let this origin show it. Beside frame-ancestors, X-Frame-Options does not count. */
function refusesFrames(headers) {
  const lists = [...(headers.get('Content-Security-Policy') ?? '').matchAll(/\bframe-ancestors\b([^;,]*)/gi)].map(([, sources]) => sources.trim().split(/\s+/));
  return lists.length > 0
    ? lists.some(sources => !sources.some(source => ownNames.includes(source.toLowerCase())))
    : /\bdeny\b/i.test(headers.get('X-Frame-Options') ?? '');
}

/** @returns the name of a text that says what is wrong with the page, or undefined where nothing is found */
async function findFault(frame, url) {
  const isOwn = url.origin === location.origin;
  try {
    // The header keeps it off the list of the page's calls; a page of another origin would have to allow it.
    const { ok, headers } = await fetch(url.origin + url.pathname, isOwn ? { headers: { 'X-MiniApp-Launcher': '' } } : { mode: 'no-cors', credentials: 'omit' });
    return !isOwn ? undefined
      : !ok ? 'hintNoPage'
      : hasPage(frame) ? undefined
      : refusesFrames(headers) ? 'hintRefusesFrames' : 'hintElsewhere';
  } catch {
    return 'hintUnreachable';
  }
}

/**
 * Watches whether the page in a frame says anything.
 * @param frame the iframe, before it has an address
 * @param url its address
 * @param isHeard whether the page has said something
 * @param tell called with the name of a text on what is wrong; undefined where the page is there and says nothing
 * @returns ends it
 */
export function watchForSilence(frame, url, isHeard, tell) {
  let timer = setTimeout(() => tell('hintSlow'), longPatience);
  const look = async () => {
    if (!isHeard()) {
      const fault = await findFault(frame, url);
      if (timer !== undefined && !isHeard()) {
        tell(fault);
      }
    }
  };
  frame.addEventListener('load', () => {
    if (timer !== undefined) {
      clearTimeout(timer);
      timer = setTimeout(look, patience);
    }
  });
  return () => {
    clearTimeout(timer);
    timer = undefined;
  };
}
