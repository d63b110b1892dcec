// The buttons that a page has its platform's client show, above the frame.

import { setText } from './texts.js';

const bar = document.getElementById('client-buttons');
const find = name => bar.querySelector(`[data-name=${name}]`);

/**
 * Shows a button, changes it or takes it away.
 * @param name of the button, and of its text in this page's languages
 * @param button whether it is there, whether it can be pressed, its own text, and what a press does
 */
export function setButton(name, { isVisible, isEnabled = true, text, press }) {
  find(name)?.remove();
  if (isVisible) {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.name = name;
    button.disabled = !isEnabled;
    button.addEventListener('click', press);
    if (text) {
      button.textContent = text;
    } else {
      setText(button, name);
    }
    bar.append(button);
  }
  bar.hidden = bar.childElementCount === 0;
}

/** Takes all of them away. */
export function clearButtons() {
  bar.replaceChildren();
  bar.hidden = true;
}
