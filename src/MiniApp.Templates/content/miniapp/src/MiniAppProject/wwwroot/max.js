// MAX puts the launch, its init data, into the fragment of the address, which no server sees. Its script is on no registry.
import { loadScript } from './script.js';

const initData = new URLSearchParams(location.hash.replace(/^#([^=]*\?)?/, '')).get('WebAppData');

/** The value of the header Authorization, or undefined where MAX has not opened this page. */
export const authorization = initData ? `max ${initData}` : undefined;

/** Tells MAX that the page is there. */
export async function greet() {
  await loadScript('https://st.max.ru/js/max-web-app.js');
  window.WebApp.ready();
}

/** MAX signs when it opens the page, and never again. */
export const renew = undefined;
