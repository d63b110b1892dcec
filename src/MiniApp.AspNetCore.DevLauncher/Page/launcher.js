// Signs the launch that the form describes, and opens the mini app in a frame with it. What is the platform's own is in platform.js.

import { clearButtons } from './buttons.js';
import { clearCalls, updateCalls } from './calls.js';
import { hideClient, showClient, startClient } from './client.js';
import { copy } from './copy.js';
import { startAnew } from './dialog.js';
import { differences, fillFields, readFields } from './fields.js';
import { linkTo, readLink, writeLink } from './link.js';
import { clearPanel, showClaims, showHint } from './panel.js';
import { Host, fillForm, frameAddress, hintSilent, idOf, isPhone, platform, readForm, stored, tellsAppearance, updateForm } from './platform.js';
import { keepPicked, readPicked } from './picked.js';
import { leavePreset, startPresets } from './presets.js';
import { Outage, readClaims, readSettings, signLaunch } from './server.js';
import { watchForSilence } from './silence.js';
import { setLanguage, setText, text } from './texts.js';
import { startTools } from './tools.js';
import { showValidity, startValidity } from './validity.js';

const pause = 700;

// All that a page in a frame may need. To take the whole window elsewhere is not among it.
const sandbox = ['scripts', 'same-origin', 'forms', 'modals', 'downloads', 'pointer-lock', 'popups', 'popups-to-escape-sandbox',
  'storage-access-by-user-activation'].map(name => `allow-${name}`).join(' ');
const element = id => document.getElementById(id);
const form = element('launch-form');
const dark = matchMedia('(prefers-color-scheme: dark)');

let host;     // of the page in the frame
let endWatch; // for what that page does not say
let opened;   // the launch in the frame, as the form described it
let address;  // what the frame was opened with, or would be now
let token;    // of the launch that was signed last
let presses = 0; // of Open: what the last one asked for is what is shown, in whatever order the answers come
let defaults; // the form as the server fills it

function appearance() {
  const choice = element('appearance').value;
  return choice === 'system' ? (dark.matches ? 'dark' : 'light') : choice;
}

function showAppearance() {
  document.documentElement.dataset.appearance = element('appearance').value;
  host?.changeAppearance();
}

function showAddress() {
  const shown = element('frame-address');
  delete shown.dataset.text; // or the next change of the language says that no app is open
  shown.textContent = shown.title = address;
}

async function sign(launch, isWanted) {
  const signed = await signLaunch(launch.signed);
  if (isWanted()) {
    token = signed.token;
    address = frameAddress(signed.address, launch, appearance());
    showAddress();
    showValidity(signed.window);
    const ifShown = show => answer => signed.token === token && show(answer);
    readClaims(token).then(ifShown(showClaims), ifShown(showFault));
  }
  return signed;
}

/** Loads the page in a frame of its own, as it was opened. */
function load() {
  const url = new URL(address, location.origin);
  const own = new URL('.', location).pathname;
  if (url.origin === location.origin && [own, own.slice(0, -1), `${own}index.html`].includes(url.pathname)) {
    throw new Error(text('framesItself'));
  }

  host?.close();
  endWatch?.();
  clearPanel();
  clearButtons();
  startAnew();
  const frame = showClient({ platform, isPhone: isPhone(opened), title: `${text('theApp')} ${idOf(opened)}` });
  frame.ariaLabel = text('frame');
  frame.sandbox = sandbox;
  const current = new Host({
    frame, origin: url.origin, launch: opened, appearance, sign: launch => sign(launch, () => host === current), form,
  });
  host = current;
  endWatch = watchForSilence(frame, url, () => host?.isReady, fault => showHint(fault ?? hintSilent));
  frame.src = url;
}

async function open() {
  const launch = readForm(form);
  const press = ++presses;
  const isLast = () => press === presses;
  await sign(launch, isLast);
  if (!isLast()) {
    return;
  }
  opened = launch;
  load();
  element('copy-address').disabled = element('copy-token').disabled = false;
  element('stage').scrollIntoView({ block: 'nearest' });
}

