import { defineConfig } from 'vite';

const backend = 'http://127.0.0.1:5080';

export default defineConfig({
  base: '/app/',
  build: { outDir: '../MiniAppBackend/wwwroot/app', emptyOutDir: true },
  server: { proxy: { '/me': backend, '/session': backend, '/community': backend } },
});
