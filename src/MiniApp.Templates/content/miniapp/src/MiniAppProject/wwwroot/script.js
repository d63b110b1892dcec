const loading = new Map();

/** Loads a script of another site once; where it can't be had, the next call tries again. With a hash, no other text is run. */
export function loadScript(src, integrity = '') {
  if (!loading.has(src)) {
    loading.set(src, new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.addEventListener('load', resolve);
      script.addEventListener('error', () => {
        loading.delete(src);
        reject(new Error(`${src} can't be loaded.`));
      });
      Object.assign(script, integrity ? { src, integrity, crossOrigin: 'anonymous' } : { src });
      document.head.append(script);
    }));
  }
  return loading.get(src);
}
