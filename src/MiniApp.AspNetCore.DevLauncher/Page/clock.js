// The server's clock, by which launches are judged, and times in words of this browser's time zone.

import { language, onLanguage } from './texts.js';

let lead; // of the server's clock over this tab's stopwatch

/** Sets the clock to what the server says now, in milliseconds. */
export function setClock(now) {
  lead = now - performance.now();
}

/** The server's time in milliseconds; undefined until it has said one. */
export const now = () => lead === undefined ? undefined : lead + performance.now();

/** To the second. */
const moment = milliseconds =>
  new Date(milliseconds).toLocaleString(language(), { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** Puts a moment into an element, and keeps it there in the page's language. */
export function showMoment(element, milliseconds) {
  element.dataset.moment = milliseconds;
  element.textContent = moment(milliseconds);
  return element;
}

onLanguage(() => document.querySelectorAll('[data-moment]').forEach(element => showMoment(element, Number(element.dataset.moment))));

/** The time of day, as a phone shows it. */
export const timeOfDay = milliseconds => new Date(milliseconds).toLocaleTimeString(language(), { hour: 'numeric', minute: '2-digit', hour12: false });

const twoDigits = number => String(number).padStart(2, '0');

/** A span of seconds, as 59:07, 1:02:03 or, where it is days, 3 d 4:05:06. */
export function span(seconds, day) {
  const [days, hours, minutes, rest] = [Math.floor(seconds / 86400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60];
  const clock = days || hours ? `${hours}:${twoDigits(minutes)}:${twoDigits(rest)}` : `${minutes}:${twoDigits(rest)}`;
  return days ? `${days} ${day} ${clock}` : clock;
}
