// The list of what a page and its host say to each other. A page may say more than anybody reads, or than a list can show.

import { make, translated } from './rows.js';
import { setText } from './texts.js';

const mostRows = 200;
const mostText = 2000;
const pause = 50;
const list = document.getElementById('bridge');
const badges = { answered: 'badge good', refused: 'badge bad', event: 'badge', unanswered: 'badge', unheard: 'badge warn' };

const leftOut = document.createElement('p');
leftOut.id = 'bridge-left-out';
leftOut.className = 'hint';
leftOut.append(document.createElement('span'), ' ', document.createElement('span'));
setText(leftOut.lastElementChild, 'leftOut');

let waiting = []; // what is not shown yet, the newest last
let count = 0;    // of messages since the list was cleared
let timer;

const cut = text => text.length > mostText ? `${text.slice(0, mostText)}…` : text;

/** JSON with spaces, so that it breaks where it may; what there is of data that JSON can't hold. */
function describe(data) {
  try {
    return cut(typeof data === 'string' ? data : JSON.stringify(data ?? {}, null, 1).replaceAll(/\n */g, ' '));
  } catch {
    return '…';
  }
}

function makeRow([name, state, data]) {
  const row = make('li', '');
  row.dataset.testid = 'bridge-message';
  row.dataset.name = cut(name);
  row.dataset.state = state;
  row.append(make('span', 'name', cut(name)), translated('span', badges[state], state), make('span', 'more', describe(data)));
  return row;
}

/** The newest row comes first; the oldest make room. */
function show() {
  timer = undefined;
  list.prepend(...waiting.map(makeRow).reverse());
  waiting = [];
  while (list.childElementCount > mostRows) {
    list.lastElementChild.remove();
  }
  leftOut.firstElementChild.textContent = String(count - list.childElementCount);
  leftOut.hidden = count === list.childElementCount;
  document.getElementById('bridge-empty').hidden = count > 0;
}

/** Notes what the page said to its host and what became of it, or what the host said. Data is text or of JSON. */
export function showMessage(name, state, data) {
  count++;
  waiting.push([name, state, data]);
  if (waiting.length > 2 * mostRows) {
    waiting = waiting.slice(-mostRows);
  }
  timer ??= setTimeout(show, pause);
}

/** Makes room for another launch. */
export function clearMessages() {
  waiting = [];
  count = 0;
  list.replaceChildren();
  list.after(leftOut);
  show();
}

clearMessages();
