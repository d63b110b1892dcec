// The side panel: the launch's claims, and messages between the page and its host. The calls are in calls.js.

import { clearCalls } from './calls.js';
import { showMoment } from './clock.js';
import { addRow, make, translated } from './rows.js';
import { setText } from './texts.js';

const element = id => document.getElementById(id);

// The claims that are times, in Unix seconds.
const times = /(^vk_ts|_auth_date)$/;

/** Makes room for another launch. */
export function clearPanel() {
  clearCalls();
  element('bridge').replaceChildren();
  element('bridge-empty').hidden = false;
  element('bridge-hint').hidden = true;
}

function claimRow({ type, value }) {
  // A type of the framework's own is an address; its last word is its name.
  const name = make('dt', '', type.slice(type.lastIndexOf('/') + 1));
  name.title = type;
  const content = make('dd', '');
  const raw = make('span', '', value);
  raw.dataset.claim = type;
  content.append(raw);
  if (times.test(type) && Number.isSafeInteger(Number(value))) {
    content.append(' ', showMoment(make('time', ''), Number(value) * 1000));
  }
  return [name, content];
}

/** Shows what the scheme makes of the launch. */
export function showClaims({ claims, failure }) {
  const badge = element('verdict');
  badge.hidden = !claims && !failure;
  badge.className = `badge ${failure ? 'bad' : 'good'}`;
  badge.dataset.verdict = failure ?? (claims ? 'Accepted' : '');
  setText(badge, failure ?? 'accepted');

  const hint = element('claims-hint');
  hint.hidden = Boolean(claims);
  setText(hint, failure ? 'claimsRefused' : 'claimsElsewhere');

  element('claims').replaceChildren(...(claims ?? []).flatMap(claimRow));
}

/** JSON with spaces, so that it breaks where it may. */
const inOneLine = data => JSON.stringify(data, null, 1).replaceAll(/\n */g, ' ');

const badges = { answered: 'badge good', refused: 'badge bad', event: 'badge', unanswered: 'badge', unheard: 'badge warn' };

/** Notes what the page said to its host and what became of it, or what the host said. Data is text or of JSON. */
export function showMessage(name, state, data) {
  const row = make('li', '');
  row.dataset.testid = 'bridge-message';
  row.dataset.name = name;
  row.dataset.state = state;
  row.append(make('span', 'name', name), translated('span', badges[state], state));
  row.append(make('span', 'more', typeof data === 'string' ? data : inOneLine(data ?? {})));
  addRow(element('bridge'), row);
  element('bridge-empty').hidden = true;
}

/** Says what keeps the page and its host from understanding each other, until another launch. */
export function showHint(name) {
  setText(element('bridge-hint'), name);
  element('bridge-hint').hidden = false;
}
