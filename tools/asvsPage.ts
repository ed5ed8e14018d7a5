/** Writes docs/ASVS.md from the table of security requirements: `node tools/asvsPage.ts`. A test fails if they differ. */
import { writeFile } from 'node:fs/promises';
import { format } from 'prettier';
import { asvsPage } from './asvs/asvsPage.ts';

const page = await format(asvsPage(), { parser: 'markdown', printWidth: 120, singleQuote: true });
await writeFile(new URL('../docs/ASVS.md', import.meta.url), page);
