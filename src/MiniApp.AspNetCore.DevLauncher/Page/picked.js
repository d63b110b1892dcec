// What the developer picked last, as far as this browser keeps it.

import { stored } from './platform.js';

export function keepPicked(picked) {
  try {
    localStorage.setItem(stored, JSON.stringify(picked));
  } catch {
    // The browser keeps nothing for this page.
  }
}

export function readPicked() {
  try {
    return JSON.parse(localStorage.getItem(stored)) ?? {};
  } catch {
    // Not ours: start afresh.
    return {};
  }
}
