// The platform's client around the frame, as it looks on a phone and on a desktop.

import { timeOfDay } from './clock.js';
import { startMenu } from './menu.js';
import { onLanguage } from './texts.js';

const element = id => document.getElementById(id);
const client = element('client');

const showTime = () => { element('client-time').textContent = timeOfDay(Date.now()); };

/** Takes the page of before away, and makes a frame for another. */
export function showClient({ platform, isPhone, title }) {
  client.dataset.platform = platform;
  client.dataset.device = isPhone ? 'phone' : 'desktop';
  element('client-title').textContent = element('client-title').title = title;
  showTime();

  const frame = document.createElement('iframe');
  frame.id = 'app-frame';
  frame.dataset.label = 'frame';
  frame.allow = 'clipboard-read; clipboard-write; fullscreen; geolocation';
  element('client-frame').replaceChildren(frame);
  element('frame-empty').hidden = true;
  client.hidden = false;
  return frame;
}

/** Takes the page away, and says so. */
export function hideClient() {
  client.hidden = true;
  element('client-frame').replaceChildren();
  element('frame-empty').hidden = false;
}

/**
 * What the client's own buttons do.
 * @param actions close, reload and openAlone
 */
export function startClient({ close, reload, openAlone }) {
  element('client-close').addEventListener('click', close);
  element('client-reload').addEventListener('click', reload);
  element('client-open-alone').addEventListener('click', openAlone);
  startMenu(element('client-menu-button'), element('client-menu'));
  onLanguage(showTime);
}
