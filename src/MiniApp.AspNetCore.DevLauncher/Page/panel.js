// The side panel: the launch's claims, and messages between the page and its host. The calls are in calls.js.

import { clearCalls } from './calls.js';
import { showMoment } from './clock.js';
import { clearMessages } from './messages.js';
import { make } from './rows.js';
import { setText } from './texts.js';

const element = id => document.getElementById(id);

// The claims that are times, in Unix seconds.
const times = /(^vk_ts|_auth_date)$/;

/** Makes room for another launch. */
export function clearPanel() {
  clearCalls();
  clearMessages();
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

/** Says what keeps the page and its host from understanding each other, until another launch. */
export function showHint(name) {
  setText(element('bridge-hint'), name ?? '');
  element('bridge-hint').hidden = !name;
}
