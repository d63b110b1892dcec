/** What the page itself reads from its launch. It decides nothing by it: only the server can tell whether it is genuine. */
export interface Launch {
  readonly language: 'en' | 'ru';
  readonly groupId: string | null;
}

export function readLaunch(query: string): Launch {
  const parameters = new URLSearchParams(query);
  return {
    language: parameters.get('vk_language') === 'ru' ? 'ru' : 'en',
    groupId: parameters.get('vk_group_id'),
  };
}

/** The launch parameters that the bridge gave as an object, in the form in which they stand in the page's address. */
export function toQuery(parameters: object): string {
  const present = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null);
  return new URLSearchParams(present.map(([name, value]) => [name, String(value)])).toString();
}
