import type { Launch } from './launch.ts';
import { type TextName, textsIn } from './texts.ts';

/** What the server answers about the user. */
export interface Me {
  readonly id: number;
  readonly platform: string;
  readonly language: string;
}

const element = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;
const main = document.querySelector('main') as HTMLElement;

/** The page. It shows what it is told, as text. */
export class View {
  readonly #text: ReturnType<typeof textsIn>;

  constructor({ language, groupId }: Launch) {
    this.#text = textsIn(language);
    document.documentElement.lang = language;
    document.title = this.#text('title');
    for (const labelled of document.querySelectorAll<HTMLElement>('[data-text]')) {
      labelled.textContent = this.#text(labelled.dataset.text as TextName);
    }
    element('community-text').textContent = this.#text('communityText', groupId ?? '');
    element('community').dataset.id = groupId ?? '';
    this.showAppearance(matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  }

  showAppearance(appearance: 'dark' | 'light'): void {
    document.documentElement.dataset.appearance = appearance;
  }

  onClick(id: 'ask' | 'settings', action: () => void): void {
    element(id).addEventListener('click', action);
  }

  showAsking(): void {
    main.setAttribute('aria-busy', 'true');
    this.#showStatus('title', 'asking');
  }

  showUser({ id, platform, language }: Me, isRenewed: boolean): void {
    this.#showState('accepted', true);
    element('title').textContent = this.#text('hello', id);
    element('status').textContent = this.#text(isRenewed ? 'renewed' : 'accepted');
    element('user-id').textContent = String(id);
    element('platform').textContent = platform;
    element('language').textContent = language;
  }

  showFault(name: 'refused' | 'banned' | 'outside' | 'busy' | 'unreachable', status = 0): void {
    this.#showState(name, false);
    this.#showStatus(name, `${name}Hint`, status);
  }

  /** The server's own words, or that it keeps them from this user. */
  showSettings(answer: string | null): void {
    element('settings-answer').textContent = answer ?? this.#text('settingsForbidden');
  }

  #showStatus(title: TextName, hint: TextName, value: string | number = ''): void {
    element('title').textContent = this.#text(title);
    element('status').textContent = this.#text(hint, value);
  }

  #showState(state: string, isKnown: boolean): void {
    main.setAttribute('aria-busy', 'false');
    main.dataset.state = state;
    element('user').hidden = !isKnown;
    element('community').hidden = !isKnown || element('community').dataset.id === '';
    element('settings-answer').textContent = '';
  }
}
