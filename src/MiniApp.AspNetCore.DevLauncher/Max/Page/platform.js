// What the launcher's page has of MAX: the form's fields, and the host's side of its bridge.

import { BridgeError, BridgeHost } from './bridge.js';
import { isDeclined, signContact } from './contact.js';
import { setButton } from './buttons.js';
import { showMessage } from './messages.js';
import { showHint } from './panel.js';
import { UserStorage } from './storage.js';

export const platform = 'max';

export const stored = 'max-mini-app-launcher';

/** Whether the platform tells a page what it looks like: MAX leaves that to the browser. */
export const tellsAppearance = false;

export function fillForm({ elements: fields }, { bots }) {
  fields.bot.replaceChildren(...bots.map(bot => new Option(bot)));
  fields.photoUrl.value = new URL('icon.svg', location);
}

export function updateForm({ elements: fields }) {
  fields.chatType.disabled = !fields.chatId.value.trim();
}

/** The launch: what is signed, in the words of the server, and what is not. */
export function readForm({ elements: fields }) {
  const textOf = name => fields[name].value.trim();
  const signed = {
    bot: textOf('bot') || null,
    userId: textOf('userId'),
    kind: textOf('kind'),
    ageSeconds: Math.round(Number(textOf('ageMinutes')) * 60),
    firstName: textOf('firstName'),
    lastName: textOf('lastName') || null,
    username: textOf('username') || null,
    languageCode: textOf('languageCode') || null,
    photoUrl: textOf('photoUrl') || null,
    chatId: textOf('chatId') || null,
    chatType: textOf('chatId') ? textOf('chatType') || null : null,
    startParam: textOf('startParam') || null,
  };
  return { signed, platform: textOf('platform'), version: textOf('version') };
}

/** Which app it is, beside its kind: the page's own title is not told. */
export const idOf = ({ signed }) => signed.bot;

export const isPhone = ({ platform }) => /android|ios/.test(platform);

/** What the panel says of a page that is there and says nothing: whether MAX's script would, is not known. */
export const hintSilent = undefined;

/** MAX's client says who it is behind the init data; nobody signs that. */
export const frameAddress = (address, { platform, version }) =>
  `${address}&WebAppPlatform=${encodeURIComponent(platform)}&WebAppVersion=${encodeURIComponent(version)}`;

/** MAX, as far as the page in the frame can tell. */
export class Host {
  #frame;
  #form;
  #launch;
  #bridge;

  constructor({ frame, origin, launch, form }) {
    this.#frame = frame;
    this.#form = form;
    this.#launch = launch.signed;
    this.#bridge = new BridgeHost(frame, origin, this.#methods(), (type, state, data, isHeard) => {
      showMessage(type, isHeard ? state : 'unheard', data);
      if (!isHeard) {
        showHint('hintUnheard');
      }
    });
  }

  get isReady() {
    return this.#bridge.isReady;
  }

  close() {
    this.#bridge.close();
  }

  changeAppearance() {
    // The page learns nothing of it.
  }

  #methods() {
    const nothing = () => undefined;
    return {
      WebAppReady: nothing,
      WebAppClose: nothing,
      WebAppOpenLink: nothing,
      WebAppOpenMaxLink: nothing,
      WebAppSetupClosingBehavior: nothing,
      WebAppSetupBackButton: ({ isVisible }) =>
        setButton('back', { isVisible: isVisible === true, press: () => this.#bridge.send('WebAppBackButtonPressed') }),
      WebAppRequestPhone: () => this.#share(),
      WebAppGetViewportSize: () => ({ width: this.#frame.clientWidth, height: this.#frame.clientHeight }),
      WebAppGetLaunchContext: () => ({ entryPoint: 'default' }),
      WebAppHapticFeedbackImpact: nothing,
      WebAppHapticFeedbackNotification: nothing,
      WebAppHapticFeedbackSelectionChange: nothing,
      WebAppSetupSwipesBehavior: ({ allowVerticalSwipes }) => ({ allowVerticalSwipes: allowVerticalSwipes === true }),
      WebAppSetupScreenCaptureBehavior: ({ isScreenCaptureEnabled }) => ({ isScreenCaptureEnabled: isScreenCaptureEnabled === true }),
      WebAppChangeScreenBrightness: ({ maxBrightness }) => ({ maxBrightness: maxBrightness === true }),
      WebAppBiometryGetInfo: () =>
        ({ available: false, accessRequested: false, accessGranted: false, type: ['unknown'], tokenSaved: false, deviceId: null }),
      WebAppNfcGetInfo: () => ({ available: false, enabled: false, accessRevoked: false }),
      ...this.#storage('DeviceStorage'),
      ...this.#storage('SecureStorage'),
    };
  }

  #storage(name) {
    const values = new UserStorage(`${stored} ${name} ${this.#launch.bot} ${this.#launch.userId}`);
    return {
      [`WebApp${name}SaveKey`]: ({ key, value }) => values.set(key, value),
      [`WebApp${name}GetKey`]: ({ key }) => ({ value: values.get(key) ?? null }),
      [`WebApp${name}Clear`]: () => values.clear(),
    };
  }

  async #share() {
    if (isDeclined(this.#form)) {
      throw new BridgeError('user_refused_provide_phone_number');
    }
    const { bot, userId } = this.#launch;
    return signContact(this.#form, { bot, userId, phoneNumber: this.#form.elements.phoneNumber.value.trim() });
  }
}
