// VK puts the launch into the query of the address, signed.
// With npm, `import bridge from '@vkontakte/vk-bridge'` takes the place of loadBridge, and `await` before it goes.
import { loadScript } from './script.js';

/** The value of the header Authorization, or undefined where VK has not opened this page. */
export const authorization = /[?&]sign=/.test(location.search) ? `Bearer ${location.search.slice(1)}` : undefined;

/** Tells VK that the page is there: until then it shows a splash screen on phones. */
export async function greet() {
  await (await loadBridge()).send('VKWebAppInit');
}

/** Asks VK for another launch. Where it gives the same one again, the page says to open the app anew. Outside VK nobody would answer. */
export async function renew() {
  const bridge = await loadBridge();
  if (!bridge.isEmbedded()) {
    throw new Error('Only VK can renew the launch.');
  }

  const parameters = await bridge.send('VKWebAppGetLaunchParams');
  const present = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null);
  return `Bearer ${new URLSearchParams(present)}`;
}

async function loadBridge() {
  await loadScript(
    'https://unpkg.com/@vkontakte/vk-bridge@3.0.2/dist/browser.min.js',
    'sha384-8K7KdNdtyf4bfQKPtkFUE/XpmZs7mvXeU35WT+sO8mWa2ThX7Cz4y4kzyAVcp2B2');
  return window.vkBridge;
}
