// The platforms that may open this page. Each tells what to send, and how to get a fresh launch where there is a way.
//#if (vk)
import * as vk from './vk.js';
//#endif
//#if (telegram)
import * as telegram from './telegram.js';
//#endif
//#if (max)
import * as max from './max.js';
//#endif

const platforms = [
//#if (vk)
  vk,
//#endif
//#if (telegram)
  telegram,
//#endif
//#if (max)
  max,
//#endif
];

/** The one that has opened this page, or undefined. */
export const platform = platforms.find(({ authorization }) => authorization !== undefined);
