const name = 'launch-binding';
let unkept: string | undefined;

/**
 * What this tab shows beside its launch. The server binds the launch to it, so that nobody else can use the launch, and this tab can: after
 * a reload, or when the answer was lost. A copy of the tab has it too.
 */
export function binding(): string {
  try {
    const kept = sessionStorage.getItem(name) ?? random();
    sessionStorage.setItem(name, kept);
    return kept;
  } catch {
    // Where a browser keeps nothing for a frame, it lasts as long as the page.
    unkept ??= random();
    return unkept;
  }
}

const random = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
