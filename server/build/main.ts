/** `npm run build`: builds the pages and the server. With `--stale` only what is older than its sources. */
import { join } from 'node:path';
import { buildPages } from './buildPages.ts';
import { buildServer } from './buildServer.ts';
import { type BuiltPart, isStale } from './isStale.ts';

const ROOT = join(import.meta.dirname, '../..');
const isWanted = (part: BuiltPart) => !process.argv.includes('--stale') || isStale(part, ROOT);

if (isWanted('pages')) await buildPages(ROOT);
if (isWanted('server')) await buildServer(ROOT);
