// The host's side of @vkontakte/vk-bridge, as VK's site has it. A page in a frame posts { handler, params, type: 'vk-connect' }; the
// answer is a message { type: '…Result' or '…Failed', data } with the request's id in its data.

import { FrameChannel } from './channel.js';

// The launch parameters that the bridge's types have as numbers; all others are texts.
const numbers = new Set([
  'vk_app_id', 'vk_user_id', 'vk_ts', 'vk_group_id', 'vk_profile_id', 'vk_testing_group_id', 'vk_is_app_user', 'vk_is_favorite',
  'vk_is_recommended', 'vk_are_notifications_enabled', 'vk_has_profile_button',
]);

/** What VKWebAppGetLaunchParams answers for a signed query. */
export const launchParams = query =>
  Object.fromEntries([...new URLSearchParams(query)].map(([name, value]) => [name, numbers.has(name) ? Number(value) : value]));

// The answers that do not bear the name of what they answer.
const answers = new Map([
  ['SetSupportedHandlers', { Result: 'SetSupportedHandlers', Failed: 'SetSupportedHandlersFailed' }],
  ['VKWebAppGetAuthToken', { Result: 'VKWebAppAccessTokenReceived', Failed: 'VKWebAppAccessTokenFailed' }],
]);

/** An answer of the bridge to what it can't do: an error of the client, with VK's number and words. */
export class BridgeError extends Error {
  constructor(code, reason) {
    super(reason);
    this.data = { error_type: 'client_error', error_data: { error_code: code, error_reason: reason } };
  }
}

/** Speaks with the page in one frame until it is closed. */
export class BridgeHost {
  #channel;
  #id = Math.random().toString(36).slice(2); // no secret, and crypto.randomUUID is there under https and localhost alone
  #methods;
  #notice;
  #isReady = false;

  /**
   * @param frame the iframe, before it has an address
   * @param origin the origin that its page has to have
   * @param methods what is answered, by name: functions of the params that return data, or a promise of it
   * @param notice called with the name, the params and the answer of each request, and with each event
   */
  constructor(frame, origin, methods, notice) {
    this.#channel = new FrameChannel(frame, origin, message => this.#hear(message));
    this.#methods = new Map(Object.entries(methods));
    this.#notice = notice;
    frame.addEventListener('load', () => this.#introduce());
  }

  /** Whether the page has said that it is there. */
  get isReady() {
    return this.#isReady;
  }

  close() {
    this.#channel.close();
  }

  /** Tells the page of something that it did not ask for, once it listens. */
  send(type, data) {
    if (this.#isReady) {
      this.#channel.post({ type, data });
      this.#notice(type, undefined, { data });
    }
  }

  #hear(message) {
    if (message?.type === 'vk-connect' && typeof message.handler === 'string') {
      this.#answer(message.handler, message.params ?? {});
    }
  }

  async #answer(name, params) {
    const id = params.request_id === undefined ? {} : { request_id: params.request_id };
    const { data, error } = await this.#call(name, params);
    if (this.#channel.isClosed) {
      return;
    }

    const end = error ? 'Failed' : 'Result';
    const type = answers.get(name)?.[end] ?? name + end;
    this.#isReady ||= name === 'VKWebAppInit';
    this.#channel.post({ type, data: { ...(error ?? data), ...id } });
    this.#notice(name, params, { data, error });
  }

  async #call(name, params) {
    if (name === 'SetSupportedHandlers') {
      return { data: { supportedHandlers: [...this.#methods.keys()] } };
    }
    try {
      const method = this.#methods.get(name);
      return method ? { data: await method(params) } : { error: new BridgeError(6, 'Unsupported platform').data };
    } catch (error) {
      return { error: (error instanceof BridgeError ? error : new BridgeError(1, 'Unknown error')).data };
    }
  }

  /** The bridge names its frame in every message from then on. */
  #introduce() {
    this.#channel.post({ type: 'VKWebAppSettings', frameId: this.#id });
  }
}
