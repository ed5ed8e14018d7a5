/** `npm run build`: builds the pages and the server, or only what its arguments name. */
import { join } from 'node:path';
import { buildPages } from './buildPages.ts';
import { buildServer } from './buildServer.ts';

const ROOT = join(import.meta.dirname, '../..');
const [...named] = process.argv.slice(2);
const isWanted = (part: string) => named.length === 0 || named.includes(part);

if (isWanted('pages')) await buildPages(ROOT);
if (isWanted('server')) await buildServer(ROOT);
