// Builds the pages of the tests into build/, each into a file of its name: VK's starter templates as their package has them, and pages on
// libraries for React in pages/.

import { build } from 'esbuild';

const template = name => `VkTemplate/node_modules/@vkontakte/create-vk-mini-app/templates/${name}/src/index`;

await build({
  entryPoints: {
    'vk-javascript': `${template('javascript')}.js`,
    'vk-typescript': `${template('typescript')}.tsx`,
    'telegram-apps-react': 'pages/telegram-apps-react.jsx',
    'tma-react': 'pages/tma-react.jsx',
  },
  outdir: 'build',
  bundle: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  minifySyntax: true, // or what only a development server loads would have to be there
  loader: { '.js': 'jsx', '.png': 'dataurl' },
  logLevel: 'warning',
});
