// What VK's client answers to a page beside what it signs, by the bridge's names: functions of the params.

import { BridgeError } from './bridge.js';
import { allows } from './dialog.js';
import { UserStorage } from './storage.js';

const done = { result: true };
// A picture that a page of any origin can show without a network.
const noPicture = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1H0z" fill="#9aa7b8"/></svg>')}`;
const range = (value, most) => Number.isSafeInteger(value) && value >= 0 ? Math.min(value, most) : most;

/** VK's words for its clients, by what the launch says. */
const clients = [[/iphone|ipad/, 'ios'], [/android/, 'android'], [/mobile_web/, 'mobile-web']];

/** Has the user allow what the page wants to do. */
async function demand(name) {
  if (!await allows(name)) {
    throw new BridgeError(4, 'User denied');
  }
}

const after = (name, result) => async () => {
  await demand(name);
  return result;
};

/** What VKWebAppGetUserInfo answers: the names are the form's, and so is nothing else. */
function userInfo(id, firstName, lastName) {
  return {
    id,
    first_name: firstName,
    last_name: lastName,
    sex: 0,
    city: { id: 0, title: '' },
    country: { id: 0, title: '' },
    bdate_visibility: 0,
    can_access_closed: true,
    is_closed: false,
    photo_100: noPicture,
    photo_200: noPicture,
    photo_max_orig: noPicture,
    timezone: 3,
  };
}

function storage(values) {
  return {
    VKWebAppStorageGet: ({ keys }) => ({ keys: [keys ?? []].flat().map(key => ({ key, value: values.get(key) ?? '' })) }),
    VKWebAppStorageSet: ({ key, value }) => {
      if (typeof key !== 'string' || key === '') {
        throw new BridgeError(5, 'Invalid params');
      }
      values.set(key, value || null); // an empty text takes the key out
      return done;
    },
    VKWebAppStorageGetKeys: ({ count, offset }) => {
      const keys = values.keys();
      const start = range(offset ?? 0, keys.length);
      return { keys: keys.slice(start, start + range(count ?? 20, 1000)) };
    },
  };
}

/**
 * @param name what this browser keeps the user's values under
 * @param launch the launch, in the words of the server
 * @param form the form, for the names as it has them now
 * @param frame the iframe
 */
export function createAnswers(name, launch, { elements: fields }, frame) {
  const size = () => ({ width: frame.clientWidth, height: frame.clientHeight });
  return {
    ...storage(new UserStorage(name)),
    VKWebAppGetUserInfo: ({ user_id }) => userInfo(Number(user_id ?? launch.userId), fields.firstName.value.trim(), fields.lastName.value.trim()),
    VKWebAppGetClientVersion: () =>
      ({ platform: clients.find(([pattern]) => pattern.test(launch.platform))?.[1] ?? 'web', version: '8.100' }),
    VKWebAppResizeWindow: size,
    VKWebAppScroll: ({ top }) => ({ top: Number(top) || 0, height: frame.clientHeight }),
    VKWebAppSetViewSettings: () => {
      if (!/iphone|ipad|android/.test(launch.platform)) {
        throw new BridgeError(6, 'Unsupported platform');
      }
      return done;
    },
    VKWebAppGetAuthToken: async ({ scope }) => {
      await demand('authToken');
      return { access_token: 'made-up-by-the-launcher', scope: String(scope ?? ''), status: true };
    },
    VKWebAppAllowNotifications: after('allowNotifications', done),
    VKWebAppAddToFavorites: after('addToFavorites', done),
    VKWebAppJoinGroup: after('joinGroup', done),
    VKWebAppShare: after('share', { type: 'link' }),
    VKWebAppShowWallPostBox: after('wallPost', { post_id: 1 }),
    VKWebAppShowStoryBox: after('storyBox', done),
    VKWebAppCheckNativeAds: () => done,
    VKWebAppShowNativeAds: after('nativeAds', done),
  };
}
