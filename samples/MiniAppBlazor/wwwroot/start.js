// Telegram and MAX put the launch into the fragment of the address. The page posts it, gets a cookie, and goes on without it.
const fragment = new URLSearchParams(location.hash.replace(/^#([^=]*\?)?/, ''));
const [word, initData] = fragment.has('WebAppData') ? ['max', fragment.get('WebAppData')] : ['tma', fragment.get('tgWebAppData') ?? ''];

const response = await fetch('/session/cookie', {
  method: 'POST',
  headers: { Authorization: `${word} ${initData}`, 'Launch-Binding': binding() },
}).catch(() => undefined); // nobody answers
if (response?.ok) {
  location.replace('/');
} else {
  document.getElementById('status').textContent = response?.status === 401
    ? 'Close the app and open it again in the messenger.'
    : 'The server can’t tell now. Try again soon.';
}

// With it, this browser may post its launch again, and nobody else may. In a frame of another site, scripts may have cookies of its own jar,
// and often no sessionStorage.
function binding() {
  const kept = /(?:^|; )__Host-binding=([\w-]+)/.exec(document.cookie)?.[1] ?? crypto.randomUUID();
  document.cookie = `__Host-binding=${kept}; Path=/; Secure; SameSite=None; Partitioned`;
  return kept;
}
