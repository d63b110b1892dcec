// What a page keeps with its platform for one user: here in this browser, so that it outlives a reload and a start of the back end.

export class UserStorage {
  #name;

  /** @param name of the platform, the app and the user */
  constructor(name) {
    this.#name = name;
  }

  keys() {
    return [...this.#read().keys()];
  }

  /** The value, or undefined. */
  get(key) {
    return this.#read().get(String(key));
  }

  /** Keeps a value; null takes it out. */
  set(key, value) {
    const values = this.#read();
    if (value === null || value === undefined) {
      values.delete(String(key));
    } else {
      values.set(String(key), String(value));
    }
    localStorage.setItem(this.#name, JSON.stringify([...values]));
  }

  clear() {
    localStorage.removeItem(this.#name);
  }

  #read() {
    try {
      return new Map(JSON.parse(localStorage.getItem(this.#name)) ?? []);
    } catch {
      // Not ours: start afresh.
      return new Map();
    }
  }
}
