const ofLaunches = /^(vk_|sign$|tgWebApp|WebApp)/;

/** An address without what signs its user in, for error reporters, analytics and logs. The page's own parameters stay. */
export function withoutLaunch(address: string): string {
  if (!URL.canParse(address)) {
    return '';
  }

  const url = new URL(address);
  for (const name of [...url.searchParams.keys()].filter(name => ofLaunches.test(name))) {
    url.searchParams.delete(name);
  }
  if (/WebAppData=/i.test(url.hash)) {
    url.hash = '';
  }
  return url.href;
}
