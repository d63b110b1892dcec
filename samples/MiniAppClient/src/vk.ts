import bridge from '@vkontakte/vk-bridge';
import { toQuery } from './launch.ts';

/** Tells VK that the page is there, and hears from it whether to be light or dark. */
export function greet(showAppearance: (appearance: 'dark' | 'light') => void): void {
  bridge.subscribe(({ detail: { type, data } }) => {
    if (type === 'VKWebAppUpdateConfig' && data.appearance) {
      showAppearance(data.appearance);
    }
  });

  if (bridge.isEmbedded()) {
    bridge.send('VKWebAppInit').catch(console.warn);
  }
}

/** Asks VK for the launch parameters once more: of now, if VK signs them anew. Outside VK nobody would answer. */
export async function renewLaunch(): Promise<string> {
  if (!bridge.isEmbedded()) {
    throw new Error('Only VK can renew the launch parameters.');
  }
  return toQuery(await bridge.send('VKWebAppGetLaunchParams'));
}
