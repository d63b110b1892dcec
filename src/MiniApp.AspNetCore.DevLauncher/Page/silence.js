// Why a page says nothing to its host, as far as a browser tells: of another origin it tells little.

const patience = 3000;       // a page that loads its platform's script says something at once
const longPatience = 10_000; // a server that compiles the page first is slow

/** Whether the browser shows a page of this origin in the frame, and not its own on what went wrong. */
const hasPage = frame => frame.contentDocument?.URL.startsWith('http') === true;

/** Whether a page of this origin may not be shown in this one's frame. Where frame-ancestors is there, browsers look at nothing else. */
function refusesFrames(headers) {
  const lists = [...(headers.get('Content-Security-Policy') ?? '').matchAll(/frame-ancestors([^;,]*)/gi)].map(([, list]) => list.trim().split(/\s+/));
  return lists.length > 0
    ? !lists.every(list => ["'self'", '*', location.origin].some(source => list.includes(source)))
    : /deny/i.test(headers.get('X-Frame-Options') ?? '');
}

/** @returns the name of a text that says what is wrong with the page, or undefined where nothing is found */
async function findFault(frame, url) {
  const isOwn = url.origin === location.origin;
  try {
    // The header keeps it off the list of the page's calls; a page of another origin would have to allow it.
    const { ok, status, headers } = await fetch(url.origin + url.pathname, isOwn ? { headers: { 'X-MiniApp-Launcher': '' } } : { mode: 'no-cors', credentials: 'omit' });
    // Who comes without a launch, as this does, may be refused the page that the frame shows.
    return !isOwn || ((status === 401 || status === 403) && hasPage(frame)) ? undefined
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
