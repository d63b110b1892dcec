// The launcher's own endpoints. They answer this page alone, which proves itself by a header that no other site can send.

async function ask(path, options = {}) {
  const response = await fetch(path, { ...options, headers: { ...options.headers, 'X-MiniApp-Launcher': '1' } });
  if (!response.ok) {
    throw new Error(await response.text() || `HTTP ${response.status}`);
  }
  return response.json();
}

export const send = (path, body) =>
  ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

export const readSettings = () => ask('settings');
export const readCalls = after => ask(`calls?after=${after}`);
export const signLaunch = launch => send('launch', launch);
export const readClaims = token => send('claims', { token });
