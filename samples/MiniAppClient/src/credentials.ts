/**
 * What a page of all platforms sends in `Authorization`, by where it finds its launch: VK puts it into the query of the page's address, Telegram
 * and MAX into the fragment. Nothing where nobody has signed one. A router may change the address, so it is read before one starts. VK's comes first
 * where it is signed: VK puts the fragment of whoever's link it was into the address, and somebody else's launch may be in there.
 */
export function credentialsIn({ search, hash }: Pick<Location, 'search' | 'hash'>): string | undefined {
  const query = `Bearer ${search.slice(1)}`;
  if (/[?&]vk_/.test(search) && /[?&]sign=/.test(search)) {
    return query;
  }

  const fields = new URLSearchParams(hash.replace(/^#([^=]*\?)?/, ''));
  const telegram = fields.get('tgWebAppData');
  const max = fields.get('WebAppData');
  if (telegram || max) {
    return telegram ? `tma ${telegram}` : `max ${max}`;
  }
  return /[?&]vk_/.test(search) ? query : undefined;
}
