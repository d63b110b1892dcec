// The calls of the app's page to the server, the newest first.

import { setClock } from './clock.js';
import { showDetails } from './calldetails.js';
import { addRow, make, translated } from './rows.js';
import { readCalls } from './server.js';

const element = id => document.getElementById(id);

let last = 0; // the number of the newest call that is shown
let count = 0; // of calls since the list was cleared

function summaryOf({ method, path, status, milliseconds, failure, challenge }) {
  const summary = make('summary', '');
  const time = make('span', 'time', `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} `);
  time.append(translated('span', '', 'milliseconds'));
  summary.append(
    make('span', `badge ${status < 400 ? 'good' : status < 500 ? 'warn' : 'bad'}`, status),
    make('span', 'name', `${method} ${path}`),
    time);
  if (failure) {
    summary.append(translated('span', 'more reason', failure));
  }
  if (challenge) {
    const line = make('span', 'more', 'WWW-Authenticate: ');
    const value = make('code', '', challenge);
    value.dataset.testid = 'challenge';
    line.append(value);
    summary.append(line);
  }
  return summary;
}

function callRow(call) {
  const row = make('li', 'call');
  row.dataset.testid = 'call';
  row.dataset.status = call.status;
  row.dataset.failure = call.failure ?? '';

  const details = make('details', '');
  details.append(summaryOf(call));
  details.addEventListener('toggle', () => showDetails(details, call), { once: true });
  row.append(details);
  return row;
}

function showCount() {
  element('calls-count').textContent = count || '';
  element('calls-empty').hidden = count > 0;
}

export function clearCalls() {
  element('calls').replaceChildren();
  count = 0;
  showCount();
}

/** Asks the server for the calls that are not shown yet, and shows them. */
export async function updateCalls() {
  const answer = await readCalls(last);
  setClock(answer.now);
  for (const call of answer.calls) {
    addRow(element('calls'), callRow(call));
  }

  // The server knows the latest alone, so that not all of a flood may be among them. Another start of it counts anew.
  count += answer.last - (answer.last < last ? 0 : last);
  last = answer.last;
  showCount();
}
