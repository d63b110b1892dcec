// What the launcher's page has of VK: the form's fields, and the host's side of the bridge.

import { createAnswers } from './answers.js';
import { BridgeError, BridgeHost, launchParams } from './bridge.js';
import { isDeclined, signContact } from './contact.js';
import { showMessage } from './messages.js';
import { send } from './server.js';

export const platform = 'vk';

export const stored = 'vk-mini-app-launcher';

/** Whether the platform tells a page what it looks like. */
export const tellsAppearance = true;

export function fillForm({ elements: fields }, { appIds, platforms, roles }) {
  const options = values => values.map(value => new Option(value));
  fields.appId.replaceChildren(...options(appIds));
  fields.platform.replaceChildren(...options(platforms));
  fields.role.replaceChildren(...options(roles));
  fields.role.value = 'admin';
}

export function updateForm({ elements: fields }) {
  fields.role.disabled = !fields.groupId.value.trim();
}

/** The launch in the words of the server. */
export function readForm({ elements: fields }) {
  const textOf = name => fields[name].value.trim();
  const signed = {
    appId: textOf('appId') || null,
    userId: textOf('userId'),
    kind: textOf('kind'),
    ageSeconds: Math.round(Number(textOf('ageMinutes')) * 60),
    platform: textOf('platform'),
    language: textOf('language'),
    scopes: textOf('scopes').split(',').map(scope => scope.trim()).filter(Boolean),
    areNotificationsEnabled: fields.areNotificationsEnabled.checked,
    isAppUser: fields.isAppUser.checked,
    isFavorite: fields.isFavorite.checked,
    ref: textOf('ref') || null,
    groupId: textOf('groupId') || null,
    viewerGroupRole: textOf('groupId') ? textOf('role') : null,
    fragment: textOf('fragment') || null,
  };
  return { signed };
}

/** Which app it is, beside its kind: the page's own title is not told. */
export const idOf = ({ signed }) => signed.appId;

export const isPhone = ({ signed }) => /mobile|android|iphone|mvk/.test(signed.platform);

/** What the panel says of a page that is there and says nothing. */
export const hintSilent = 'hintSilent';

/** The server has put everything into the address. */
export const frameAddress = address => address;

/** VK, as far as the page in the frame can tell. */
export class Host {
  #bridge;
  #launch;
  #appearance;
  #sign;
  #viewport;
  #form;
  #frame;

  constructor({ frame, origin, launch, appearance, sign, form }) {
    this.#form = form;
    this.#frame = frame;
    this.#launch = launch.signed;
    this.#viewport = isPhone(launch) ? () => [frame.clientWidth, frame.clientHeight] : () => [innerWidth, innerHeight];
    this.#appearance = appearance;
    this.#sign = sign;
    this.#bridge = new BridgeHost(frame, origin, this.#methods(), showBridge);
  }

  get isReady() {
    return this.#bridge.isReady;
  }

  close() {
    this.#bridge.close();
  }

  changeAppearance() {
    this.#bridge.send('VKWebAppUpdateConfig', this.#config());
  }

  #methods() {
    return {
      ...createAnswers(`${stored} ${this.#launch.appId} ${this.#launch.userId}`, this.#launch, this.#form, this.#frame),
      VKWebAppInit: () => {
        setTimeout(() => this.changeAppearance());
        return { result: true };
      },
      VKWebAppGetConfig: () => this.#config(),
      VKWebAppCreateHash: ({ payload = '' }) => send('hash', { appId: this.#launch.appId, userId: this.#launch.userId, payload }).catch(() => {
        throw new BridgeError(5, 'Invalid params');
      }),
      VKWebAppGetPhoneNumber: async () => {
        const phone_number = this.#contactField('phoneNumber');
        return { phone_number, sign: await this.#signContact('phoneNumber', phone_number), is_verified: true };
      },
      VKWebAppGetEmail: async () => {
        const email = this.#contactField('email');
        return { email, sign: await this.#signContact('email', email) };
      },
      VKWebAppGetPersonalCard: ({ type }) => this.#card(type),
      VKWebAppGetLaunchParams: async () => launchParams((await this.#renew()).query),
    };
  }

  #contactField(name) {
    return this.#form.elements[name].value.trim();
  }

  async #signContact(field, value) {
    this.#throwIfDeclined();
    const { appId, userId } = this.#launch;
    const { sign } = await signContact(this.#form, { appId, userId, field, value }).catch(() => {
      throw new BridgeError(5, 'Invalid params');
    });
    return sign;
  }

  /** VK signs nothing of a card: what the user typed there is nobody's word but the user's. */
  #card(types) {
    this.#throwIfDeclined();
    if (!Array.isArray(types) || types.length === 0) {
      throw new BridgeError(5, 'Invalid params');
    }
    const card = {
      phone: this.#contactField('phoneNumber'),
      email: this.#contactField('email'),
      address: { country: { id: 1, name: 'Россия' }, city: { id: 2, name: 'Санкт-Петербург' }, specified_address: 'Невский пр., 28', postal_code: '191186' },
    };
    return Object.fromEntries(Object.entries(card).filter(([name]) => types.includes(name)));
  }

  #throwIfDeclined() {
    if (isDeclined(this.#form)) {
      throw new BridgeError(4, 'User denied');
    }
  }

  /** Time heals what is wrong with the time alone: VK signs anew for a page that asks. A forger stays one. */
  #renew() {
    const isForger = ['forged', 'anotherApp'].includes(this.#launch.kind);
    return this.#sign({ signed: isForger ? this.#launch : { ...this.#launch, kind: 'fresh' } });
  }

  #config() {
    const appearance = this.#appearance();
    const [width, height] = this.#viewport();
    return {
      app_id: this.#launch.appId,
      appearance,
      scheme: `vkcom_${appearance}`,
      viewport_width: width,
      viewport_height: height,
      api_host: 'api.vk.ru',
      is_layer: false,
    };
  }
}

function showBridge(name, params, { data, error }) {
  showMessage(name, error ? 'refused' : params ? 'answered' : 'event', error ? error.error_data.error_reason : data);
}
