import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: 'client',
  plugins: [react()],
  build: { outDir: '../dist/client', emptyOutDir: true, sourcemap: false, target: 'es2023' },
  test: {
    root: '.',
    include: ['{client,server,shared,tools}/**/*.test.{ts,tsx}'],
    environment: 'node',
    restoreMocks: true,
    // Hashing passwords and starting servers take their time on a busy machine.
    testTimeout: 20_000,
  },
});
