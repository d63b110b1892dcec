import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLaunch, toQuery } from '../src/launch.ts';

test('The language and the community are read from the launch', () => {
  assert.deepEqual(readLaunch('vk_group_id=7&vk_language=ru'), { language: 'ru', groupId: '7' });
});

test('Every other language of VK gets English, and no community is none', () => {
  assert.deepEqual(readLaunch('vk_language=pt'), { language: 'en', groupId: null });
  assert.deepEqual(readLaunch(''), { language: 'en', groupId: null });
});

test('What the bridge gives becomes a query again', () => {
  const parameters = { vk_user_id: 42, vk_access_token_settings: 'friends,photos', vk_ref: 'a b&c=+', sign: 'x-y_z' };
  assert.deepEqual(Object.fromEntries(new URLSearchParams(toQuery(parameters))), { ...parameters, vk_user_id: '42' });
});

test('An empty parameter stays, for it is signed; an absent one is left out', () => {
  assert.equal(toQuery({ vk_access_token_settings: '', vk_group_id: undefined }), 'vk_access_token_settings=');
});
