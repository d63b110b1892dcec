// The host's side of telegram-web-app.js, as Telegram's web client has it. A page in a frame posts a text, the JSON of
// { eventType, eventData }, and what it is told has the same form. Telegram's clients leave alone what they don't know.

import { hearForTelegram } from './addressee.js';
import { FrameChannel } from './channel.js';

/** The message in what a page posted, or undefined. */
function parse(text) {
  try {
    const message = typeof text === 'string' ? JSON.parse(text) : undefined;
    return typeof message?.eventType === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}

const write = (eventType, eventData) => JSON.stringify({ eventType, eventData });

/** Speaks with the page in one frame until it is closed. */
export class WebAppHost {
  #channel;
  #answers;
  #notice;
  #endHearing;
  #isReady = false;

  /**
   * @param frame the iframe, before it has an address
   * @param origin the origin that its page has to have
   * @param answers what is answered, by the event's name: functions of its data that return the answer's name and data, a promise of it,
   * or nothing
   * @param notice called with the name, 'answered', 'unanswered' or 'event', and the data of what the page said or was told
   */
  constructor(frame, origin, answers, notice) {
    this.#channel = new FrameChannel(frame, origin, text => this.#hear(text));
    this.#answers = new Map(Object.entries(answers));
    this.#notice = notice;
    this.#endHearing = hearForTelegram(frame);
  }

  /** Whether the page has said something. */
  get isReady() {
    return this.#isReady;
  }

  close() {
    this.#endHearing();
    this.#channel.close();
  }

  /** Tells the page of something that it did not ask for, once it has said something itself. */
  send(name, data) {
    if (this.#isReady) {
      this.#channel.post(write(name, data));
      this.#notice(name, 'event', data);
    }
  }

  #hear(text) {
    const message = parse(text);
    if (message) {
      this.#isReady = true;
      this.#answer(message.eventType, message.eventData);
    }
  }

  async #answer(name, data) {
    const answer = await this.#call(name, data ?? {});
    if (this.#channel.isClosed) {
      return;
    }
    if (answer) {
      this.#channel.post(answer.message);
      this.#notice(name, 'answered', answer.data);
    } else {
      this.#notice(name, 'unanswered', data);
    }
  }

  /** What the answer is. Telegram's clients leave alone what they can't read, too. */
  async #call(name, data) {
    try {
      const answer = await this.#answers.get(name)?.(data);
      return answer && { data: answer[1], message: write(...answer) };
    } catch {
      return undefined;
    }
  }
}
