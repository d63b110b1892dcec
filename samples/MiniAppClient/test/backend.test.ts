import assert from 'node:assert/strict';
import { afterEach, mock, test } from 'node:test';
import { Backend } from '../src/backend.ts';
import { Launches } from '../src/launches.ts';
import { FakeServer } from './fakeServer.ts';

const none = async (): Promise<string> => {
  throw new Error('not in VK');
};
const open = (query: string, renew: () => Promise<string> = none, pause = async () => {}) =>
  new Backend(new Launches(query, renew, pause));

afterEach(() => mock.restoreAll());

test('A launch is exchanged once, and calls go by the session', async () => {
  const server = new FakeServer();
  const backend = open('good');

  assert.equal((await backend.get('/me')).status, 200);
  assert.equal((await backend.get('/me')).status, 200);
  assert.deepEqual(server.calls, ['POST /session good', 'GET /me access1', 'GET /me access1']);
});

test('Calls at the same time share one exchange', async () => {
  const server = new FakeServer();
  const backend = open('good');

  await Promise.all([backend.get('/me'), backend.get('/me'), backend.get('/me')]);
  assert.equal(server.calls.filter(call => call.startsWith('POST')).length, 1);
});

test('Every exchange of a page shows the same binding, which a server takes', async () => {
  const server = new FakeServer();

  await open('good').get('/me');
  await open('good').get('/me');
  const bindings = server.seen.map(({ binding }) => binding).filter(binding => binding !== undefined);
  assert.match(bindings[0] ?? '', /^[A-Za-z0-9_-]{16,128}$/);
  assert.deepEqual(bindings, [bindings[0], bindings[0]]);
});

test('A session whose access has expired is refreshed, and the call repeated', async () => {
  const server = new FakeServer();
  const backend = open('good');
  await backend.get('/me');
  server.oldest = 2;

  assert.equal((await backend.get('/me')).status, 200);
  assert.deepEqual(server.calls.slice(2), ['GET /me access1', 'POST /session/refresh refresh1', 'GET /me access2']);
});

test('Calls that find the session expired together share one refresh', async () => {
  const server = new FakeServer();
  const backend = open('good');
  await backend.get('/me');
  server.oldest = 2;

  const statuses = (await Promise.all([backend.get('/me'), backend.get('/me')])).map(({ status }) => status);
  assert.deepEqual(statuses, [200, 200]);
  assert.equal(server.calls.filter(call => call.includes('refresh ')).length, 1);
});

test('A session that has ended is begun anew by the launch', async () => {
  const server = new FakeServer();
  const backend = open('good');
  await backend.get('/me');
  server.oldest = 2;
  server.refreshRefusal = 'replayed';

  assert.equal((await backend.get('/me')).status, 200);
  assert.deepEqual(server.calls.slice(3), ['POST /session/refresh refresh1', 'POST /session good', 'GET /me access2']);
});

for (const reason of ['expired', 'stale', 'replayed', 'revoked']) {
  test(`A launch that is ${reason} is renewed, and the new one exchanged`, async () => {
    const server = new FakeServer();
    server.launchRefusal = reason;
    const renew = mock.fn(async () => 'good');

    assert.equal((await open('old', renew).get('/me')).status, 200);
    assert.deepEqual(server.calls, ['POST /session old', 'POST /session good', 'GET /me access1']);
    assert.equal(renew.mock.callCount(), 1);
  });
}

for (const reason of ['banned', 'something', '']) {
  test(`A launch that is refused for "${reason}" is not renewed, and the refusal is the answer`, async () => {
    const server = new FakeServer();
    server.launchRefusal = reason;
    const renew = mock.fn(async () => 'good');

    assert.equal((await open('old', renew).get('/me')).status, 401);
    assert.deepEqual(server.calls, ['POST /session old']);
    assert.equal(renew.mock.callCount(), 0);
  });
}

test('Where nobody renews, the refusal stands, and the next call tries again', async () => {
  new FakeServer();
  const answers = [Promise.reject(new Error('not in VK')), Promise.resolve('good')];
  const backend = open('old', () => answers.shift() as Promise<string>);

  assert.equal((await backend.get('/me')).status, 401);
  assert.equal((await backend.get('/me')).status, 200);
});

