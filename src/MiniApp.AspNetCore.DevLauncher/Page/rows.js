// What the lists of the panel are made of. Whatever comes from the page or the server is put in as text.

import { setText } from './texts.js';

const mostRows = 200;

export function make(tag, className, content) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = content ?? '';
  return made;
}

export function translated(tag, className, name) {
  const made = make(tag, className);
  setText(made, name);
  return made;
}

/** The newest row comes first; the oldest make room. */
export function addRow(list, row) {
  list.prepend(row);
  while (list.childElementCount > mostRows) {
    list.lastElementChild.remove();
  }
}
