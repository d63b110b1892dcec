import { call } from './backend.js';
import { platform } from './platform.js';

const ask = document.getElementById('ask');

async function showWhoIsThere() {
  const response = await call('/me');
  const reason = /\breason="(\w+)"/.exec(response.headers.get('WWW-Authenticate') ?? '')?.[1];
  if (response.ok) {
    const { user } = await response.json();
    show(`The server knows you: ${user}.`);
  } else if (reason === 'banned') {
    show('You are kept out.');
  } else if (response.status === 401) {
    show(`The server refused this launch${reason ? ` (${reason})` : ''}. Close the app and open it again.`);
  } else {
    show(`The server can’t tell now (${response.status}). Ask again soon.`);
  }
}

const show = text => document.getElementById('status').textContent = text;
const start = () => showWhoIsThere().catch(() => show('The server does not answer.'));

if (platform) {
  ask.hidden = false;
  ask.addEventListener('click', start);
  start();
  platform.greet().catch(console.warn); // the page works without the platform's script, as when there is no network
} else {
  show('Nobody has opened this page with a launch. In development, open the address of the launcher: the server prints it at its start.');
}
