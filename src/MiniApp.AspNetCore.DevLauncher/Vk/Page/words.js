// What only VK's launcher says, in English and in Russian.

export const words = {
  en: {
    title: 'VK mini app launcher',
    appearance: 'VK looks',
    app: 'App', kind: 'Launch parameters',
    kindForged: 'Forged (a wrong key)', kindAnotherApp: 'Of another app',
    language: 'VK’s language', group: 'Community', role: 'Role in it',
    scopes: 'Scopes granted, by commas', ref: 'Opened from', fragment: 'Link into the app, behind #',
    email: 'E-mail address',
    isAppUser: 'has the app installed', isFavorite: 'has it among the favorites',
    areNotificationsEnabled: 'allowed notifications',
    frameEmpty: 'Pick who opens the app and how, then open it. It gets parameters signed with your app’s own key, as VK would sign them.',
    bridge: 'VK Bridge', bridgeEmpty: 'None yet: what the app’s page asks VK through the bridge appears here.',
    DuplicateParameter: 'Parameter twice', MissingParameter: 'Parameter missing', UnknownApp: 'Unknown app',
    InvalidSignature: 'Wrong signature', OdnoklassnikiNotAllowed: 'Odnoklassniki not allowed',
  },
  ru: {
    title: 'Запуск мини-приложения VK',
    appearance: 'Оформление VK',
    app: 'Приложение', kind: 'Параметры запуска',
    kindForged: 'Подделаны (чужой ключ)', kindAnotherApp: 'От другого приложения',
    language: 'Язык VK', group: 'Сообщество', role: 'Роль в нём',
    scopes: 'Выданные права, через запятую', ref: 'Откуда открыто', fragment: 'Ссылка внутрь приложения, после #',
    email: 'Адрес почты',
    isAppUser: 'установил приложение', isFavorite: 'добавил его в избранное',
    areNotificationsEnabled: 'разрешил уведомления',
    frameEmpty: 'Выберите, кто и как открывает приложение, и откройте его. Параметры будут подписаны ключом вашего приложения — так, как их подписывает VK.',
    bridge: 'VK Bridge', bridgeEmpty: 'Пока нет: здесь появится то, что страница спрашивает у VK через мост.',
    DuplicateParameter: 'Параметр повторён', MissingParameter: 'Не хватает параметра', UnknownApp: 'Чужое приложение',
    InvalidSignature: 'Подпись неверна', OdnoklassnikiNotAllowed: 'Одноклассники не разрешены',
  },
};
