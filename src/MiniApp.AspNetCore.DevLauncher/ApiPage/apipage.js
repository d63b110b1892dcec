// Has an API page, such as Scalar or Swagger UI, send launches of this launcher's: <script type="module" src="/vk/apipage.js"></script> in the
// page's head. Several launchers are as many scripts, and share a bar and the page's requests.

import { ApiBar } from './apibar.js';
import { ApiLaunch } from './apilaunch.js';

const shared = Symbol.for('mini app launches');

// What is in another page's frame could be clicked on unawares.
if (window === window.top) {
  window[shared] ??= new ApiBar();
  window[shared].add(new ApiLaunch(new URL('.', import.meta.url)));
}
