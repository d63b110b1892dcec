// The side panel: calls to the server, the launch's claims, messages between the page and its host.

import { clearMessages } from './messages.js';
import { readCalls } from './server.js';
import { setText } from './texts.js';

const mostRows = 200;
const element = id => document.getElementById(id);

function make(tag, className, content) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = content ?? '';
  return made;
}

function translated(tag, className, name) {
  const made = make(tag, className);
  setText(made, name);
  return made;
}

/** The newest row comes first; the oldest make room. */
function addRow(list, row) {
  list.prepend(row);
  while (list.childElementCount > mostRows) {
    list.lastElementChild.remove();
  }
}

function callRow({ method, path, status, milliseconds, challenge, failure }) {
  const row = make('li', '');
  row.dataset.testid = 'call';
  row.dataset.status = status;
  row.dataset.failure = failure ?? '';
  const time = make('span', 'time', `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} `);
  time.append(translated('span', '', 'milliseconds'));
  row.append(
    make('span', `badge ${status < 400 ? 'good' : status < 500 ? 'warn' : 'bad'}`, status),
    make('span', 'name', `${method} ${path}`),
    time);

  if (failure) {
    row.append(translated('span', 'more reason', failure));
  }
  if (challenge) {
    const line = make('span', 'more', 'WWW-Authenticate: ');
    const value = make('code', '', challenge);
    value.dataset.testid = 'challenge';
    line.append(value);
    row.append(line);
  }
  return row;
}

export function clearCalls() {
  element('calls').replaceChildren();
  element('calls-empty').hidden = false;
}

/** Makes room for another launch. */
export function clearPanel() {
  clearCalls();
  clearMessages();
  element('bridge-hint').hidden = true;
}

let last = 0;

/** Asks the server for the calls that are not shown yet, and shows them. */
export async function updateCalls() {
  const answer = await readCalls(last);
  last = answer.last;
  for (const call of answer.calls) {
    addRow(element('calls'), callRow(call));
    element('calls-empty').hidden = true;
  }
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

  element('claims').replaceChildren(...(claims ?? []).flatMap(({ type, value }) => {
    // A type of the framework's own is an address; its last word is its name.
    const name = make('dt', '', type.slice(type.lastIndexOf('/') + 1));
    name.title = type;
    const content = make('dd', '', value);
    content.dataset.claim = type;
    return [name, content];
  }));
}

/** Says what keeps the page and its host from understanding each other, until another launch. */
export function showHint(name) {
  setText(element('bridge-hint'), name ?? '');
  element('bridge-hint').hidden = !name;
}
