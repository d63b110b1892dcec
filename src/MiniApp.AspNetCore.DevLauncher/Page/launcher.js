// Signs the launch that the form describes, and opens the mini app in a frame with it. What is the platform's own is in platform.js.

import { clearPanel, showClaims, watchCalls } from './panel.js';
import { Host, fillForm, frameAddress, isPhone, readForm, stored, updateForm } from './platform.js';
import { readClaims, readSettings, signLaunch } from './server.js';
import { setLanguage, setText, text } from './texts.js';

const element = id => document.getElementById(id);
const form = element('launch-form');
const dark = matchMedia('(prefers-color-scheme: dark)');

let host;    // of the page in the frame
let address; // what the frame was opened with, or would be now
let token;   // of the launch that was signed last

function appearance() {
  const choice = element('appearance').value;
  return choice === 'system' ? (dark.matches ? 'dark' : 'light') : choice;
}

async function sign(launch) {
  const signed = await signLaunch(launch.signed);
  token = signed.token;
  address = frameAddress(signed.address, launch, appearance());
  element('frame-address').textContent = address;
  element('frame-address').title = address;
  readClaims(token).then(showClaims, showFault);
  return signed;
}

async function open() {
  const launch = readForm(form);
  await sign(launch);
  const url = new URL(address, location.origin);

  host?.close();
  clearPanel();
  const frame = document.createElement('iframe');
  frame.id = 'app-frame';
  frame.title = text('frame');
  frame.allow = 'clipboard-read; clipboard-write; fullscreen; geolocation';
  element('frame-host').className = isPhone(launch) ? 'phone' : '';
  element('frame-host').replaceChildren(frame);
  host = new Host({ frame, origin: url.origin, launch, appearance, sign });
  frame.src = url;

  element('copy-address').disabled = element('copy-token').disabled = false;
  element('stage').scrollIntoView({ block: 'nearest' });
}

function showFault(fault) {
  element('form-error').textContent = fault?.message ?? '';
  element('form-error').hidden = !fault;
}

async function copy(button, content) {
  await navigator.clipboard.writeText(content);
  const name = button.dataset.text;
  setText(button, 'copied');
  setTimeout(() => setText(button, name), 1500);
}

function updateFields() {
  element('age-field').hidden = form.elements.kind.value !== 'aged';
  form.elements.ageMinutes.disabled = element('age-field').hidden;
  updateForm(form);
}

/** What was picked is there again after the page, or the server, was started again. */
function remember() {
  const fields = [...form.elements].filter(field => field.name).map(field => [field.name, field.type === 'checkbox' ? field.checked : field.value]);
  const page = { language: element('page-language').value, appearance: element('appearance').value };
  localStorage.setItem(stored, JSON.stringify({ ...page, fields: Object.fromEntries(fields) }));
}

function recall() {
  let saved = {};
  try {
    saved = JSON.parse(localStorage.getItem(stored)) ?? {};
  } catch {
    // Not ours: start afresh.
  }

  for (const [name, value] of Object.entries(saved.fields ?? {})) {
    const field = form.elements[name];
    const isOffered = field && (field.tagName !== 'SELECT' || [...field.options].some(option => option.value === value));
    if (isOffered) {
      field[field.type === 'checkbox' ? 'checked' : 'value'] = value;
    }
  }
  element('appearance').value = ['light', 'dark'].includes(saved.appearance) ? saved.appearance : 'system';
  element('page-language').value = setLanguage(saved.language ?? navigator.language.slice(0, 2));
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

  element('copy-address').addEventListener('click', event => copy(event.target, new URL(address, location.origin).href));
  element('copy-token').addEventListener('click', event => copy(event.target, token));
}

async function start() {
  try {
    fillForm(form, await readSettings());
  } catch (fault) {
    showFault(fault);
  }
  recall();
  updateFields();
  listen();
  document.body.dataset.state = 'ready';
  watchCalls();
}

start();
