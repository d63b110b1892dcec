// What only Telegram's launcher says, in English and in Russian.

export const words = {
  en: {
    title: 'Telegram mini app launcher',
    appearance: 'Telegram looks',
    bot: 'Bot', kind: 'Init data',
    kindForged: 'Forged (a wrong token)', kindAnotherApp: 'Of another bot',
    language: 'Language',
    chatType: 'Opened in', startParam: 'Link’s startapp', version: 'Bot API',
    isPremium: 'has Telegram Premium', allowsWriteToPm: 'lets the bot write',
    frameEmpty: 'Pick who opens the app and how, then open it. It gets init data signed with your bot’s own token, as Telegram would sign it.',
    main: 'Main button', secondary: 'Secondary button', settings: 'Settings', ok: 'OK', cancel: 'Cancel',
    writeAccess: 'Let the bot write to the user?', invoice: 'What becomes of the invoice?',
    paid: 'Paid', pending: 'Pending', cancelled: 'Cancelled', failed: 'Failed',
    hintSilent: 'The page has said nothing. A library that speaks with https://web.telegram.org alone, such as @tma.js/sdk, is heard from this page’s own origin. On another, it has to be told in Development: setTargetOrigin(\'*\').',
    bridge: 'Telegram.WebApp', bridgeEmpty: 'None yet: what the app’s page tells Telegram appears here.',
  },
  ru: {
    title: 'Запуск мини-приложения Telegram',
    appearance: 'Оформление Telegram',
    bot: 'Бот', kind: 'Данные запуска (initData)',
    kindForged: 'Подделаны (чужой токен)', kindAnotherApp: 'От другого бота',
    language: 'Язык',
    chatType: 'Где открыто', startParam: 'startapp из ссылки', version: 'Bot API',
    isPremium: 'с подпиской Premium', allowsWriteToPm: 'разрешил боту писать',
    frameEmpty: 'Выберите, кто и как открывает приложение, и откройте его. Данные запуска будут подписаны токеном вашего бота — так, как их подписывает Telegram.',
    main: 'Главная кнопка', secondary: 'Вторая кнопка', settings: 'Настройки', ok: 'OK', cancel: 'Отмена',
    writeAccess: 'Разрешить боту писать пользователю?', invoice: 'Что станет со счётом?',
    paid: 'Оплачен', pending: 'Ожидает', cancelled: 'Отменён', failed: 'Не оплачен',
    hintSilent: 'Страница молчит. Библиотека, которая говорит только с https://web.telegram.org, например @tma.js/sdk, слышна с того же адреса, что у этого окна. На другом адресе ей при разработке нужно сказать: setTargetOrigin(\'*\').',
    bridge: 'Telegram.WebApp', bridgeEmpty: 'Пока нет: здесь появится то, что страница сообщает Telegram.',
  },
};
