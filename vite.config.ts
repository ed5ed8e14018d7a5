import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The dictionaries of the password meter, which are loaded only where a person chooses a password. */
const LARGEST_CHUNK_KB = 2_000;

const PAGES_FOLDER = 'dist/client';

/** Tests that run only on PostgreSQL. */
const ONLY_ON_POSTGRES = 'server/**/*.postgres.test.ts';

/** Tests that run a second time, on PostgreSQL: of stores, and of what writes to them in ways that could differ. */
const ON_BOTH_ENGINES = [
  'server/auth/{accessWatch,signInSweep}.test.ts',
  'server/erasures/*.test.ts',
  'server/families/*.test.ts',
  'server/jobs/*.test.ts',
  'server/http/{caseload,family,practice,reviewList,session,signIn}Answers.test.ts',
  'server/http/{sessionPages,familyOverviews}.test.ts',
  'server/retention/*.test.ts',
  'server/storage/{factLog,familyLog,sqlAuditLog,sqlCaseloadRecords,sqlPracticeRecords,sqlRecords,sqlSessionModels,tiedFamilies}.test.ts',
];

/** Writes a compressed copy of each text file at build time, so that the server need not compress at every request. */
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

/** Pages are always built for use. A server that a test or a developer starts may inherit another NODE_ENV. */
function forProduction(): Plugin {
  return {
    name: 'for-production',
    apply: 'build',
    config() {
      process.env['NODE_ENV'] = 'production';
    },
  };
}

export default defineConfig({
  root: 'client',
  plugins: [forProduction(), react(), compressed()],
  build: {
    outDir: `../${PAGES_FOLDER}`,
    emptyOutDir: true,
    sourcemap: false,
    target: 'es2023',
    chunkSizeWarningLimit: LARGEST_CHUNK_KB,
  },
  test: {
    root: '.',
    projects: [
      // Pure code keeps no state between files, so its tests can share a process and imported modules.
      { extends: true, test: { name: 'shared', include: ['shared/**/*.test.ts'], isolate: false } },
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['{client,server,tools,e2e}/**/*.test.{ts,tsx}'],
          exclude: [ONLY_ON_POSTGRES],
          globalSetup: 'server/storage/testing/migratedFile.ts',
        },
      },
      // What a store must do, it must do on both engines.
      {
        extends: true,
        test: {
          name: 'postgres',
          include: [ONLY_ON_POSTGRES, ...ON_BOTH_ENGINES],
          globalSetup: ['server/storage/testing/migratedFile.ts', 'server/storage/testing/postgresSetup.ts'],
        },
      },
    ],
    environment: 'node',
    restoreMocks: true,
    // Vitest leaves one core free, which is half of a machine with two.
    maxWorkers: '100%',
    // Real servers, recorders and browsers are slow on a busy machine. Tests wait for events, never for a fixed time.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
