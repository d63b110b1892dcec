// Puts a text into the clipboard, and says so on the button.

import { setText } from './texts.js';

const patience = 1500;

// Over plain HTTP under a name of one's own, which is no secure context, there is no clipboard to write to.
async function write(button, content) {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(content);
    return;
  }
  const field = document.createElement('textarea');
  field.value = content;
  button.after(field); // in the same dialog, out of which nothing can be selected
  field.select();
  document.execCommand('copy');
  field.remove();
  button.focus();
}

export async function copy(button, content) {
  const name = button.dataset.text;
  await write(button, content);
  if (name !== 'copied') {
    setText(button, 'copied');
    setTimeout(() => setText(button, name), patience);
  }
}
