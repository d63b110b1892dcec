// The bar on an API page that says as whom it sends requests, or why it does not.

import { findSecret } from './apilaunch.js';
import { ApiLaunches } from './apilaunches.js';

const texts = {
  en: {
    title: 'Mini app launches', user: 'user', signed: 'Each request gets a launch that is signed at that moment.',
    closed: paths => `Nothing is filled in for the launcher at ${paths}: this tab does not know the secret of this start. Paste the address that the application printed.`,
    off: 'Requests go without a launch.', address: 'The printed address', wrong: 'This is not the address of this start.',
    none: 'No launch was signed, and the request went without one:',
  },
  ru: {
    title: 'Запуски мини-приложения', user: 'пользователь', signed: 'Каждый запрос уходит с запуском, подписанным в этот момент.',
    closed: paths => `Для лаунчера ${paths} ничего не подставлено: эта вкладка не знает секрета этого запуска сервера. Вставьте адрес, который вывело приложение.`,
    off: 'Запросы уходят без запуска.', address: 'Выведенный адрес', wrong: 'Это не адрес текущего запуска сервера.',
    none: 'Запуск не подписан, запрос ушёл без него:',
  },
};
const text = texts[navigator.language.startsWith('ru') ? 'ru' : 'en'];

const style = `
  :host { position: fixed; z-index: 2147483000; right: 12px; bottom: 12px; max-width: min(420px, calc(100vw - 24px)); font: 13px/1.45 system-ui, sans-serif; }
  details { background: #fff; color: #1b1b1f; border: 1px solid #767680; border-radius: 8px; box-shadow: 0 2px 10px rgb(0 0 0 / .25); padding: 8px 12px; }
  summary { cursor: pointer; font-weight: 600; }
  p { margin: 6px 0 0; }
  [role=alert] { color: #a3001b; overflow-wrap: anywhere; }
  input:not([type=checkbox]) { font: inherit; color: inherit; background: #fff; border: 1px solid #767680; border-radius: 4px; padding: 2px 6px; }
  .address { width: 100%; box-sizing: border-box; }
  .user { width: 8em; }
  :focus-visible { outline: 2px solid #0056d6; outline-offset: 2px; }
  @media (prefers-color-scheme: dark) {
    details, input:not([type=checkbox]) { background: #1f1f23; color: #f2f2f5; border-color: #9a9aa4; }
    [role=alert] { color: #ff9aa8; }
    :focus-visible { outline-color: #8ab8ff; }
  }`;

function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

export class ApiBar {
  #launches = new ApiLaunches((launch, fault) => this.#show(launch, fault));
  #rows = new Map();
  #box = make('details', { open: true }, make('summary', { textContent: text.title }));
  #address = make('input', { className: 'address', type: 'password', autocomplete: 'off', placeholder: text.address, ariaLabel: text.address });
  #hint = make('span');
  #closed = make('p', { className: 'closed', hidden: true }, this.#hint, this.#address);

  constructor() {
    const host = make('mini-app-launches');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    this.#box.append(this.#closed);
    root.append(this.#box);
    document.body.append(host);

    this.#address.addEventListener('input', () => this.#paste());
    window.addEventListener('hashchange', () => this.#takeFromAddress());
    this.#secret = this.#takeSecret();
  }

  #secret;

  add(launch) {
    this.#rows.set(launch, this.#createRow(launch));
    this.#launches.add(launch, this.#open(launch));
  }

  async #open(launch) {
    const isOpen = this.#secret && await launch.open(this.#secret).catch(() => false) || await launch.reopen().catch(() => false);
    this.#show(launch);
    return isOpen;
  }

  /** The secret in the page's own address, which then has it no longer. */
  #takeSecret() {
    const secret = findSecret(location.hash);
    if (secret && location.hash.length === secret.length + 1) {
      history.replaceState(history.state, '', location.pathname + location.search);
      return secret;
    }
    return undefined;
  }

  #takeFromAddress() {
    const secret = this.#takeSecret();
    return secret && this.#try(secret);
  }

  async #paste() {
    const secret = findSecret(this.#address.value);
    this.#address.setCustomValidity(secret && await this.#try(secret) ? '' : text.wrong);
    this.#address.reportValidity();
    this.#address.value = '';
  }

  /** Tries a secret on all launchers that are not open. */
  async #try(secret) {
    const opened = await Promise.all([...this.#rows.keys()].filter(launch => !launch.settings).map(async launch => {
      const isRight = await launch.open(secret).catch(() => false);
      this.#show(launch);
      await this.#launches.fill(launch);
      return isRight;
    }));
    return opened.includes(true);
  }

  #createRow(launch) {
    const check = make('input', { type: 'checkbox', checked: true });
    const user = make('input', { className: 'user', inputMode: 'numeric', value: launch.userId, ariaLabel: text.user });
    const name = make('span');
    const state = make('span', { className: 'state' });
    const fault = make('p', { role: 'alert', hidden: true });
    check.addEventListener('change', () => {
      launch.isWanted = check.checked;
      this.#show(launch);
    });
    user.addEventListener('change', () => {
      launch.userId = user.value;
      this.#launches.fill(launch);
    });

    const line = make('p', {}, make('label', {}, check, ' ', name), ` ${text.user} `, user, ' ', state);
    const row = make('div', { className: 'launch', hidden: true }, line, fault);
    row.dataset.path = launch.path;
    this.#box.append(row);
    return { row, name, state, fault };
  }

  #show(launch, fault) {
    const { row, name, state, fault: alert } = this.#rows.get(launch);
    if (launch.settings) {
      name.textContent = launch.settings.platform;
      state.textContent = launch.isWanted ? text.signed : text.off;
      row.hidden = false;
    }
    alert.hidden = !fault;
    alert.textContent = fault ? `${text.none} ${fault.message}` : '';
    const closed = [...this.#rows.keys()].filter(known => !known.settings).map(known => known.path);
    this.#hint.textContent = text.closed(closed.join(', '));
    this.#closed.hidden = closed.length === 0;
  }
}
