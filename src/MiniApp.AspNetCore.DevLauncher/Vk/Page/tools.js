// A payment notification as VK's server would send it. The launcher signs it; this page posts it, to its own origin alone.

import { indent } from './json.js';
import { send } from './server.js';
import { setText } from './texts.js';

const patience = 30_000;
const longestAnswer = 16 * 1024;
const element = id => document.getElementById(id);
const valueOf = id => element(id).value.trim();

function describe({ elements: fields }) {
  return {
    appId: fields.appId.value || null,
    userId: fields.userId.value.trim(),
    type: valueOf('payment-type'),
    isTest: element('payment-is-test').checked,
    item: valueOf('payment-item'),
    orderId: valueOf('payment-order'),
    isForged: element('payment-is-forged').checked,
  };
}

/** The address in the application, or undefined where a path leads out of it. */
function resolve(path) {
  const address = new URL(path, location.origin);
  return path.startsWith('/') && address.origin === location.origin ? address : undefined;
}

async function post(address, body) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body,
    credentials: 'omit',
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
  });
  return { status: response.status, text: (await response.text()).slice(0, longestAnswer) };
}

/** Whether VK could read an answer: a status of 200, and JSON with one of two members. */
function isReadable(status, text) {
  try {
    const { response, error } = JSON.parse(text) ?? {};
    return status === 200 && (response === undefined) !== (error === undefined);
  } catch {
    return false;
  }
}

function showAnswer({ status, text }) {
  const isGood = isReadable(status, text);
  element('payment-status').textContent = status || '3xx'; // a redirect's own status is not told
  element('payment-status').className = `badge ${isGood ? 'good' : 'bad'}`;
  setText(element('payment-verdict'), isGood ? 'paymentReadable' : 'paymentUnreadable');
  element('payment-body').textContent = indent(text);
  element('payment-body').hidden = text === '';
  element('payment-answer').hidden = false;
  element('payment-answer').scrollIntoView({ block: 'nearest' });
}

function showFault(name) {
  element('payment-error').hidden = !name;
  delete element('payment-error').dataset.text;
  if (name) {
    setText(element('payment-error'), name);
  }
}

async function sendPayment(form) {
  showFault();
  element('payment-answer').hidden = true;
  const address = resolve(valueOf('payment-path'));
  if (!address) {
    showFault('paymentElsewhere');
    return;
  }
  const { body } = await send('payment', describe(form));
  await post(address, body).then(showAnswer, () => showFault('paymentUnanswered'));
}

export function startTools(form) {
  element('payment-form').addEventListener('submit', event => {
    event.preventDefault();
    const button = element('send-payment');
    button.disabled = true;
    sendPayment(form).catch(fault => showFault(fault.message)).finally(() => {
      button.disabled = false;
      button.focus();
    });
  });
}
