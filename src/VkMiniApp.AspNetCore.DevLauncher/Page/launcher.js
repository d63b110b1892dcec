// Signs the launch that the form describes, and opens the mini app in a frame with it.

import { BridgeError, BridgeHost, launchParams } from './bridge.js';
import { clearPanel, showBridge, showVerdict, watchCalls } from './panel.js';
import { readClaims, readSettings, signHash, signLaunch } from './server.js';
import { setLanguage, setText, text } from './texts.js';

const stored = 'vk-mini-app-launcher';
const element = id => document.getElementById(id);
const form = element('launch-form');
const dark = matchMedia('(prefers-color-scheme: dark)');

let bridge;  // to the page in the frame
let current; // the launch it was opened with
let signed;  // the same, as it was signed last

/** The launch in the words of the server. */
function readForm() {
  const { elements: fields } = form;
  const textOf = name => fields[name].value.trim();
  return {
    appId: textOf('appId') || null,
    userId: textOf('userId'),
    kind: textOf('kind'),
    ageSeconds: Math.round(Number(textOf('ageMinutes')) * 60),
    platform: textOf('platform'),
    language: textOf('language'),
    scopes: textOf('scopes').split(',').map(scope => scope.trim()).filter(Boolean),
    areNotificationsEnabled: fields.areNotificationsEnabled.checked,
    isAppUser: fields.isAppUser.checked,
    isFavorite: fields.isFavorite.checked,
    ref: textOf('ref') || null,
    groupId: textOf('groupId') || null,
    viewerGroupRole: textOf('groupId') ? textOf('role') : null,
    fragment: textOf('fragment') || null,
  };
}

async function sign(launch) {
  signed = await signLaunch(launch);
  element('frame-address').textContent = signed.address;
  element('frame-address').title = signed.address;
  readClaims(signed.token).then(showVerdict, showFault);
  return signed;
}

/** Time heals what is wrong with the time alone: VK signs anew for a page that asks. A forger stays one. */
const renew = launch => sign(['forged', 'anotherApp'].includes(launch.kind) ? launch : { ...launch, kind: 'fresh' });

const bridgeMethods = {
  VKWebAppInit: () => {
    setTimeout(updateConfig);
    return { result: true };
  },
  VKWebAppGetConfig: config,
  VKWebAppCreateHash: ({ payload = '' }) => signHash({ appId: current.appId, userId: current.userId, payload }).catch(() => {
    throw new BridgeError(5, 'Invalid params');
  }),
  VKWebAppGetLaunchParams: async () => launchParams((await renew(current)).query),
};

const updateConfig = () => bridge?.send('VKWebAppUpdateConfig', config());

function config() {
  const choice = element('appearance').value;
  const appearance = choice === 'system' ? (dark.matches ? 'dark' : 'light') : choice;
  return {
    app_id: current.appId,
    appearance,
    scheme: `vkcom_${appearance}`,
    viewport_width: innerWidth,
    viewport_height: innerHeight,
    api_host: 'api.vk.com',
    is_layer: false,
  };
}

async function open() {
  current = readForm();
  const { address } = await sign(current);
  const url = new URL(address, location.origin);

  bridge?.close();
  clearPanel();
  const frame = document.createElement('iframe');
  frame.id = 'app-frame';
  frame.title = text('frame');
  frame.allow = 'clipboard-read; clipboard-write; fullscreen; geolocation';
  element('frame-host').className = /mobile|android|iphone|mvk/.test(current.platform) ? 'phone' : '';
  element('frame-host').replaceChildren(frame);
  bridge = new BridgeHost(frame, url.origin, bridgeMethods, showBridge);
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
  form.elements.role.disabled = !form.elements.groupId.value.trim();
  element('age-field').hidden = form.elements.kind.value !== 'aged';
  form.elements.ageMinutes.disabled = element('age-field').hidden;
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

  dark.addEventListener('change', updateConfig);
  element('appearance').addEventListener('change', () => {
    updateConfig();
    remember();
  });

  element('copy-address').addEventListener('click', event => copy(event.target, new URL(signed.address, location.origin).href));
  element('copy-token').addEventListener('click', event => copy(event.target, signed.token));
}

async function start() {
  const options = values => values.map(value => new Option(value));
  try {
    const { appIds, platforms, roles } = await readSettings();
    form.elements.appId.replaceChildren(...options(appIds));
    form.elements.platform.replaceChildren(...options(platforms));
    form.elements.role.replaceChildren(...options(roles));
    form.elements.role.value = 'admin';
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
