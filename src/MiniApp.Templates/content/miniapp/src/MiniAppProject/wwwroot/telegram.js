// Telegram puts the launch, its init data, into the fragment of the address, which no server sees.
// With npm, `retrieveRawInitData` and `miniApp` of @tma.js/sdk take the place of the fragment and of Telegram's script.
import { loadScript } from './script.js';

const initData = new URLSearchParams(location.hash.replace(/^#([^=]*\?)?/, '')).get('tgWebAppData');

/** The value of the header Authorization, or undefined where Telegram has not opened this page. */
export const authorization = initData ? `tma ${initData}` : undefined;

/** Tells Telegram that the page is there. */
export async function greet() {
  await loadScript('https://telegram.org/js/telegram-web-app.js');
  window.Telegram.WebApp.ready();
}

/** Telegram signs when it opens the page, and never again. */
export const renew = undefined;
