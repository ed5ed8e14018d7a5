/**
 * `npm run pictures`: the pictures of the docs. `npm run pictures -- --all [folder]`: every state of every screen at
 * all sizes, light and dark, from the stories that check them.
 */
import { join, resolve } from 'node:path';
import { runTool } from '#tools/runTool.ts';
import { takeDocsPictures } from './docsPictures.ts';

const ROOT = join(import.meta.dirname, '../..');
const [folder] = process.argv.slice(2).filter((argument) => argument !== '--all');

if (process.argv.includes('--all')) {
  const env = { PICTURES: resolve(folder ?? join(ROOT, 'test-results/pictures')) };
  const { code } = await runTool(['playwright', 'test', 'e2e/screens/'], { shown: true, env });
  process.exitCode = code;
} else {
  await takeDocsPictures(folder ?? join(ROOT, 'docs/pictures'));
}
