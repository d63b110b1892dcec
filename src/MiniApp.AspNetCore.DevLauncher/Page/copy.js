// Puts a text into the clipboard, and says so on the button.

import { setText } from './texts.js';

const patience = 1500;

export async function copy(button, content) {
  const name = button.dataset.text;
  await navigator.clipboard.writeText(content);
  if (name !== 'copied') {
    setText(button, 'copied');
    setTimeout(() => setText(button, name), patience);
  }
}
