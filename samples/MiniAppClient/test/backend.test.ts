import assert from 'node:assert/strict';
import { afterEach, mock, test } from 'node:test';
import { Backend } from '../src/backend.ts';

const expired = 'Bearer error="invalid_token", error_description="In words that may change", reason="expired"';
const stale =
  'Bearer error="insufficient_user_authentication", error_description="Also in words", reason="stale", max_age="300"';
const forged =
  'Bearer error="invalid_token", error_description="The launch parameters have expired, say the words", reason="banned"';

const answer = (status: number, challenge?: string) =>
  new Response(null, { status, headers: challenge ? { 'WWW-Authenticate': challenge } : {} });

/** A server that knows one launch, and refuses every other with a challenge. Returns the launches that it saw. */
function serve(accepted: string, challenge: string): string[] {
  const seen: string[] = [];
  mock.method(globalThis, 'fetch', async (_path: string, { headers }: { headers: { Authorization: string } }) => {
    seen.push(headers.Authorization);
    return headers.Authorization === `Bearer ${accepted}` ? answer(200) : answer(401, challenge);
  });
  return seen;
}

afterEach(() => mock.restoreAll());

test('A launch that is accepted is not renewed', async () => {
  const seen = serve('good', expired);
  const renew = mock.fn(async () => 'new');

  assert.equal((await new Backend('good', renew).get('/me')).status, 200);
  assert.deepEqual(seen, ['Bearer good']);
  assert.equal(renew.mock.callCount(), 0);
});

test('An expired launch is renewed, the call repeated, and the new launch kept', async () => {
  const seen = serve('new', expired);
  const renew = mock.fn(async () => 'new');
  const backend = new Backend('old', renew);

  assert.equal((await backend.get('/me')).status, 200);
  assert.equal((await backend.get('/me')).status, 200);
  assert.deepEqual(seen, ['Bearer old', 'Bearer new', 'Bearer new']);
  assert.equal(renew.mock.callCount(), 1);
});

test('A launch that is too old for what was asked is renewed like an expired one, also among challenges of other schemes', async () => {
  const seen = serve('new', `Basic, ${stale}`);

  assert.equal((await new Backend('old', async () => 'new').get('/me')).status, 200);
  assert.deepEqual(seen, ['Bearer old', 'Bearer new']);
});

test('A launch that is refused for another reason is not renewed', async () => {
  const seen = serve('good', forged);
  const renew = mock.fn(async () => 'new');

  assert.equal((await new Backend('bad', renew).get('/me')).status, 401);
  assert.deepEqual(seen, ['Bearer bad']);
  assert.equal(renew.mock.callCount(), 0);
});

test('A renewed launch that has expired as well ends it', async () => {
  const seen = serve('good', expired);

  assert.equal((await new Backend('old', async () => 'older').get('/me')).status, 401);
  assert.deepEqual(seen, ['Bearer old', 'Bearer older']);
});

test('Where nobody renews, the refusal stands, and the next call tries again', async () => {
  serve('new', expired);
  const answers = [Promise.reject(new Error('not in VK')), Promise.resolve('new')];
  const backend = new Backend('old', () => answers.shift() as Promise<string>);

  assert.equal((await backend.get('/me')).status, 401);
  assert.equal((await backend.get('/me')).status, 200);
});

test('Calls that find the launch expired together share one renewal', async () => {
  const seen = serve('new', expired);
  const renew = mock.fn(async () => 'new');
  const backend = new Backend('old', renew);

  const statuses = (await Promise.all([backend.get('/me'), backend.get('/community')])).map(({ status }) => status);
  assert.deepEqual(statuses, [200, 200]);
  assert.equal(seen.length, 4);
  assert.equal(renew.mock.callCount(), 1);
});
