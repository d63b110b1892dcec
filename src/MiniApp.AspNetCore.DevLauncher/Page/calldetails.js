// What went over the wire in a call. Tokens are shown cut; a copy has them, for it is for the developer's own terminal.

import { copy } from './copy.js';
import { showMoment } from './clock.js';
import { indent } from './json.js';
import { make, translated } from './rows.js';
import { headersOf, shortAddress, shortBody, shortHeader, toCurl, toHttp } from './wire.js';

function copyButton(name, content) {
  const button = translated('button', '', name);
  button.type = 'button';
  button.addEventListener('click', () => copy(button, content));
  return button;
}

function headersTable(headers) {
  const table = make('dl', '');
  table.append(...headers.flatMap(({ name, value }) => [make('dt', '', name), make('dd', '', shortHeader(value))]));
  return table;
}

function bodyOf({ text, length, isCut }, nothing) {
  if (length === 0) {
    return [translated('p', 'hint', nothing)];
  }
  const size = make('p', 'hint', `${length} `);
  size.append(translated('span', '', text === null ? 'bytesNotShown' : isCut ? 'bytesCut' : 'bytes'));
  if (text === null) {
    return [size];
  }
  const content = make('pre', '', shortBody(indent(text)));
  content.tabIndex = 0; // it scrolls by the keyboard too
  return [content, size];
}

function responseTitle({ status }) {
  const title = translated('h3', '', 'response');
  const line = make('div', 'bar');
  line.append(title, make('span', '', status));
  return line;
}

/** Headers that say nothing of the call itself, for who looks for them. */
function otherHeaders(headers) {
  const others = make('details', '');
  others.hidden = headers.length === 0;
  others.append(translated('summary', '', 'otherHeaders'), headersTable(headers));
  return others;
}

/** A body that was cut, or is no text, would make the copy another request. */
function copies(call) {
  const { text, length, isCut } = call.details.requestBody;
  if (isCut || (text === null && length > 0)) {
    return [translated('span', 'hint', 'noCopy')];
  }
  const http = toHttp(call);
  return [copyButton('copyCurl', toCurl(call)), http ? copyButton('copyHttp', http) : translated('span', 'hint', 'noHttp')];
}

/** Puts all of it into a row that is opened. */
export function showDetails(row, call) {
  const { details } = call;
  const buttons = make('div', 'bar');
  const told = headersOf(details);
  buttons.append(...copies(call));

  const content = make('div', 'wire');
  content.dataset.testid = 'wire';
  content.append(
    buttons,
    ...(buttons.querySelector('button') ? [translated('p', 'hint', 'copyHint')] : []),
    make('p', 'address', `${call.method} ${shortAddress(details.address)}`),
    showMoment(make('p', 'hint'), details.at),
    translated('h3', '', 'request'),
    headersTable(told),
    otherHeaders(details.requestHeaders.filter(header => !told.includes(header))),
    ...bodyOf(details.requestBody, 'noRequestBody'),
    responseTitle(call),
    headersTable(details.responseHeaders),
    ...bodyOf(details.responseBody, 'noResponseBody'));
  row.append(content);
}
