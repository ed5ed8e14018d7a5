/** `npm run release`: builds everything, and packs what runs into `dist/earshot-….tar.gz`, for this kind of machine. */
import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildPages } from '../buildPages.ts';
import { buildServer } from '../buildServer.ts';
import { makeRelease } from './makeRelease.ts';

const ROOT = join(import.meta.dirname, '../../..');
const DIST = join(ROOT, 'dist');

await buildPages(ROOT);
await buildServer(ROOT);
await rm(join(DIST, 'earshot'), { recursive: true, force: true });
await makeRelease(ROOT, join(DIST, 'earshot'), process.env);
const archive = `earshot-${process.platform}-${process.arch}.tar.gz`;
execFileSync('tar', ['--create', '--gzip', '--file', join(DIST, archive), '--directory', DIST, 'earshot']);
await rm(join(DIST, 'earshot'), { recursive: true });
console.log(`dist/${archive}`);
