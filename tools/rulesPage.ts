/** Writes docs/RULES.md from the rules: `node tools/rulesPage.ts`. A test fails if they differ. */
import { writeFile } from 'node:fs/promises';
import { format } from 'prettier';
import { rulesPage } from '#shared/domain/rules/rulesPage.ts';

const page = await format(rulesPage(), { parser: 'markdown', printWidth: 120, singleQuote: true });
await writeFile(new URL('../docs/RULES.md', import.meta.url), page);
