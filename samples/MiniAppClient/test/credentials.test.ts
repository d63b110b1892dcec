import assert from 'node:assert/strict';
import { test } from 'node:test';
import { credentialsIn } from '../src/credentials.ts';

const initData = 'user=%7B%22id%22%3A42%7D&start_param=a+b&auth_date=1760000000&hash=ab';

test('The query of VK is sent as it stands', () => {
  assert.equal(
    credentialsIn({ search: '?utm=1&vk_user_id=42&vk_ref=a%2Cb+c&sign=x', hash: '#/shop?id=7' }),
    'Bearer utm=1&vk_user_id=42&vk_ref=a%2Cb+c&sign=x',
  );
});

test('The init data of Telegram and MAX loses one layer of encoding', () => {
  const field = encodeURIComponent(initData);
  assert.equal(
    credentialsIn({ search: '', hash: `#tgWebAppData=${field}&tgWebAppVersion=9.5&tgWebAppPlatform=weba` }),
    `tma ${initData}`,
  );
  assert.equal(credentialsIn({ search: '', hash: `#WebAppData=${field}&WebAppPlatform=web` }), `max ${initData}`);
});

test('The path of a router in front of the fields is passed over', () => {
  const hash = `#/shop?tgWebAppData=${encodeURIComponent(initData)}&tgWebAppVersion=9.5`;
  assert.equal(credentialsIn({ search: '', hash }), `tma ${initData}`);
});

test('Telegram comes before parameters that its link has in the query', () => {
  const hash = `#tgWebAppData=${encodeURIComponent(initData)}`;
  assert.equal(credentialsIn({ search: '?tgWebAppStartParam=x&vk_user_id=1', hash }), `tma ${initData}`);
});

test('The signed query of VK comes before whatever a link has put into the fragment', () => {
  for (const field of ['tgWebAppData', 'WebAppData']) {
    const hash = `#${field}=${encodeURIComponent(initData)}`;
    assert.equal(credentialsIn({ search: '?vk_user_id=42&sign=x', hash }), 'Bearer vk_user_id=42&sign=x');
  }
});

for (const [search, hash] of [
  ['', ''],
  ['?', '#'],
  ['?page=2&sign=leo', '#/shop?id=7'],
  ['', '#tgWebAppData=&tgWebAppVersion=9.5'],
  ['', '#WebAppData='],
  ['?not_vk_=1', '#vk_user_id=42'],
] as const) {
  test(`A page opened by itself has none: "${search}${hash}"`, () => {
    assert.equal(credentialsIn({ search, hash }), undefined);
  });
}
