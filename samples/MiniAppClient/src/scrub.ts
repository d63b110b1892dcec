const ofLaunches = /^(vk_|sign$|tgWebApp|WebApp|access_token$)/;

/** An address without what signs its user in, for error reporters, analytics and logs. The page's own parameters stay. */
export function withoutLaunch(address: string): string {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return '';
  }

  for (const name of [...url.searchParams.keys()].filter(name => ofLaunches.test(name))) {
    url.searchParams.delete(name);
  }
  if (/WebAppData=/i.test(url.hash)) {
    url.hash = '';
  }
  return url.href;
}
