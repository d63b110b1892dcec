// What a page calls through web_app_invoke_custom_method: the user's cloud storage, and the contact that the user has shared.

/** What the method answers, or an error in Telegram's form. */
export class CustomMethods {
  #values;
  #readContact;

  /**
   * @param values the cloud storage of the bot's user
   * @param readContact resolves to the contact that the user has shared, signed, or to an empty text
   */
  constructor(values, readContact) {
    this.#values = values;
    this.#readContact = readContact;
  }

  /** @returns { result } or { error } */
  async invoke(method, params) {
    try {
      const result = await this.#call(method, params ?? {});
      return result === undefined ? { error: 'METHOD_INVALID' } : { result };
    } catch {
      return { error: 'UNKNOWN_ERROR' };
    }
  }

  #call(method, params) {
    const keys = [params.keys ?? []].flat();
    switch (method) {
      case 'getRequestedContact': return this.#readContact();
      case 'getCurrentTime': return Math.floor(Date.now() / 1000);
      case 'getStorageKeys': return this.#values.keys();
      case 'getStorageValues': return Object.fromEntries(keys.map(key => [key, this.#values.get(key) ?? '']));
      case 'saveStorageValue': this.#values.set(params.key, params.value); return true;
      case 'deleteStorageValues': keys.forEach(key => this.#values.set(key, null)); return true;
      default: return undefined;
    }
  }
}
