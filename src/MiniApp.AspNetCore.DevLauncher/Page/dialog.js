// What the platform's client asks the user for a page, over the frame. It holds up nothing else of this page.

import { showHint } from './panel.js';
import { RateLimit } from './rate.js';
import { setText } from './texts.js';

const dialog = document.getElementById('client-dialog');
const buttonBar = dialog.querySelector('.bar');

// Each question takes the focus, and who is asked without end could use nothing else of this page.
const mostQuestions = 20;
const within = 5000;

let settle; // of the question that is open
let rate;
let isMute; // for good: a page that asks in a loop does not stop by itself

function close(answer) {
  const answered = settle;
  settle = undefined;
  dialog.close();
  answered?.(answer);
}

/** A text of the page in the frame, or the name of one of this page's. */
function put(element, { text = '', name }) {
  delete element.dataset.text;
  element.textContent = text;
  if (name) {
    setText(element, name);
  }
  element.hidden = element.textContent === '';
}

function make({ id, ...label }) {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.answer = id;
  button.addEventListener('click', () => close(id));
  put(button, label);
  return button;
}

/**
 * Asks, in place of what was asked before. Texts are { text } or { name }.
 * @returns a promise of the id of the pressed button; null where the user, or another question, closed it
 */
export async function ask({ title = {}, message = {}, buttons }) {
  close(null);
  isMute ||= !rate.take();
  if (isMute) {
    showHint('asksTooOften');
    return null;
  }
  put(dialog.querySelector('h2'), title);
  put(dialog.querySelector('p'), message);
  buttonBar.replaceChildren(...buttons.map(make));
  return new Promise(resolve => {
    settle = resolve;
    dialog.show();
  });
}

/** Whether the user allows what the page wants to do. */
export const allows = async name => await ask({ title: { name }, buttons: [{ id: 'yes', name: 'allow' }, { id: 'no', name: 'decline' }] }) === 'yes';

/** Closes what is open, without an answer, and lets another page ask. */
export function startAnew() {
  close(null);
  rate = new RateLimit(mostQuestions, within);
  isMute = false;
}

dialog.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') {
    close(null);
  }
});

startAnew();
