import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { fonts } from './fonts.config';

const server = 'http://localhost:5080';

/** Compresses once what the server would otherwise compress for every visitor: beside each file its .br. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  writeBundle({ dir }, bundle) {
    for (const name of Object.keys(bundle).filter((file) => /\.(js|css|svg)$/.test(file)))
      writeFileSync(join(dir!, `${name}.br`), brotliCompressSync(readFileSync(join(dir!, name))));
  },
};

export default defineConfig(({ mode }) => ({
  plugins: [
    // Tests compile the texts once beforehand: the plugin's watcher would keep the test run from ending.
    ...(mode === 'test'
      ? []
      : [fonts, paraglideVitePlugin({ project: './project.inlang', outdir: './src/paraglide', strategy: ['baseLocale'] })]),
    svelte(),
    compressed,
  ],
  server: {
    proxy: { '/hub': { target: server, ws: true }, '/api': server },
    // the server's texts are said by the client too
    fs: { allow: ['.', '../Server/Texts'] },
  },
  build: {
    outDir: '../Server/wwwroot',
    emptyOutDir: true,
    // The server's content policy allows no data: fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  test: { include: ['src/**/*.test.ts'] },
}));
