import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const server = 'http://localhost:5080';

export default defineConfig(({ mode }) => ({
  plugins: [
    // Tests compile the texts once beforehand: the plugin's watcher would keep the test run from ending.
    ...(mode === 'test'
      ? []
      : [paraglideVitePlugin({ project: './project.inlang', outdir: './src/paraglide', strategy: ['baseLocale'] })]),
    svelte(),
  ],
  server: { proxy: { '/hub': { target: server, ws: true }, '/api': server } },
  build: {
    outDir: '../Server/wwwroot',
    emptyOutDir: true,
    // The server's content policy allows no data: fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  test: { include: ['src/**/*.test.ts'] },
}));
