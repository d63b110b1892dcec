// What the launcher's page has of Telegram: the form's fields, and what a page's address tells it beside its init data.

import { createAnswers } from './answers.js';
import { isDeclined, signContact } from './contact.js';
import { CustomMethods } from './custommethods.js';
import { showMessage } from './messages.js';
import { UserStorage } from './storage.js';
import { theme } from './theme.js';
import { WebAppHost } from './webapp.js';

export const platform = 'telegram';

export const stored = 'telegram-mini-app-launcher';

/** Whether the platform tells a page what it looks like. */
export const tellsAppearance = true;

/** What the panel says of a page that is there and says nothing. */
export const hintSilent = 'hintSilent';

export function fillForm({ elements: fields }, { botIds, chatTypes }) {
  fields.botId.replaceChildren(...botIds.map(id => new Option(id)));
  fields.chatType.replaceChildren(fields.chatType.options[0], ...chatTypes.map(type => new Option(type)));
  fields.photoUrl.value = new URL('icon.svg', location);
}

export function updateForm() {
  // Every field can be used whatever the others say.
}

/** The launch: what is signed, in the words of the server, and what is not. */
export function readForm({ elements: fields }) {
  const textOf = name => fields[name].value.trim();
  const signed = {
    botId: textOf('botId') || null,
    userId: textOf('userId'),
    kind: textOf('kind'),
    ageSeconds: Math.round(Number(textOf('ageMinutes')) * 60),
    firstName: textOf('firstName'),
    lastName: textOf('lastName') || null,
    username: textOf('username') || null,
    languageCode: textOf('languageCode') || null,
    photoUrl: textOf('photoUrl') || null,
    isPremium: fields.isPremium.checked,
    allowsWriteToPm: fields.allowsWriteToPm.checked,
    chatType: textOf('chatType') || null,
    startParam: textOf('startParam') || null,
  };
  return { signed, platform: textOf('platform'), version: textOf('version') };
}

/** Which app it is, beside its kind: the page's own title is not told. */
export const idOf = ({ signed }) => signed.botId;

export const isPhone = ({ platform }) => /android|ios/.test(platform);

/** Telegram's client says who it is and what it looks like behind the init data; nobody signs that. */
export const frameAddress = (address, { platform, version }, appearance) => [
  address,
  `tgWebAppVersion=${encodeURIComponent(version)}`,
  `tgWebAppPlatform=${encodeURIComponent(platform)}`,
  `tgWebAppThemeParams=${encodeURIComponent(JSON.stringify(theme(appearance)))}`,
].join('&');

/** Telegram, as far as the page in the frame can tell. */
export class Host {
  #page;
  #appearance;
  #resized;
  #launch;
  #form;
  #hasShared = false;

  constructor({ frame, origin, launch, appearance, form }) {
    this.#launch = launch.signed;
    this.#form = form;
    const { botId, userId } = launch.signed;
    const cloud = `${stored} ${botId} ${userId}`;
    const customMethods = new CustomMethods(new UserStorage(cloud), () => this.#contact());
    const viewport = () => ({ width: frame.clientWidth, height: frame.clientHeight, is_state_stable: true, is_expanded: true });
    const insets = () => ({ top: 0, bottom: 0, left: 0, right: 0 });
    const themeChanged = () => ['theme_changed', { theme_params: theme(appearance()) }];
    const viewportChanged = () => ['viewport_changed', viewport()];

    this.#appearance = themeChanged;
    this.#page = new WebAppHost(frame, origin, {
      ...createAnswers((name, data) => this.#page.send(name, data), launch.signed.allowsWriteToPm, new UserStorage(`${cloud} device`)),
      web_app_expand: viewportChanged,
      web_app_request_viewport: viewportChanged,
      web_app_request_theme: themeChanged,
      web_app_request_safe_area: () => ['safe_area_changed', insets()],
      web_app_request_content_safe_area: () => ['content_safe_area_changed', insets()],
      web_app_request_phone: async () => ['phone_requested', { status: await this.#share() ? 'sent' : 'cancelled' }],
      web_app_invoke_custom_method: async ({ req_id, method, params }) =>
        ['custom_method_invoked', { req_id, ...await customMethods.invoke(method, params) }],
    }, showMessage);
    this.#resized = new ResizeObserver(() => this.#page.send(...viewportChanged()));
    this.#resized.observe(frame);
  }

  get isReady() {
    return this.#page.isReady;
  }

  close() {
    this.#resized.disconnect();
    this.#page.close();
  }

  changeAppearance() {
    this.#page.send(...this.#appearance());
  }

  /** Whether the user shares the contact: Telegram then hands it out to the page, and to the bot, for some time. */
  async #share() {
    this.#hasShared = true;
    this.#hasShared = await this.#contact() !== '';
    return this.#hasShared;
  }

  /** The contact, signed as the form says now; an empty text where there is none. */
  async #contact() {
    if (!this.#hasShared || isDeclined(this.#form)) {
      return '';
    }
    const { botId, userId, firstName, lastName } = this.#launch;
    const phoneNumber = this.#form.elements.phoneNumber.value.trim();
    const { response } = await signContact(this.#form, { botId, userId, firstName, lastName, phoneNumber }).catch(() => ({ response: '' }));
    return response;
  }
}
