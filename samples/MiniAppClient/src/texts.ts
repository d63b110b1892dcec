const en = {
  title: 'Mini app',
  hello: 'Hello, user {0}!',
  asking: 'Asking the server who you are…',
  accepted: 'The server knows you by the launch that VK signed.',
  renewed: 'The launch was not good any more, so VK signed a new one.',
  userHeading: 'You',
  userId: 'VK id',
  platform: 'Platform',
  language: 'Language of VK',
  communityHeading: 'Community',
  communityText: 'The app was opened from community {0}. Its settings are for administrators and editors.',
  settings: 'Community settings',
  settingsForbidden: 'The server says no: you are neither an administrator nor an editor here.',
  ask: 'Ask again',
  refused: 'The server refused this launch',
  refusedHint: 'Status {0}. Close the app and open it from VK again.',
  banned: 'You are kept out',
  bannedHint: 'The owners of this app have blocked you.',
  outside: 'Open the app in VK',
  outsideHint: 'This page has no launch parameters. In development, the launcher at /vk opens it with any.',
  busy: 'The server can’t tell now',
  busyHint: 'Status {0}. Ask again soon.',
  unreachable: 'The server does not answer',
  unreachableHint: 'Check the connection, then ask again.',
};

const ru: typeof en = {
  title: 'Мини-приложение',
  hello: 'Привет, пользователь {0}!',
  asking: 'Спрашиваем сервер, кто вы…',
  accepted: 'Сервер узнал вас по запуску, который подписал VK.',
  renewed: 'Прежний запуск уже не годился, и VK подписал новый.',
  userHeading: 'Вы',
  userId: 'VK id',
  platform: 'Платформа',
  language: 'Язык VK',
  communityHeading: 'Сообщество',
  communityText: 'Приложение открыто из сообщества {0}. Его настройки — для администраторов и редакторов.',
  settings: 'Настройки сообщества',
  settingsForbidden: 'Сервер отказал: здесь вы не администратор и не редактор.',
  ask: 'Спросить ещё раз',
  refused: 'Сервер не принял этот запуск',
  refusedHint: 'Статус {0}. Закройте приложение и откройте его из VK снова.',
  banned: 'Вход закрыт',
  bannedHint: 'Владельцы приложения вас заблокировали.',
  outside: 'Откройте приложение во ВКонтакте',
  outsideHint: 'У страницы нет параметров запуска. При разработке её с любыми параметрами открывает страница /vk.',
  busy: 'Сервер сейчас не может ответить',
  busyHint: 'Статус {0}. Спросите ещё раз чуть позже.',
  unreachable: 'Сервер не отвечает',
  unreachableHint: 'Проверьте соединение и спросите ещё раз.',
};

const texts = { en, ru };

export type TextName = keyof typeof en;

/** Finds a text; a value takes the place of {0}. */
export const textsIn =
  (language: keyof typeof texts) =>
  (name: TextName, value: string | number = ''): string =>
    texts[language][name].replace('{0}', String(value));
