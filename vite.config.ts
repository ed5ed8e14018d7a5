import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const PAGES_FOLDER = 'dist/client';

/** Puts a compressed twin beside each file of text, once, so that the server need not compress at every request. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    async closeBundle() {
      const folder = join(import.meta.dirname, PAGES_FOLDER);
      const files = (await readdir(folder, { recursive: true })).filter((file) => /[.](js|css|html|svg)$/.test(file));
      for (const file of files) {
        const content = await readFile(join(folder, file));
        await writeFile(join(folder, `${file}.br`), await promisify(brotliCompress)(content));
        await writeFile(join(folder, `${file}.gz`), await promisify(gzip)(content));
      }
    },
  };
}

export default defineConfig({
  root: 'client',
  plugins: [react(), compressed()],
  build: { outDir: `../${PAGES_FOLDER}`, emptyOutDir: true, sourcemap: false, target: 'es2023' },
  test: {
    root: '.',
    projects: [
      // What is pure keeps nothing from one file to the next: its files share a process, and what they import.
      { extends: true, test: { name: 'shared', include: ['shared/**/*.test.ts'], isolate: false } },
      { extends: true, test: { name: 'parts', include: ['{client,server,tools}/**/*.test.{ts,tsx}'] } },
    ],
    environment: 'node',
    restoreMocks: true,
    // Servers, recorders and browsers that are real take their time on a busy machine: it is waited for what happens, never for how long.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