function close() {
  host?.close();
  endWatch?.();
  host = undefined;
  clearButtons();
  startAnew();
  hideClient();
  setText(element('frame-empty'), 'frameClosed');
  element('open').focus();
}

function submit() {
  keep();
  showFault();

  // The polling would take away at once what is refused to this press alone.
  return open().catch(fault => showFault(fault instanceof Outage && fault.message ? new Error(fault.message) : fault));
}

function showFault(fault) {
  if (fault instanceof Outage) {
    showOutage(fault);
    return;
  }
  element('form-error').textContent = fault?.message ?? '';
  element('form-error').hidden = !fault;
}

/** Says at the top what keeps the page from working, until it works again. */
function showOutage(outage) {
  element('outage').hidden = !outage;
  element('outage-detail').textContent = outage?.message ?? '';
  if (outage) {
    setText(element('outage-text'), outage.name);
  }
  document.body.dataset.state = outage ? outage.name : 'ready';
}

function updateFields() {
  element('age-field').hidden = form.elements.kind.value !== 'aged';
  form.elements.ageMinutes.disabled = element('age-field').hidden;
  updateForm(form);
}

/** What is picked is there again after the page, or the server, was started again; and it is in the address. */
function keep() {
  const fields = readFields(form);
  keepPicked({ language: element('page-language').value, appearance: element('appearance').value, fields });
  if (defaults) {
    writeLink(differences(fields, defaults));
  }
}

/** Fills the form in: all that is not named is as at the start. */
function apply(fields) {
  fillFields(form, { ...defaults, ...fields });
  updateFields();
  keep();
}

function listen() {
  form.addEventListener('input', () => {
    updateFields();
    leavePreset();
  });
  form.addEventListener('change', keep);
  form.addEventListener('submit', event => {
    event.preventDefault();
    submit();
  });
  window.addEventListener('hashchange', () => {
    if (defaults) {
      leavePreset();
      apply(readLink() ?? differences(readFields(form), defaults));
    }
  });
  element('page-language').addEventListener('change', event => {
    setLanguage(event.target.value);
    keep();
  });

  dark.addEventListener('change', showAppearance);
  element('appearance').addEventListener('change', () => {
    showAppearance();
    keep();
  });

  element('clear-calls').addEventListener('click', clearCalls);
  const copyOn = (id, content) => element(id).addEventListener('click', ({ target }) => copy(target, content()).catch(showFault));
  copyOn('copy-address', () => new URL(address, location.origin).href);
  copyOn('copy-token', () => token);
  copyOn('copy-link', () => linkTo(differences(readFields(form), defaults)));
}

/** Fills the form with what the server offers, and keeps what is picked. */
async function fill(picked) {
  const settings = await readSettings();
  const kept = picked ?? readFields(form);
  form.reset();
  fillForm(form, settings);
  defaults = readFields(form);
  apply(kept);
}

/** Shows the calls as they come. After an outage the server may be another one, that offers something else. */
async function watch(saved) {
  let picked = saved; // until the form was filled for the first time
  for (let isFilled = false; ; await new Promise(resolve => setTimeout(resolve, pause))) {
    try {
      if (!isFilled) {
        await fill(picked);
        picked = undefined;
        isFilled = true;
      }
      if (!document.hidden) {
        await updateCalls();
      }
      showOutage();
    } catch (fault) {
      isFilled = false;
      showFault(fault);
    }
  }
}

function start() {
  const saved = readPicked();
  element('appearance').parentElement.hidden = !tellsAppearance;
  element('appearance').value = ['light', 'dark'].includes(saved.appearance) ? saved.appearance : 'system';
  element('page-language').value = setLanguage(saved.language ?? navigator.language.slice(0, 2));
  showAppearance();
  updateFields();
  listen();
  startClient({ close, reload: load, openAlone: () => window.open(address, '_blank', 'noopener,noreferrer') });
  startPresets(`${stored} presets`, { describe: () => differences(readFields(form), defaults), apply });
  startValidity(() => {
    form.elements.kind.value = 'fresh';
    updateFields();
    submit();
  });
  startTools(form);
  watch(readLink() ?? saved.fields ?? {});
}

start();
