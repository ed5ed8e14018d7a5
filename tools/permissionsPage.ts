/** Writes docs/PERMISSIONS.md from the tables of permissions: `node tools/permissionsPage.ts`. A test fails if they differ. */
import { writeFile } from 'node:fs/promises';
import { format } from 'prettier';
import { permissionsPage } from '#shared/protocol/access/permissionsPage.ts';

const page = await format(permissionsPage(), { parser: 'markdown', printWidth: 120, singleQuote: true });
await writeFile(new URL('../docs/PERMISSIONS.md', import.meta.url), page);
