import { isBanned } from './answers.ts';
import { Backend } from './backend.ts';
import { readLaunch } from './launch.ts';
import { Launches } from './launches.ts';
import { type Me, View } from './view.ts';
import { greet, renewLaunch } from './vk.ts';

const query = location.search.slice(1);
const view = new View(readLaunch(query));
let isRenewed = false;

const backend = new Backend(
  new Launches(query, async () => {
    const renewed = await renewLaunch();
    isRenewed = true;
    return renewed;
  }),
);

async function askWhoIsThere(): Promise<void> {
  if (!query) {
    view.showFault('outside');
    return;
  }

  view.showAsking();
  isRenewed = false;
  const response = await backend.get('/me');
  if (response.ok) {
    view.showUser((await response.json()) as Me, isRenewed);
  } else {
    showFaultOf(response);
  }
}

async function askForSettings(): Promise<void> {
  const response = await backend.getByLaunch('/community/settings');
  if (response.ok || response.status === 403) {
    view.showSettings(response.ok ? await response.text() : null);
  } else {
    showFaultOf(response);
  }
}

function showFaultOf(response: Response): void {
  const isOfServer = response.status === 429 || response.status >= 500; // it says nothing of the launch
  const fault = isOfServer ? 'busy' : isBanned(response) ? 'banned' : 'refused';
  view.showFault(fault, response.status);
}

const start = (action: () => Promise<void>) => () => {
  action().catch(() => view.showFault('unreachable'));
};

view.onClick('ask', start(askWhoIsThere));
view.onClick('settings', start(askForSettings));
greet(appearance => view.showAppearance(appearance));
start(askWhoIsThere)();
