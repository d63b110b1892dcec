import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutLaunch } from '../src/scrub.ts';

for (const [address, scrubbed] of [
  ['https://a.example/shop?page=2&vk_user_id=42&vk_ts=1&sign=x&tag=a#top', 'https://a.example/shop?page=2&tag=a#top'],
  ['https://a.example/?vk_user_id=42&vk_user_id=43&sign=x', 'https://a.example/'],
  ['https://a.example/?vk%5Fuser_id=42&%73ign=x', 'https://a.example/'],
  ['https://a.example/?tgWebAppStartParam=x#tgWebAppData=user%3D1%26hash%3Dx', 'https://a.example/'],
  ['https://a.example/#/shop?tgWebAppData=user%3D1%26hash%3Dx&tgWebAppVersion=9.5', 'https://a.example/'],
  ['https://a.example/#WebAppData=user%3D1%26hash%3Dx&WebAppPlatform=web', 'https://a.example/'],
  ['wss://a.example/hubs/chat?id=x&access_token=vk_user_id%3D42%26sign%3Dx', 'wss://a.example/hubs/chat?id=x'],
  ['https://a.example/?design=dark#/shop?id=7', 'https://a.example/?design=dark#/shop?id=7'],
  ['/?vk_user_id=42&sign=x', ''],
  ['', ''],
] as const) {
  test(`"${address}" becomes "${scrubbed}"`, () => {
    assert.equal(withoutLaunch(address), scrubbed);
  });
}
