// The buttons that a page has its platform's client show, above the frame.

import { setText } from './texts.js';

const bar = document.getElementById('client-buttons');
const longest = 64;

function find(name) {
  return bar.querySelector(`[data-name=${name}]`);
}

function add(name) {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.name = name;
  bar.append(button);
  return button;
}

/**
 * Shows a button, changes it or takes it away.
 * @param name of the button, and of its text in this page's languages
 * @param change whether it is there, whether it can be pressed, its own text, and what a press does
 */
export function setButton(name, { isVisible, isEnabled = true, text, press }) {
  if (isVisible) {
    const button = find(name) ?? add(name);
    button.disabled = !isEnabled;
    button.onclick = press;
    if (text) {
      delete button.dataset.text;
      button.textContent = String(text).slice(0, longest);
    } else {
      setText(button, name);
    }
  } else {
    find(name)?.remove();
  }
  bar.hidden = bar.childElementCount === 0;
}

/** Takes all of them away. */
export function clearButtons() {
  bar.replaceChildren();
  bar.hidden = true;
}
