// The host's side of MAX's max-web-app.js, as public code of front ends and emulators shows it: MAX has no page on it. A page in a frame
// posts a text, the JSON of { type, … }, with a requestId where it waits for an answer. Answers have the type and the id of the request.
//
// By message the script hears MAX's own sites alone. What it hears from the page's origin is the way in of MAX's apps on phones: a call of
// WebApp.sendEvent in the page itself.

import { FrameChannel } from './channel.js';

/** The message in what a page posted, or undefined. */
function parse(text) {
  try {
    const message = typeof text === 'string' ? JSON.parse(text) : undefined;
    return typeof message?.type === 'string' && message.type.startsWith('WebApp') ? message : undefined;
  } catch {
    return undefined;
  }
}

/** WebAppRequestPhone is request_phone in the codes of its errors. */
const inSnakeCase = type => type.slice('WebApp'.length).replaceAll(/\B[A-Z]/g, '_$&').toLowerCase();

/** An answer of the client to what the user declines, or it can't do. */
export class BridgeError extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/** Speaks with the page in one frame until it is closed. */
export class BridgeHost {
  #frame;
  #channel;
  #methods;
  #notice;
  #isReady = false;

  /**
   * @param frame the iframe, before it has an address
   * @param origin the origin that its page has to have
   * @param methods what is answered, by type: functions of the request that return data, or a promise of it; undefined is no answer
   * @param notice called with the type, what became of it, the data and whether MAX's script can hear it
   */
  constructor(frame, origin, methods, notice) {
    this.#frame = frame;
    this.#channel = new FrameChannel(frame, origin, text => this.#hear(text));
    this.#methods = new Map(Object.entries(methods));
    this.#notice = notice;
  }

  /** Whether the page has said something. */
  get isReady() {
    return this.#isReady;
  }

  close() {
    this.#channel.close();
  }

  /** Tells the page of something that it did not ask for, once it has said something itself. */
  send(type, data = {}) {
    if (this.#isReady) {
      this.#notice(type, 'event', data, this.#tell(type, data));
    }
  }

  #hear(text) {
    const message = parse(text);
    if (message) {
      this.#isReady = true;
      this.#answer(message);
    }
  }

  async #answer({ type, requestId, ...request }) {
    const { data, error } = await this.#call(type, request);
    if (this.#channel.isClosed) {
      return;
    }
    if (!['string', 'number'].includes(typeof requestId)) {
      this.#notice(type, 'unanswered', request, true);
      return;
    }
    const answer = error ? { error: { code: `client.${inSnakeCase(type)}.${error}` } } : data ?? {};
    this.#notice(type, error ? 'refused' : 'answered', error ? answer.error.code : answer, this.#tell(type, { ...answer, requestId }));
  }

  async #call(type, request) {
    try {
      const method = this.#methods.get(type);
      return method ? { data: await method(request) } : { error: 'not_supported' };
    } catch (error) {
      return { error: error instanceof BridgeError ? error.reason : 'request_error' };
    }
  }

  /** Whether MAX's own script hears it. */
  #tell(type, data) {
    try {
      const app = this.#frame.contentWindow?.WebApp;
      if (typeof app?.sendEvent === 'function') {
        app.sendEvent(type, JSON.stringify(data));
        return true;
      }
    } catch {
      // The page is of another origin, or its own fault.
    }
    this.#channel.post(JSON.stringify({ type, ...data }));
    return false;
  }
}