test('A renewed launch that is refused as well ends it', async () => {
  const server = new FakeServer();

  assert.equal((await open('old', async () => 'older').get('/me')).status, 401);
  assert.deepEqual(server.calls, ['POST /session old', 'POST /session older']);
});

for (const reason of ['replayed', 'revoked']) {
  test(`A new launch of the second of one that is ${reason} is renewed again, a second later`, async () => {
    const server = new FakeServer();
    server.launchRefusal = reason;
    const answers = ['same', 'good'];
    const pause = mock.fn(async () => {});

    assert.equal((await open('old', async () => answers.shift() ?? '', pause).get('/me')).status, 200);
    assert.deepEqual(server.calls, [
      'POST /session old',
      'POST /session same',
      'POST /session good',
      'GET /me access1',
    ]);
    assert.equal(pause.mock.callCount(), 1);
  });

  test(`A launch that stays ${reason} is renewed three times, and no more`, async () => {
    const server = new FakeServer();
    server.launchRefusal = reason;
    const renew = mock.fn(async () => 'same');

    assert.equal((await open('old', renew).get('/me')).status, 401);
    assert.equal(server.calls.length, 4);
    assert.equal(renew.mock.callCount(), 3);
  });
}

test('A user who is kept out since the session began is told so, without another attempt', async () => {
  const server = new FakeServer();
  const renew = mock.fn(async () => 'good');
  const backend = open('good', renew);
  await backend.get('/me');
  server.oldest = 2;
  server.accessRefusal = 'banned';

  const answer = await backend.get('/me');
  assert.match(answer.headers.get('WWW-Authenticate') ?? '', /reason="banned"/);
  assert.deepEqual(server.calls.slice(2), ['GET /me access1']);

  server.oldest = 0;
  assert.equal((await backend.get('/me')).status, 200);
  assert.equal(renew.mock.callCount(), 0);
});

test('A user whom a refresh finds kept out is told so, and no session is begun', async () => {
  const server = new FakeServer();
  const backend = open('good');
  await backend.get('/me');
  server.oldest = 2;
  server.refreshRefusal = 'banned';

  assert.match((await backend.get('/me')).headers.get('WWW-Authenticate') ?? '', /reason="banned"/);
  assert.deepEqual(server.calls.slice(2), ['GET /me access1', 'POST /session/refresh refresh1']);
});

test('A server that can tell nothing now is asked again by the next call', async () => {
  const server = new FakeServer();
  server.status = 503;
  const backend = open('good');

  assert.equal((await backend.get('/me')).status, 503);
  server.status = 200;
  assert.equal((await backend.get('/me')).status, 200);
});

test('A session that can not be refreshed for now is kept, and refreshed by a later call', async () => {
  const server = new FakeServer();
  const backend = open('good');
  await backend.get('/me');
  server.oldest = 2;
  server.launch = 'another'; // the page's own has expired since

  server.refreshOutage = 503;
  assert.equal((await backend.get('/me')).status, 503);
  server.refreshOutage = 'no answer';
  await assert.rejects(Promise.all([backend.get('/me'), backend.get('/me')]), TypeError);
  server.refreshOutage = undefined;
  assert.equal((await backend.get('/me')).status, 200);
  assert.deepEqual(server.calls.slice(-2), ['POST /session/refresh refresh1', 'GET /me access2']);
});

test('Calls that get no session are each answered with a body of their own', async () => {
  const server = new FakeServer();
  server.status = 503;
  const backend = open('good');

  const answers = await Promise.all([backend.get('/me'), backend.get('/me')]);
  assert.deepEqual(await Promise.all(answers.map(answer => answer.text())), ['', '']);
});

test('What only a launch can tell is asked by the launch, and the launch renewed', async () => {
  const server = new FakeServer();
  const backend = open('old', async () => 'good');

  assert.equal((await backend.getByLaunch('/roles')).status, 200);
  assert.deepEqual(server.calls, ['GET /roles old', 'GET /roles good']);
});

test('Calls that need a fresh launch together share one renewal', async () => {
  new FakeServer();
  const renew = mock.fn(async () => 'good');
  const backend = open('old', renew);

  const statuses = (await Promise.all([backend.getByLaunch('/roles'), backend.get('/me')])).map(({ status }) => status);
  assert.deepEqual(statuses, [200, 200]);
  assert.equal(renew.mock.callCount(), 1);
});
