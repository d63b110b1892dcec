// What the platform's client asks the user for a page, over the frame. It holds up nothing else of this page.

import { setText } from './texts.js';

const dialog = document.getElementById('client-dialog');
const buttonBar = dialog.querySelector('.bar');

let settle; // of the question that is open

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
export function ask({ title = {}, message = {}, buttons }) {
  dismiss();
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

/** Closes what is open, without an answer. */
export const dismiss = () => close(null);

dialog.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') {
    dismiss();
  }
});
