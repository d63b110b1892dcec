// Launches with a name: the platform's few, and the developer's own, which this browser keeps. A preset holds what is not as at the start.

import { builtIn } from './builtin.js';
import { setText } from './texts.js';

const mostOwn = 50;
const ownPrefix = 'own ';
const element = id => document.getElementById(id);
const select = element('preset');
const dialog = element('preset-dialog');

let stored; // what this browser keeps the developer's own under

function readOwn() {
  try {
    return new Map(JSON.parse(localStorage.getItem(stored)) ?? []);
  } catch {
    // Not ours: start afresh.
    return new Map();
  }
}

function writeOwn(own) {
  localStorage.setItem(stored, JSON.stringify([...own].slice(-mostOwn)));
  showOwn();
}

function showOwn() {
  const names = [...readOwn().keys()];
  element('presets-own').replaceChildren(...names.map(name => new Option(name, ownPrefix + name)));
  element('presets-own').hidden = names.length === 0;
}

function pick(value) {
  select.value = value;
  element('delete-preset').hidden = !value.startsWith(ownPrefix);
}

function find(value) {
  return value.startsWith(ownPrefix) ? readOwn().get(value.slice(ownPrefix.length)) : builtIn[value];
}

/** The form is no longer what the preset says. */
export const leavePreset = () => pick('');

function listen({ describe, apply }) {
  select.addEventListener('change', event => {
    event.stopPropagation(); // it is no field of the launch
    pick(select.value);
    const fields = find(select.value);
    if (fields) {
      apply(fields);
    }
  });
  select.addEventListener('input', event => event.stopPropagation());

  element('save-preset').addEventListener('click', () => {
    dialog.returnValue = '';
    element('preset-name').value = select.value.startsWith(ownPrefix) ? select.value.slice(ownPrefix.length) : '';
    dialog.showModal();
  });
  element('cancel-preset').addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    const name = element('preset-name').value.trim();
    if (dialog.returnValue === 'save' && name) {
      const own = readOwn();
      own.delete(name);
      writeOwn(own.set(name, describe()));
      pick(ownPrefix + name);
    }
  });
  element('delete-preset').addEventListener('click', () => {
    const own = readOwn();
    own.delete(select.value.slice(ownPrefix.length));
    writeOwn(own);
    pick('');
    select.focus();
  });
}

/**
 * @param name what this browser keeps the own ones under
 * @param form how to describe the form, as what is not as at the start, and to apply such a description
 */
export function startPresets(name, form) {
  stored = name;
  element('presets-built-in').replaceChildren(...Object.keys(builtIn).map(key => {
    const option = new Option('', key);
    setText(option, key);
    return option;
  }));
  showOwn();
  listen(form);
}
