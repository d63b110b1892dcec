// Signs the launch that the form describes, and opens the mini app in a frame with it. What is the platform's own is in platform.js.

import { clearButtons } from './buttons.js';
import { startAnew } from './dialog.js';
import { clearCalls, clearPanel, showClaims, showHint, updateCalls } from './panel.js';
import { Host, fillForm, frameAddress, hintSilent, isPhone, readForm, stored, tellsAppearance, updateForm } from './platform.js';
import { Outage, readClaims, readSettings, signLaunch } from './server.js';
import { watchForSilence } from './silence.js';
import { setLanguage, setText, text } from './texts.js';

const pause = 700;

// All that a page in a frame may need. To take the whole window elsewhere is not among it.
const sandbox = ['scripts', 'same-origin', 'forms', 'modals', 'downloads', 'pointer-lock', 'popups', 'popups-to-escape-sandbox',
  'storage-access-by-user-activation'].map(name => `allow-${name}`).join(' ');
const element = id => document.getElementById(id);
const form = element('launch-form');
const dark = matchMedia('(prefers-color-scheme: dark)');

let host;    // of the page in the frame
let endWatch; // for what that page does not say
let address; // what the frame was opened with, or would be now
let token;   // of the launch that was signed last

function appearance() {
  const choice = element('appearance').value;
  return choice === 'system' ? (dark.matches ? 'dark' : 'light') : choice;
}

function showAddress() {
  const shown = element('frame-address');
  delete shown.dataset.text; // or the next change of the language says that no app is open
  shown.textContent = shown.title = address;
}

async function sign(launch) {
  const signed = await signLaunch(launch.signed);
  token = signed.token;
  address = frameAddress(signed.address, launch, appearance());
  showAddress();
  readClaims(token).then(showClaims, showFault);
  return signed;
}

async function open() {
  const launch = readForm(form);
  await sign(launch);
  const url = new URL(address, location.origin);
  if (url.origin === location.origin && `${url.pathname}/`.startsWith(new URL('.', location).pathname)) {
    throw new Error(text('framesItself'));
  }

  host?.close();
  endWatch?.();
  clearPanel();
  clearButtons();
  startAnew();
  const frame = document.createElement('iframe');
  frame.id = 'app-frame';
  frame.dataset.label = 'frame';
  frame.ariaLabel = text('frame');
  frame.allow = 'clipboard-read; clipboard-write; fullscreen; geolocation';
  frame.sandbox = sandbox;
  element('frame-host').className = isPhone(launch) ? 'phone' : '';
  element('frame-host').replaceChildren(frame);
  host = new Host({ frame, origin: url.origin, launch, appearance, sign, form });
  endWatch = watchForSilence(frame, url, () => host.isReady, fault => showHint(fault ?? hintSilent));
  frame.src = url;

  element('copy-address').disabled = element('copy-token').disabled = false;
  element('stage').scrollIntoView({ block: 'nearest' });
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

async function copy(button, name, content) {
  await navigator.clipboard.writeText(content);
  setText(button, 'copied');
  setTimeout(() => setText(button, name), 1500);
}

function updateFields() {
  element('age-field').hidden = form.elements.kind.value !== 'aged';
  form.elements.ageMinutes.disabled = element('age-field').hidden;
  updateForm(form);
}

function describe() {
  const fields = [...form.elements].filter(field => field.name).map(field => [field.name, field.type === 'checkbox' ? field.checked : field.value]);
  return { language: element('page-language').value, appearance: element('appearance').value, fields: Object.fromEntries(fields) };
}

/** What was picked is there again after the page, or the server, was started again. */
function remember() {
  localStorage.setItem(stored, JSON.stringify(describe()));
}

function recall() {
  try {
    return JSON.parse(localStorage.getItem(stored)) ?? {};
  } catch {
    // Not ours: start afresh.
    return {};
  }
}

function restore(saved) {
  for (const [name, value] of Object.entries(saved.fields ?? {})) {
    const field = form.elements[name];
    const isOffered = field && (field.tagName !== 'SELECT' || [...field.options].some(option => option.value === value));
    if (isOffered) {
      field[field.type === 'checkbox' ? 'checked' : 'value'] = value;
    }
  }
  updateFields();
}

function listen() {
  form.addEventListener('input', updateFields);
  form.addEventListener('submit', event => {
    event.preventDefault();
    remember();
    showFault();
    open().catch(showFault);
  });
  element('page-language').addEventListener('change', event => {
    setLanguage(event.target.value);
    remember();
  });

  dark.addEventListener('change', () => host?.changeAppearance());
  element('appearance').addEventListener('change', () => {
    host?.changeAppearance();
    remember();
  });

  element('copy-address').addEventListener('click', ({ target }) =>
    copy(target, 'copyAddress', new URL(address, location.origin).href).catch(showFault));
  element('copy-token').addEventListener('click', ({ target }) => copy(target, 'copyToken', token).catch(showFault));
  element('clear-calls').addEventListener('click', clearCalls);
}

/** Fills the form with what the server offers, and keeps what is picked. */
async function fill(picked) {
  const settings = await readSettings();
  const kept = picked ?? describe();
  fillForm(form, settings);
  restore(kept);
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
  const saved = recall();
  element('appearance').parentElement.hidden = !tellsAppearance;
  element('appearance').value = ['light', 'dark'].includes(saved.appearance) ? saved.appearance : 'system';
  element('page-language').value = setLanguage(saved.language ?? navigator.language.slice(0, 2));
  updateFields();
  listen();
  watch(saved);
}

start();
