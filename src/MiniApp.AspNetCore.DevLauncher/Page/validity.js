// When the open launch is good, counted down by the server's clock as its scheme counts: in whole seconds, both ends good.

import { now, showMoment, span } from './clock.js';
import { setText, text } from './texts.js';

const element = id => document.getElementById(id);
const tick = 250;

let launch; // when the one is good that was signed last

/** What it is at a second, with the seconds until that changes, or since it has. */
function judge(second) {
  return second < launch.goodFrom ? { name: 'windowAhead', badge: 'warn', left: launch.goodFrom - second }
    : second <= launch.goodUntil ? { name: 'windowGood', badge: 'good', left: launch.goodUntil - second }
    : { name: 'windowOver', badge: 'bad', left: second - launch.goodUntil };
}

function update() {
  const at = now();
  if (!launch || at === undefined) {
    return;
  }
  const { name, badge, left } = judge(Math.floor(at / 1000));
  const state = element('window-state');
  if (state.dataset.text !== name) {
    setText(state, name); // it is read aloud: say it once
    element('window-badge').className = `badge ${badge}`;
    element('renew').hidden = badge === 'good';
  }
  element('window-left').textContent = span(left, text('day'));
}

/** Shows it, and counts from then on. */
export function showValidity(signed) {
  launch = signed;
  element('launch-window').hidden = false;
  showMoment(element('signed-at'), launch.signedAt * 1000).dateTime = new Date(launch.signedAt * 1000).toISOString();
  update();
}

/** @param renew called where the developer wants a fresh launch */
export function startValidity(renew) {
  element('renew').addEventListener('click', renew);
  setInterval(update, tick);
}
