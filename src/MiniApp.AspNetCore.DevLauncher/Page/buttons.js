// The buttons that a page has its platform's client show: in the client's header, in its menu, and the large ones below the frame.

import { setText } from './texts.js';

const bar = document.getElementById('client-buttons');
const header = document.getElementById('client-header-buttons');
const menu = document.getElementById('client-menu');
const places = { back: header, settings: menu };
const longest = 64;

const find = name => document.getElementById('client').querySelector(`[data-name=${name}]`);

function add(name) {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.name = name;
  const place = places[name] ?? bar;
  if (place === menu) {
    button.role = 'menuitem';
  }
  place.append(button);
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
  document.querySelectorAll('#client [data-name]').forEach(button => button.remove());
  bar.hidden = true;
}
