// What only MAX's launcher says, in English and in Russian.

export const words = {
  en: {
    title: 'MAX mini app launcher',
    theApp: 'Bot',
    appearance: 'Page looks',
    bot: 'Bot, by its place', kind: 'Init data',
    kindForged: 'Forged (a wrong token)', kindAnotherApp: 'Of another bot',
    language: 'Language', chat: 'Chat’s id', chatType: 'Kind of chat', startParam: 'Link’s startapp', version: 'Version of MAX',
    frameEmpty: 'Pick who opens the app and how, then open it. It gets init data signed with your bot’s own token, as MAX would sign it.',
    presetChat: 'From a chat, on Android', presetLink: 'By a link with startapp',
    bridge: 'WebApp', bridgeEmpty: 'None yet: what the app’s page asks MAX appears here.',
    unheard: 'not heard',
    hintUnheard: 'MAX’s script hears answers of MAX’s own sites, or of the page’s own origin. This page has another origin than the launcher, or no window.WebApp: its requests time out. Let the page’s development server pass the launcher’s path on to the back end, and open the launcher there.',
  },
  ru: {
    title: 'Запуск мини-приложения MAX',
    theApp: 'Бот',
    appearance: 'Оформление страницы',
    bot: 'Бот, по порядку', kind: 'Данные запуска (initData)',
    kindForged: 'Подделаны (чужой токен)', kindAnotherApp: 'От другого бота',
    language: 'Язык', chat: 'Номер чата', chatType: 'Вид чата', startParam: 'startapp из ссылки', version: 'Версия MAX',
    frameEmpty: 'Выберите, кто и как открывает приложение, и откройте его. Данные запуска будут подписаны токеном вашего бота — так, как их подписывает MAX.',
    presetChat: 'Из чата, на Android', presetLink: 'По ссылке со startapp',
    bridge: 'WebApp', bridgeEmpty: 'Пока нет: здесь появится то, что страница спрашивает у MAX.',
    unheard: 'не услышан',
    hintUnheard: 'Скрипт MAX слышит ответы только с сайтов MAX или с того же адреса, что и страница. У этой страницы другой адрес, чем у этого окна, или в ней нет window.WebApp, и ответов она не дождётся. Пусть сервер разработки страницы передаёт путь этого окна серверу приложения; откройте окно там.',
  },
};
