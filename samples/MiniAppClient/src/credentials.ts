/**
 * What a page of all platforms sends in `Authorization`, by where it finds its launch: VK puts it into the query of the page's address, Telegram
 * and MAX into the fragment. Nothing where nobody has signed one. A router may change the address, so it is read before one starts.
 */
export function credentialsIn({ search, hash }: Pick<Location, 'search' | 'hash'>): string | undefined {
  const fields = new URLSearchParams(hash.replace(/^#([^=]*\?)?/, ''));
  const telegram = fields.get('tgWebAppData');
  const max = fields.get('WebAppData');
  if (telegram || max) {
    return telegram ? `tma ${telegram}` : `max ${max}`;
  }
  return /[?&]vk_/.test(search) ? `Bearer ${search.slice(1)}` : undefined;
}
