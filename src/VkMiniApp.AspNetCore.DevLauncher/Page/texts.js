// What the page says, in English and in Russian. Only text: nothing here, or anywhere else on the page, is read as HTML.

const texts = {
  en: {
    title: 'VK mini app launcher',
    appearance: 'VK looks', appearanceSystem: 'like the system', appearanceLight: 'light', appearanceDark: 'dark',
    pageLanguage: 'Language',
    serverGone: 'The server does not answer',
    launch: 'Launch', frame: 'The mini app', panel: 'What came of it',
    user: 'User', app: 'App', kind: 'Launch parameters',
    kindFresh: 'Signed now', kindAged: 'Signed some time ago…', kindExpired: 'Expired', kindDatedAhead: 'Dated ahead',
    kindForged: 'Forged (a wrong key)', kindAnotherApp: 'Of another app',
    age: 'Minutes ago (below zero: ahead)',
    platform: 'Platform', language: 'VK’s language', group: 'Community', role: 'Role in it',
    scopes: 'Scopes granted, by commas', ref: 'Opened from', fragment: 'Link into the app, behind #', none: 'none',
    flags: 'The user', isAppUser: 'has the app installed', isFavorite: 'has it among the favorites',
    areNotificationsEnabled: 'allowed notifications',
    open: 'Open the app',
    noAddress: 'No app is open', copyAddress: 'Copy address', copyToken: 'Copy token', copied: 'Copied',
    frameEmpty: 'Pick who opens the app and how, then open it. It gets parameters signed with your app’s own key, as VK would sign them.',
    calls: 'Calls to the server', clear: 'Clear', callsEmpty: 'None yet: what the app’s page asks the server appears here.',
    milliseconds: 'ms',
    claims: 'This launch', claimsEmpty: 'The claims of the open launch appear here.',
    claimsElsewhere: 'The scheme looks for its token elsewhere than in the Authorization header, so its verdict shows only in the calls.',
    claimsRefused: 'No claims: a request with these parameters is not signed in.',
    accepted: 'Accepted',
    bridge: 'VK Bridge', bridgeEmpty: 'None yet: what the app’s page asks VK through the bridge appears here.',
    bridgeAnswered: 'answered', bridgeRefused: 'refused', bridgeEvent: 'event',
    Malformed: 'Malformed', DuplicateParameter: 'Parameter twice', MissingParameter: 'Parameter missing', UnknownApp: 'Unknown app',
    InvalidSignature: 'Wrong signature', OdnoklassnikiNotAllowed: 'Odnoklassniki not allowed', Expired: 'Expired',
    NotYetValid: 'Dated ahead', NoUser: 'Nobody signed in',
  },
  ru: {
    title: 'Запуск мини-приложения VK',
    appearance: 'Оформление VK', appearanceSystem: 'как в системе', appearanceLight: 'светлое', appearanceDark: 'тёмное',
    pageLanguage: 'Язык',
    serverGone: 'Сервер не отвечает',
    launch: 'Запуск', frame: 'Мини-приложение', panel: 'Что из этого вышло',
    user: 'Пользователь', app: 'Приложение', kind: 'Параметры запуска',
    kindFresh: 'Подписаны сейчас', kindAged: 'Подписаны раньше…', kindExpired: 'Устарели', kindDatedAhead: 'Из будущего',
    kindForged: 'Подделаны (чужой ключ)', kindAnotherApp: 'От другого приложения',
    age: 'Минут назад (меньше нуля — вперёд)',
    platform: 'Платформа', language: 'Язык VK', group: 'Сообщество', role: 'Роль в нём',
    scopes: 'Выданные права, через запятую', ref: 'Откуда открыто', fragment: 'Ссылка внутрь приложения, после #', none: 'нет',
    flags: 'Пользователь', isAppUser: 'установил приложение', isFavorite: 'добавил его в избранное',
    areNotificationsEnabled: 'разрешил уведомления',
    open: 'Открыть приложение',
    noAddress: 'Приложение не открыто', copyAddress: 'Копировать адрес', copyToken: 'Копировать токен', copied: 'Скопировано',
    frameEmpty: 'Выберите, кто и как открывает приложение, и откройте его. Параметры будут подписаны ключом вашего приложения — так, как их подписывает VK.',
    calls: 'Запросы к серверу', clear: 'Очистить', callsEmpty: 'Пока нет: здесь появится то, что страница приложения спрашивает у сервера.',
    milliseconds: 'мс',
    claims: 'Этот запуск', claimsEmpty: 'Здесь появятся утверждения (claims) открытого запуска.',
    claimsElsewhere: 'Схема ищет токен не в заголовке Authorization, поэтому её решение видно только по запросам.',
    claimsRefused: 'Утверждений нет: с такими параметрами вход не выполняется.',
    accepted: 'Принят',
    bridge: 'VK Bridge', bridgeEmpty: 'Пока нет: здесь появится то, что страница спрашивает у VK через мост.',
    bridgeAnswered: 'ответ', bridgeRefused: 'отказ', bridgeEvent: 'событие',
    Malformed: 'Не разобран', DuplicateParameter: 'Параметр повторён', MissingParameter: 'Не хватает параметра', UnknownApp: 'Чужое приложение',
    InvalidSignature: 'Подпись неверна', OdnoklassnikiNotAllowed: 'Одноклассники не разрешены', Expired: 'Устарел',
    NotYetValid: 'Из будущего', NoUser: 'Никто не вошёл',
  },
};

let language = 'en';

/** The text of that name; the name itself where there is none, as for a failure of the application's own. */
export const text = name => texts[language][name] ?? name;

/** Puts a text into an element, and keeps it there when the language changes. */
export function setText(element, name) {
  element.dataset.text = name;
  element.textContent = text(name);
}

/** Turns the whole page to a language. */
export function setLanguage(name) {
  language = name in texts ? name : 'en';
  document.documentElement.lang = language;
  document.title = text('title');

  for (const element of document.querySelectorAll('[data-text]')) {
    element.textContent = text(element.dataset.text);
  }
  for (const element of document.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', text(element.dataset.label));
  }
  for (const element of document.querySelectorAll('[data-placeholder]')) {
    element.placeholder = text(element.dataset.placeholder);
  }
  return language;
}
