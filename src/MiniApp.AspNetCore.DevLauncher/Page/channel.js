// What passes between this page and the page in the frame, whatever they say to each other.

import { showHint } from './panel.js';
import { RateLimit } from './rate.js';

/** Messages to and from the page in one frame, until it is closed. */
export class FrameChannel {
  #frame;
  #origin;
  #hear;
  #isClosed = false;
  #rate = new RateLimit(1000, 1000);

  /**
   * @param frame the iframe, before it has an address
   * @param origin the origin that its page has to have
   * @param hear called with each message of that page, and of no other
   */
  constructor(frame, origin, hear) {
    this.#frame = frame;
    this.#origin = origin;
    this.#hear = hear;
    window.addEventListener('message', this);
  }

  get isClosed() {
    return this.#isClosed;
  }

  close() {
    this.#isClosed = true;
    window.removeEventListener('message', this);
    this.#frame.remove();
  }

  post(message) {
    this.#frame.contentWindow?.postMessage(message, this.#origin);
  }

  handleEvent({ source, origin, data }) {
    if (source === null || source !== this.#frame.contentWindow || origin !== this.#origin) {
      return;
    }
    if (this.#rate.take()) {
      this.#hear(data);
    } else {
      showHint('saysTooMuch');
    }
  }
}
