// What the page says on every platform, in English and in Russian; the platform's own words are in words.js. Only text: nothing here, or
// anywhere else on the page, is read as HTML.

import { words } from './words.js';

const texts = {
  en: {
    appearanceSystem: 'like the system', appearanceLight: 'light', appearanceDark: 'dark',
    pageLanguage: 'Language',
    serverGone: 'The back end does not answer. Is it running? This page goes on by itself as soon as it answers.',
    secretMissing: 'Open the address that the application printed when it started. The secret that this page needs stands behind its #. Opened in this tab, it keeps what a link has picked.',
    notLetIn: 'The launcher does not let this page in. Open the address that the application printed when it was last started.',
    launch: 'Launch', frame: 'The mini app', panel: 'What came of it',
    user: 'User', age: 'Minutes ago (below zero: ahead)', platform: 'Platform', none: 'none',
    kindFresh: 'Signed now', kindAged: 'Signed some time ago…', kindExpired: 'Expired', kindDatedAhead: 'Dated ahead',
    flags: 'The user',
    open: 'Open the app', clientButtons: 'Buttons of the client', back: 'Back', close: 'Close', allow: 'Allow', decline: 'Decline',
    preset: 'Preset', presetNone: 'Own choice', presetsBuiltIn: 'Built in', presetsOwn: 'Kept in this browser',
    presetStart: 'As at the start', presetPhone: 'On a phone', presetEnglish: 'In English', presetGuest: 'Not signed in', presetExpired: 'Expired',
    save: 'Save…', remove: 'Delete', presetSave: 'Save as a preset', presetName: 'Name', presetCancel: 'Don’t save', presetKeep: 'Save',
    presetHint: 'This browser keeps it. To share a launch, copy a link to it.',
    copyLink: 'Copy a link to this launch',
    signedAt: 'Signed', windowGood: 'good for', windowOver: 'expired for', windowAhead: 'good in', renew: 'Open with a fresh launch', day: 'd',
    menu: 'Menu', reload: 'Reload the page', openAlone: 'Open in a new tab',
    copyCurl: 'Copy as curl', copyHttp: 'Copy as .http', noHttp: 'An .http file can’t hold this request.',
    noCopy: 'This request can’t be copied: its body is too long, or no text.',
    copyHint: 'Copies have the token, for your own terminal (a POSIX shell) and editor: whoever has it is this user.',
    otherHeaders: 'Headers of the browser and the connection',
    request: 'Request', response: 'Response', noRequestBody: 'No body, or the server answered without reading it.', noResponseBody: 'No body, or a file.',
    bytes: 'bytes', bytesCut: 'bytes, of which this is the beginning', bytesNotShown: 'bytes, no text that could be shown',
    noAddress: 'No app is open', frameClosed: 'The app is closed.', copyAddress: 'Copy address', copyToken: 'Copy token', copied: 'Copied',
    framesItself: 'The launcher would open itself: its option AppUrl leads here. Let it name the mini app’s page.',
    hintSlow: 'The page’s server has not answered yet. Is it running, and is AppUrl its address?',
    hintUnreachable: 'Nobody answers at the page’s address, or the browser does not trust the answer. Is its server running, with a certificate that this browser knows, and is AppUrl its address?',
    hintNoPage: 'There is no page at this address: the back end answers with an error. Is AppUrl right, and is the page built?',
    hintRefusesFrames: 'The page refuses to be shown in a frame, by X-Frame-Options or frame-ancestors: so it would on the platform. Let it name the platform’s sites, and in Development this one.',
    hintElsewhere: 'The page has led the frame away from its own site, to one that the launcher does not show.',
    saysTooMuch: 'The page says more than 1,000 things a second: what goes beyond is neither answered nor listed.',
    asksTooOften: 'The page asks again and again: until another launch, the user declines.',
    calls: 'Calls to the server', clear: 'Clear', callsEmpty: 'None yet: what the app’s page asks the server appears here.',
    milliseconds: 'ms',
    claims: 'This launch', claimsEmpty: 'The claims of the open launch appear here.',
    claimsElsewhere: 'The scheme looks for its token elsewhere than in the Authorization header, so its verdict shows only in the calls.',
    claimsRefused: 'No claims: a request with these parameters is not signed in.',
    accepted: 'Accepted',
    leftOut: 'older messages are left out.',
    answered: 'answered', refused: 'refused', event: 'event', unanswered: 'no answer',
    firstName: 'First name', lastName: 'Last name', username: 'User name', photoUrl: 'Picture’s address',
    phoneNumber: 'Phone number', contact: 'When asked',
    contactFresh: 'Shares it', contactDenied: 'Declines', contactAged: 'Shared it two days ago', contactDatedAhead: 'Shares it in an hour',
    contactForged: 'Forged it', contactAnotherUser: 'Sends somebody else’s',
    MissingProof: 'Proof missing', InvalidProof: 'Wrong proof',
    Malformed: 'Malformed', Expired: 'Expired', NotYetValid: 'Dated ahead', NoUser: 'Nobody signed in',
    Revoked: 'Signed out since', Blocked: 'Kept out', Unavailable: 'Can’t be told now',
  },
  ru: {
    appearanceSystem: 'как в системе', appearanceLight: 'светлое', appearanceDark: 'тёмное',
    pageLanguage: 'Язык',
    serverGone: 'Сервер приложения не отвечает. Он запущен? Как только он ответит, страница продолжит работу сама.',
    secretMissing: 'Откройте адрес, который приложение вывело при запуске: после # в нём стоит секрет, без которого эта страница не работает. В этой же вкладке сохранится то, что выбрано ссылкой.',
    notLetIn: 'Сервер не пускает эту страницу. Откройте адрес, который приложение вывело при последнем запуске.',
    launch: 'Запуск', frame: 'Мини-приложение', panel: 'Что из этого вышло',
    user: 'Пользователь', age: 'Минут назад (меньше нуля — вперёд)', platform: 'Платформа', none: 'нет',
    kindFresh: 'Подписаны сейчас', kindAged: 'Подписаны раньше…', kindExpired: 'Устарели', kindDatedAhead: 'Из будущего',
    flags: 'Пользователь',
    open: 'Открыть приложение', clientButtons: 'Кнопки клиента', back: 'Назад', close: 'Закрыть', allow: 'Разрешить', decline: 'Отказать',
    preset: 'Набор', presetNone: 'Свой выбор', presetsBuiltIn: 'Готовые', presetsOwn: 'Сохранённые в этом браузере',
    presetStart: 'Как в начале', presetPhone: 'На телефоне', presetEnglish: 'На английском', presetGuest: 'Без входа', presetExpired: 'Устаревший запуск',
    save: 'Сохранить…', remove: 'Удалить', presetSave: 'Сохранить набор', presetName: 'Название', presetCancel: 'Не сохранять', presetKeep: 'Сохранить',
    presetHint: 'Набор хранится в этом браузере. Чтобы поделиться запуском, скопируйте ссылку на него.',
    copyLink: 'Копировать ссылку',
    signedAt: 'Подписан', windowGood: 'годен ещё', windowOver: 'просрочен на', windowAhead: 'будет годен через', renew: 'Открыть с новым запуском', day: 'дн.',
    menu: 'Меню', reload: 'Перезагрузить страницу', openAlone: 'Открыть в новой вкладке',
    copyCurl: 'Копировать curl', copyHttp: 'Копировать .http', noHttp: 'Файл .http не может вместить этот запрос.',
    noCopy: 'Этот запрос нельзя скопировать: тело слишком длинное или не текст.',
    copyHint: 'В копии есть токен — для вашего терминала (POSIX) и редактора: у кого он есть, тот и этот пользователь.',
    otherHeaders: 'Заголовки браузера и соединения',
    request: 'Запрос', response: 'Ответ', noRequestBody: 'Тела нет, или сервер ответил, не читая его.', noResponseBody: 'Тела нет, или это файл.',
    bytes: 'байт', bytesCut: 'байт; здесь только начало', bytesNotShown: 'байт, показать их текстом нельзя',
    noAddress: 'Приложение не открыто', frameClosed: 'Приложение закрыто.', copyAddress: 'Копировать адрес', copyToken: 'Копировать токен', copied: 'Скопировано',
    framesItself: 'Это окно открыло бы само себя: сюда ведёт настройка AppUrl. Укажите в ней страницу мини-приложения.',
    hintSlow: 'Сервер страницы пока не ответил. Он запущен, и верен ли его адрес в AppUrl?',
    hintUnreachable: 'По адресу страницы никто не отвечает, или браузер не доверяет ответу. Запущен ли её сервер, знаком ли браузеру его сертификат и верен ли адрес в AppUrl?',
    hintNoPage: 'По этому адресу страницы нет: сервер приложения ответил ошибкой. Верен ли AppUrl, собрана ли страница?',
    hintRefusesFrames: 'Страница не даёт показать себя во фрейме (X-Frame-Options или frame-ancestors); не показала бы и платформа. Разрешите в них сайты платформы, а при разработке и этот.',
    hintElsewhere: 'Страница увела фрейм со своего сайта на другой, а его это окно не показывает.',
    saysTooMuch: 'Страница шлёт больше 1000 сообщений в секунду: остальные остаются без ответа и не показаны.',
    asksTooOften: 'Страница спрашивает снова и снова: до следующего запуска ответом будет отказ.',
    calls: 'Запросы к серверу', clear: 'Очистить', callsEmpty: 'Пока нет: здесь появится то, что страница приложения спрашивает у сервера.',
    milliseconds: 'мс',
    claims: 'Этот запуск', claimsEmpty: 'Здесь появятся утверждения (claims) открытого запуска.',
    claimsElsewhere: 'Схема ищет токен не в заголовке Authorization, поэтому её решение видно только по запросам.',
    claimsRefused: 'Утверждений нет: с такими параметрами вход не выполняется.',
    accepted: 'Принят',
    leftOut: 'более старых сообщений не показано.',
    answered: 'ответ', refused: 'отказ', event: 'событие', unanswered: 'без ответа',
    firstName: 'Имя', lastName: 'Фамилия', username: 'Имя пользователя', photoUrl: 'Адрес картинки',
    phoneNumber: 'Номер телефона', contact: 'На просьбу',
    contactFresh: 'Делится номером', contactDenied: 'Отказывает', contactAged: 'Поделился два дня назад', contactDatedAhead: 'Поделится через час',
    contactForged: 'Подделывает номер', contactAnotherUser: 'Шлёт чужой номер',
    MissingProof: 'Нет подписи', InvalidProof: 'Подпись неверна',
    Malformed: 'Не разобран', Expired: 'Устарел', NotYetValid: 'Из будущего', NoUser: 'Никто не вошёл',
    Revoked: 'После этого был выход', Blocked: 'Вход закрыт', Unavailable: 'Сейчас не узнать',
  },
};

let current = 'en';
const listeners = [];

/** The page's language. */
export const language = () => current;

/** Has a function called when the language has changed. */
export const onLanguage = listener => { listeners.push(listener); };

/** The text of that name; the name itself where there is none, as for a failure of the application's own. */
export const text = name => words[current][name] ?? texts[current][name] ?? name;

/** Puts a text into an element, and keeps it there when the language changes. */
export function setText(element, name) {
  element.dataset.text = name;
  element.textContent = text(name);
}

/** Turns the whole page to a language. */
export function setLanguage(name) {
  current = name in texts ? name : 'en';
  document.documentElement.lang = current;
  document.title = text('title');

  for (const element of document.querySelectorAll('[data-text]')) {
    element.textContent = text(element.dataset.text);
  }
  for (const element of document.querySelectorAll('[data-label]')) {
    element.setAttribute(element.tagName === 'OPTGROUP' ? 'label' : 'aria-label', text(element.dataset.label));
  }
  for (const element of document.querySelectorAll('[data-placeholder]')) {
    element.placeholder = text(element.dataset.placeholder);
  }
  listeners.forEach(listener => listener());
  return current;
}
