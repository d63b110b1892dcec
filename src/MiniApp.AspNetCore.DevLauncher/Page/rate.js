// How often a page may do something before it is no page any more that a person uses.

/** Lets at most a number of things happen in any time of a length. */
export class RateLimit {
  #most;
  #length;
  #count = 0;
  #start = 0;

  /**
   * @param most how many
   * @param length the time in milliseconds
   */
  constructor(most, length) {
    this.#most = most;
    this.#length = length;
  }

  /** Whether one more may happen now. */
  take() {
    const now = performance.now();
    if (now - this.#start >= this.#length) {
      this.#start = now;
      this.#count = 0;
    }
    return ++this.#count <= this.#most;
  }
}
